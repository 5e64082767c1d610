// The door of the module. It stands above the portal and tells by `appointments.changed` what became of an appointment. `main` calls:
//
//   identifyDevice(credentials, db) → the device in a hall behind its cookie, or null

import type { Module } from '#server/module.ts'
import { defineFigures } from './counting.ts'
import { problems } from './domain/problems.ts'
import { afterCalendarChange, afterUnitChange, tidy } from './handlers/look-again.ts'
import { sendMessage } from './handlers/send-message.ts'
import { operations } from './operations.ts'
import { links } from './pages/links.ts'
import { pages } from './pages/pages.ts'

export { identifyDevice } from './identify-device.ts'

export const appointments: Module = {
  name: 'appointments',
  operations,
  handlers: [afterCalendarChange, afterUnitChange, sendMessage],
  schedules: [tidy],
  problems,
  prepare: defineFigures,
  pages,
  links,
}
