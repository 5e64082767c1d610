// The door of the module: its operations and handlers. It is the last of the modules, so nothing is called from outside.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { noteActivity } from './handlers/note-activity.ts'
import { listActivity } from './operations/list-activity.ts'
import { searchEverything } from './operations/search-everything.ts'
import { showStanding } from './operations/show-standing.ts'

export const workspace: Module = {
  name: 'workspace',
  operations: [searchEverything, showStanding, listActivity],
  handlers: noteActivity,
  problems,
}
