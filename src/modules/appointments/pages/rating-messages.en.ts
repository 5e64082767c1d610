import type { Messages } from '#kernel/messages.ts'
import type { vi } from './rating-messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'Rate the service',
  lead: 'Your name is not asked. Rated again, the last word counts.',
  ticket: 'By your number',
  ticketCode: 'Code printed on the slip',
  ticketHint: 'Eight letters and digits',
  case: 'By a case that is finished',
  caseCode: 'Case code',
  caseSecret: 'Look-up code on the receipt',
  how: 'How was it?',
  stars: { 5: 'Very good', 4: 'Good', 3: 'Fair', 2: 'Bad', 1: 'Very bad' },
  thanks: 'Thank you. Your rating is kept.',
  yours: (word) => `You chose: ${word}`,
  why: 'What was not good?',
  whyLead: 'Choose one or more if you like.',
  reasons: {
    wait: 'Waiting took long',
    manner: 'The manner of the staff',
    papers: 'Papers asked for again and again',
    unclear: 'The guide was not clear',
    place: 'Seats, equipment',
    other: 'Something else',
  },
  words: 'More, if you like',
  wordsHint: 'Please no names or numbers of papers.',
  send: 'Send',
  done: 'Done',
}
