// The door of the module. Nobody calls it: it stands above the portal and tells by `appointments.changed` what became of an appointment.

import type { Module } from '#server/module.ts'
import { defineFigures } from './counting.ts'
import { problems } from './domain/problems.ts'
import { afterCalendarChange, afterUnitChange, tidy } from './handlers/look-again.ts'
import { sendMessage } from './handlers/send-message.ts'
import { operations } from './operations.ts'
import { links } from './pages/links.ts'
import { pages } from './pages/pages.ts'

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
