import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import type { Measure, Sheet } from '../contract.ts'
import { type Draft, type Drafts, draftOf } from './drafts.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { answerKey, type Cursor, type Mode } from './grid-keys.ts'
import { isBlock, layOut, readBlock } from './paste-block.ts'
import classes from './sheet-grid.module.css'
import { SheetRow } from './sheet-row.tsx'

export type GridHandle = { readonly focus: (cursor: Cursor) => void }
type Change = { readonly code: string; readonly draft: Partial<Draft> }

type Props = {
  readonly label: string
  readonly entries: Sheet['entries']
  readonly drafts: Drafts
  readonly readOnly: boolean
  readonly onChange: (changes: readonly Change[]) => void
  readonly onHistory: (measure: Measure) => void
  readonly ref?: Ref<GridHandle>
}

/** The columns that are typed into, as the cursor counts them. */
const COLUMNS = 2

/** A form as a spreadsheet: type, walk with the arrows, paste whole blocks. */
export function SheetGrid({ label, entries, drafts, readOnly, onChange, onHistory, ref }: Props) {
  const m = useMessages({ vi, en })
  const region = useRef<HTMLDivElement>(null)
  const before = useRef<Draft | null>(null)
  const [mode, setMode] = useState<Mode>('walk')
  const [said, setSaid] = useState('')
  const focus = ({ row, column }: Cursor) => cellAt(region.current, row, column)?.focus()
  useImperativeHandle(ref, () => ({ focus }))

  const onFocus = (event: FocusEvent) => {
    const at = placeOf(event.target)
    if (!at) return
    before.current = draftOf(drafts, codeAt(entries, at.row))
    setMode('walk')
    if (event.target instanceof HTMLInputElement) event.target.select()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (!at || event.nativeEvent.isComposing) return
    const pressed = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    const answer = answerKey(pressed, at, { rows: entries.length, columns: COLUMNS }, mode)
    if (!answer) {
      // The first letter replaces what is selected; from then on arrows belong to the text.
      if (event.key.length === 1 && !pressed.ctrl) setMode('edit')
      return
    }
    event.preventDefault()
    if ('go' in answer) focus(answer.go)
    else if ('mode' in answer) {
      setMode(answer.mode)
      if (event.target instanceof HTMLInputElement) placeCaretAtEnd(event.target)
    } else {
      setMode('walk')
      const code = codeAt(entries, at.row)
      if (before.current && code) onChange([{ code, draft: before.current }])
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const at = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!at || readOnly || !isBlock(text)) return
    event.preventDefault()
    const lines = entries.map(({ measure }) => ({ code: measure.code, names: [measure.name.vi, measure.name.en] }))
    const { cells, beyond, matched } = layOut(readBlock(text), at, { lines, columns: COLUMNS })
    onChange(
      cells.map(({ row, column, text: typed }) => ({
        code: codeAt(entries, row),
        draft: column === 0 ? { raw: typed } : { note: typed },
      })),
    )
    const count = formatNumber(cells.length)
    setSaid(
      [matched ? m.pastedMatched(count) : m.pasted(count), beyond > 0 && m.pastedBeyond(formatNumber(beyond))]
        .filter(Boolean)
        .join(' '),
    )
  }
  return (
    <>
      {/* The cells are the controls; their keys are answered in one place for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={region}
        className={classes.region}
        data-mode={mode}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onDoubleClick={() => setMode('edit')}
      >
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {m.row}
              </th>
              <th scope="col">{m.measure}</th>
              <th scope="col" className={classes.end}>
                {m.previous}
              </th>
              <th scope="col">{m.value}</th>
              <th scope="col">{m.reading}</th>
              <th scope="col">{m.notApplicable}</th>
              <th scope="col">{m.note}</th>
              <th scope="col">{m.history}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, row) => (
              <SheetRow
                key={entry.measure.code}
                entry={entry}
                row={row}
                draft={draftOf(drafts, entry.measure.code)}
                readOnly={readOnly}
                onChange={(draft) => onChange([{ code: entry.measure.code, draft }])}
                onHistory={() => onHistory(entry.measure)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p aria-live="polite" className={classes.said}>
        {said}
      </p>
    </>
  )
}

function codeAt(entries: Sheet['entries'], row: number): string {
  return entries[row]?.measure.code ?? ''
}

function cellAt(region: HTMLElement | null, row: number, column: number): HTMLElement | null {
  return region?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}

function placeOf(target: EventTarget): Cursor | null {
  if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return null
  return { row: Number(target.dataset['row']), column: Number(target.dataset['column']) }
}

function placeCaretAtEnd(input: HTMLInputElement) {
  input.setSelectionRange(input.value.length, input.value.length)
}
