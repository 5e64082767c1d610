import type { Found } from './finding.ts'
import type { Reading } from './reading/reading.ts'
import type { Words } from './words.ts'

/** One thing that cannot be right. A rule sees the whole reading, knows no other rule, and stands in a file of its own in `rules/`. */
export type Rule = {
  /** Stable: decisions of people are remembered under it. */
  readonly id: string
  readonly title: Words
  /** What it compares, and when it keeps silent. Shown to whoever asks what was checked. */
  readonly about: Words
  check(reading: Reading): readonly Found[]
}
