import type { Measure, Sheet } from '../contract.ts'
import { readTyped } from '../domain/typed.ts'

/** What stands in a line of the form while it is typed. */
export type Draft = { readonly raw: string; readonly note: string; readonly notApplicable: boolean }
/** By measure code. */
export type Drafts = ReadonlyMap<string, Draft>
type Entry = Sheet['entries'][number]

/** How a line is understood: what will be stored, or what is wrong with it. */
export type Reading =
  | { readonly state: 'reported' | 'zero'; readonly value: string; readonly ambiguous: boolean }
  | { readonly state: 'missing' | 'text' | 'not-applicable' }
  | { readonly state: 'wrong'; readonly code: string; readonly found: string }

const EMPTY: Draft = { raw: '', note: '', notApplicable: false }

/** The lines as they were saved last. */
export function startDrafts(entries: readonly Entry[]): Drafts {
  return new Map(
    entries.map(({ measure, raw, value, note, state }) => [
      measure.code,
      { raw: raw || (value ?? '').replace('.', ','), note, notApplicable: state === 'not-applicable' },
    ]),
  )
}

/** The line of a measure; empty when nothing was typed. */
export function draftOf(drafts: Drafts, code: string): Draft {
  return drafts.get(code) ?? EMPTY
}

/** The lines with one changed. A number typed into a line that was "not applicable" makes it apply again. */
export function changeDraft(drafts: Drafts, code: string, change: Partial<Draft>): Drafts {
  const before = draftOf(drafts, code)
  const typed = change.raw !== undefined && change.raw.trim() !== ''
  const cleared = change.notApplicable === true ? { raw: '' } : {}
  const next = { ...before, ...change, ...cleared, ...(typed && { notApplicable: false }) }
  return new Map([...drafts, [code, next]])
}

/** How a line is read, by the same rules as the server reads it. */
export function readDraft({ raw, note, notApplicable }: Draft, measure: Pick<Measure, 'decimals'>): Reading {
  if (notApplicable) return { state: 'not-applicable' }
  const typed = readTyped(raw, measure)
  if (typed.state === 'empty') return { state: note.trim() === '' ? 'missing' : 'text' }
  if (typed.state === 'wrong') return typed
  const { value, ambiguous } = typed
  return { state: Number(value) === 0 ? 'zero' : 'reported', value, ambiguous }
}

/** Five times as much, or a fifth, of last period is worth a second look. */
const FAR = 5

/** Whether a number is so far from last period's that it may be a slip. */
export function isFar(reading: Reading, previous: Entry['previous']): boolean {
  if (!('value' in reading) || previous?.value == null) return false
  const [now, before] = [Number(reading.value), Number(previous.value)]
  if (now === 0 || before === 0 || Math.max(now, before) < 20) return false
  return now / before >= FAR || before / now >= FAR
}

/** What is left to do before the form can be handed in. */
export function whatIsLeft(entries: readonly Entry[], drafts: Drafts) {
  const read = entries.map(({ measure }, row) => ({
    row,
    measure,
    reading: readDraft(draftOf(drafts, measure.code), measure),
  }))
  return {
    missing: read.filter(({ reading }) => reading.state === 'missing'),
    wrong: read.flatMap(({ row, measure, reading }) => (reading.state === 'wrong' ? [{ row, measure, reading }] : [])),
    filled: read.filter(({ reading }) => reading.state !== 'missing' && reading.state !== 'wrong').length,
  }
}
