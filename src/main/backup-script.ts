/** Reads the script of a backup piece by piece: lines of commands, and between them the rows of tables. */

export type ScriptReader = {
  /** The next line without its end; undefined after the last. */
  line(): Promise<string | undefined>
  /** The bytes up to the line `\.` that ends the rows of a table; read them to the end before the next line. */
  rows(): AsyncGenerator<Buffer>
}

const NEWLINE = 10
const END_OF_ROWS = Buffer.from('\\.\n')
const LONGEST_LINE_BYTES = 8 * 1024 * 1024

/** A reader over the bytes of a script. */
export function readScript(source: AsyncIterator<Buffer>): ScriptReader {
  let waiting: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const { value, done } = await source.next()
    if (done === true) return false
    waiting = waiting.length === 0 ? value : Buffer.concat([waiting, value])
    return true
  }
  return {
    async line() {
      for (;;) {
        const end = waiting.indexOf(NEWLINE)
        if (end >= 0) {
          const text = waiting.subarray(0, end).toString('utf8')
          waiting = waiting.subarray(end + 1)
          return text
        }
        if (waiting.length > LONGEST_LINE_BYTES) throw new Error('a line of the backup is too long')
        if (!(await more())) return undefined
      }
    },
    async *rows() {
      // `waiting` always begins at the beginning of a line here: only whole lines are handed on.
      for (;;) {
        const end = endOfRows(waiting)
        if (end !== undefined) {
          if (end > 0) yield waiting.subarray(0, end)
          waiting = waiting.subarray(end + END_OF_ROWS.length)
          return
        }
        const whole = waiting.lastIndexOf(NEWLINE) + 1
        if (whole > 0) {
          yield waiting.subarray(0, whole)
          waiting = waiting.subarray(whole)
        }
        if (!(await more())) throw new Error('Tệp sao lưu bị cắt ngang. / The backup file ends too early.')
      }
    },
  }
}

/** Where the ending line begins. Inside rows a backslash is doubled, so the line cannot be somebody's value. */
function endOfRows(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(END_OF_ROWS); at >= 0; at = bytes.indexOf(END_OF_ROWS, at + 1))
    if (at === 0 || bytes[at - 1] === NEWLINE) return at
  return undefined
}
