// The door of the module. `main` calls:
//
//   identifyCitizen(credentials, db) → the citizen behind a session cookie, or null

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { sendCode } from './handlers/send-code.ts'
import { tidy } from './handlers/tidy.ts'
import { operations } from './operations.ts'
import { pages } from './pages/pages.ts'

export { identifyCitizen } from './identify-citizen.ts'

export const portal: Module = {
  name: 'portal',
  operations,
  handlers: [sendCode],
  schedules: [tidy],
  problems,
  pages,
}
