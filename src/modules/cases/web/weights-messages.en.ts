import type { Messages } from '#ui/language.tsx'
import type { vi } from './weights-messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'Points of the 766 index',
  lead: 'The points of each group and item and where they stand. What nobody has compared with the decision is marked unchecked; items without points of their own share evenly what their group has left.',
  back: 'Back to the 766 index',
  add: 'Set points',
  indicator: 'Group or item',
  points: 'Points',
  validFrom: 'In force from',
  state: 'Checked',
  checked: 'Checked',
  unchecked: 'Unchecked',
  source: 'Instrument, source',
  setBy: 'Set by, reason',
  withPlatform: 'Came with the platform',
  edit: 'Change',
  editOf: (name: string) => `Change the points of ${name}`,
  reason: 'Reason',
  confirm: 'Compared with the instrument',
  confirmHint: 'Without the mark the points are shown as unchecked everywhere.',
  save: 'Save points',
}
