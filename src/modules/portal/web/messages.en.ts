import type { Messages } from '#ui/language.tsx'
import type { vi } from './messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'Words of public services',
  lead: 'Citizens call procedures by their own words. What is added here takes effect on the search at once.',
  failed: 'Searched for in vain',
  failedLead:
    'Words that at least three searches used without finding anything. Kept without numbers and addresses and without who asked; forgotten when nobody asks for 90 days.',
  failedTable: 'Words searched for in vain',
  words: 'Words',
  times: 'Times',
  last: 'Last',
  give: 'Give the official words',
  giveFor: (words) => `Give the official words for “${words}”`,
  noFailed: 'Nothing was searched for in vain several times',
  synonyms: 'What people say',
  synonymsTable: 'What people say',
  said: 'People say',
  means: 'Officially',
  meansHint: 'For example: đăng ký kết hôn',
  by: 'Written by',
  add: 'Add words',
  remove: 'Remove',
  removeOf: (said) => `Remove “${said}”`,
  save: 'Save',
  none: 'Nothing has been added yet',
}
