import type { Messages } from '#kernel/messages.ts'
import type { vi } from './device-messages.vi.ts'

export const en: Messages<typeof vi> = {
  title: 'Device in the hall',
  unpaired: 'This device is not paired',
  unpairedLead: 'Numbers, the board and ratings run only on devices that the office has paired.',
  steps: 'How to pair it',
  step1: 'Press “Show the pairing code” on this device.',
  step2:
    'An official in charge opens the page Devices in the hall, chooses unit and kind, types the code shown, and gives a name.',
  step3: 'This screen changes by itself when that is done.',
  ask: 'Show the pairing code',
  askAgain: 'Ask for another code',
  notForVisitors: 'Are you a citizen? Take a number at the device in the office, or make an appointment.',
  book: 'Make an appointment',
  code: 'Pairing code',
  until: (time) => `Good until ${time}`,
  look: 'Typed already? Look again',
  revoked: 'This device was revoked',
  revokedLead: (name, unit) =>
    `${name}, ${unit}. It gives no numbers, shows no board and takes no ratings any more. To use it again, pair it again.`,
  closed: 'The counters of this unit are not open today',
  closedLead: (name) => `${name}. The screen comes back when they are.`,
  rateTitle: (desk) => `How was it – ${desk}`,
  how: (shown) => `Number ${shown}: how were you served?`,
  nobody: 'Please rate after you have been served.',
  noName: 'Your name is not asked.',
  thanks: 'Thank you. Your rating was kept.',
  done: 'Done',
}
