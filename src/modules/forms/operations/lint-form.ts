import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lintForm as lint } from '../domain/lint.ts'
import { shownLinted } from '../publishing.ts'

export const lintForm = operation(contract.lintForm, async (_, { definition }) => shownLinted(lint(definition)))
