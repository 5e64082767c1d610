import type { Messages } from '#ui/language.tsx'
import type { vi } from './complaint-messages.vi.ts'

export const en: Messages<typeof vi> = {
  signIn: 'Sign in to complain',
  title: 'Complaints',
  lead: 'About how a procedure or a case is handled, or an officer behaves. The head of the unit answers; who is complained about neither sees nor answers it.',
  notFormal:
    'This is no complaint or denunciation under the Law on Complaints or the Law on Denunciations: those are filed in their own way.',
  form: 'Complain',
  ofCase: 'About this case',
  about: 'About',
  abouts: { case: 'A case (with its look-up code)', unit: 'A unit or a procedure' },
  caseCode: 'Code of the case',
  secret: 'Look-up code on the receipt',
  unit: 'Unit',
  procedure: (code) => `Procedure ${code}`,
  topic: 'What is it about?',
  officer: 'Name of the officer, if any',
  officerHint: 'Whoever bears this name will not see the complaint.',
  text: 'What do you complain about?',
  file: 'Attach a picture or file',
  send: 'Send the complaint',
  kept: (number, due) => `Your complaint ${number} was received. Answer due: ${due}.`,
  list: 'My complaints',
  none: 'You have not complained about anything',
  older: 'Older complaints',
  due: (due) => `Answer due ${due}`,
  counted: 'How the time is counted',
  answer: 'Answer',
  answeredAt: (unit, moment) => `${unit}, ${moment}`,
  open: 'Complain about this case',
}
