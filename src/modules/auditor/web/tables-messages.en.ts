import { many } from '#kernel/messages.ts'
import type { Messages } from '#ui/language.tsx'
import type { vi } from './tables-messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'How the tables were understood',
  lead: "What a column holds and how its numbers are written is told from its header and its cells. Less than 100% means that some cell may be read another way; it is then read in the report's favour.",
  none: 'There are no tables.',
  before: 'Tables before',
  after: 'Tables after',
  table: (number, title) => (title === '' ? `Table ${number}` : `Table ${number}: ${title}`),
  rows: (data, totals) => `${many(data, 'row')} of data, ${many(totals, 'total row')}`,
  column: (number) => `Column ${number}`,
  sure: (share) => `${share} sure`,
  kinds: {
    order: 'running number',
    label: 'name of the row',
    count: 'count',
    percent: 'share',
    target: 'target',
    result: 'result',
    text: 'words',
    empty: 'empty',
  },
  styles: {
    dots: 'dots mark thousands (1.234)',
    commas: 'commas mark thousands (1,234)',
    plain: 'thousands without marks (1234)',
    mixed: 'thousands with and without marks (1.234 and 1234)',
    none: '',
  },
}
