/** `npm run haidang -- audit FILE`: the auditor without a database. */
import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toProblemBody } from '#kernel/problem.ts'
import { type Language, translateProblem } from '#kernel/problem-messages.ts'
import { EXPORT_FORMATS, type ExportFormat } from '#modules/auditor/contract.ts'
import { auditAlone, auditor } from '#modules/auditor/index.ts'

/** What a script learns from the command: nothing proved, something proved, or the file was not audited. */
export const EXIT = { clean: 0, proved: 1, refused: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export type AuditCommand = {
  /** What follows `audit` on the command line. */
  readonly args: readonly string[]
  readonly language: Language
  /** Relative paths start here. */
  readonly folder: string
  readonly out: (bytes: Uint8Array) => void
  readonly err: (line: string) => void
}

export const AUDIT_USAGE = `npm run haidang -- audit FILE [--format ${EXPORT_FORMATS.join('|')}] [--out PATH]`

/** Audits the file, prints or writes what was found, and answers the exit code. */
export async function runAuditCommand({ args, language, folder, out, err }: AuditCommand): Promise<ExitCode> {
  const wanted = readArgs(args)
  if (wanted === null) {
    err(AUDIT_USAGE)
    return EXIT.refused
  }
  const { file, format, path } = wanted
  const bytes = await readFile(resolve(folder, file)).catch(() => null)
  if (bytes === null) {
    err(SAYS.noFile[language](file))
    return EXIT.refused
  }
  try {
    const work = { name: basename(file), bytes: new Uint8Array(bytes), format, language, now: new Date() }
    const { answer, found } = await auditAlone(work)
    if (path === undefined) out(answer.bytes)
    else {
      await writeFile(resolve(folder, path), answer.bytes)
      err(SAYS.written[language](path, found.proved))
    }
    return found.proved > 0 ? EXIT.proved : EXIT.clean
  } catch (thrown) {
    const { detail, code } = translateProblem(auditor.problems, toProblemBody(thrown), language)
    err(`${detail} (${code})`)
    return EXIT.refused
  }
}

type Wanted = { readonly file: string; readonly format: ExportFormat; readonly path: string | undefined }

function readArgs(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, out: { type: 'string' } },
    })
    const format = EXPORT_FORMATS.find((one) => one === values.format)
    const [file] = positionals
    if (file === undefined || positionals.length > 1 || format === undefined) return null
    // A terminal is no place for a Word file.
    if (values.out === undefined && (format === 'docx' || format === 'pdf')) return null
    return { file, format, path: values.out }
  } catch {
    return null
  }
}

const SAYS = {
  noFile: {
    vi: (file: string) => `Không đọc được tệp ${file}.`,
    en: (file: string) => `The file ${file} cannot be read.`,
  },
  written: {
    vi: (path: string, proved: number) => `Đã ghi ${path}: ${proved} mâu thuẫn đã được chứng minh.`,
    en: (path: string, proved: number) => `Wrote ${path}: ${proved} proved contradictions.`,
  },
} as const
