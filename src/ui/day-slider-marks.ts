import type { Day } from '#kernel/calendar.ts'

/** The nearest mark after (Page Up) or before (Page Down) a day; undefined for other keys and at the ends. */
export function nextMark(key: string, day: Day, marks: readonly { readonly day: Day }[]): Day | undefined {
  const days = marks.map((mark) => mark.day).sort()
  if (key === 'PageUp') return days.find((mark) => mark > day)
  if (key === 'PageDown') return days.findLast((mark) => mark < day)
  return undefined
}
