import type { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import type { setOpening } from '../contract.ts'
import type { Opening } from '../domain/opening.ts'

export type LineValue = {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly fields: readonly string[]
}
export type DeskValue = { readonly code: string; readonly name: string; readonly lines: readonly string[] }
export type OpeningValues = {
  readonly validFrom: Day | null
  readonly close: boolean
  readonly weekdays: readonly string[]
  readonly windows: string
  readonly slotMinutes: number | null
  readonly places: number | null
  readonly daysAhead: number | null
  readonly noticeMinutes: number | null
  readonly graceMinutes: number | null
  readonly keepDays: number | null
  readonly fields: readonly string[]
  readonly procedures: string
  readonly lines: readonly LineValue[]
  readonly desks: readonly DeskValue[]
  readonly reason: string
}

/** With what the form begins: what holds today, or what most offices do. */
export function startValues(today: Opening | null, validFrom: Day): OpeningValues {
  const { lines, desks } = today ?? {
    lines: [{ code: 'A', name: { vi: 'Mọi việc', en: 'Everything' }, fields: [] }],
    desks: [{ code: '1', name: 'Quầy 1', lines: ['A'] }],
  }
  return {
    validFrom,
    close: false,
    weekdays: (today?.weekdays ?? [1, 2, 3, 4, 5]).map(String),
    windows: (today?.windows ?? []).map(({ from, to }) => `${from}-${to}`).join(', '),
    slotMinutes: today?.slotMinutes ?? 30,
    places: today?.places ?? 2,
    daysAhead: today?.daysAhead ?? 14,
    noticeMinutes: today?.noticeMinutes ?? 60,
    graceMinutes: today?.graceMinutes ?? 10,
    keepDays: today?.keepDays ?? 30,
    fields: today?.fields ?? [],
    procedures: (today?.procedures ?? []).join(', '),
    lines: lines.map(({ code, name, fields }) => ({ code, ...name, fields })),
    desks,
    reason: '',
  }
}

/** What is sent. Times are read as they are typed; what is none is refused by the contract. */
export function openingOf(value: OpeningValues): z.input<typeof setOpening.input>['opening'] {
  if (value.close) return null
  return {
    weekdays: value.weekdays.map(Number),
    windows: parts(value.windows).map((text) => {
      const [from = '', to = ''] = text.split(/\s*[-–]\s*/)
      return { from, to }
    }),
    slotMinutes: value.slotMinutes ?? 0,
    places: value.places ?? 0,
    daysAhead: value.daysAhead ?? 0,
    noticeMinutes: value.noticeMinutes ?? 0,
    graceMinutes: value.graceMinutes ?? 0,
    keepDays: value.keepDays ?? 0,
    fields: [...value.fields],
    procedures: parts(value.procedures),
    lines: value.lines.map(({ code, vi, en, fields }) => ({
      code: code.trim().toUpperCase(),
      name: { vi, en },
      fields: [...fields],
    })),
    desks: value.desks.map(({ code, name, lines }) => ({ code, name, lines: [...lines] })),
  }
}

const parts = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
