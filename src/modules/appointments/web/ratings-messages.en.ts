import type { Messages } from '#ui/language.tsx'
import type { vi } from './ratings-messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'Ratings of cases',
  lead: 'Of citizens who signed in, and with the receipt in hand; the worst first. Nobody is named.',
  unit: 'Unit',
  everyUnit: 'Every unit in sight',
  from: 'From',
  to: 'To',
  sums: 'In all',
  mean: 'Mean of 5',
  content: 'Content (4–5)',
  ofAll: (share, part, all) => `${share} (${part} / ${all})`,
  none: 'Nobody rated a case in this time',
  list: 'The ratings',
  stars: 'Rating',
  caseCode: 'Case',
  at: 'When',
  ways: { online: 'Online', kiosk: 'At the desk', phone: 'Phone' },
  next: 'Next page',
  first: 'To the beginning',
}
