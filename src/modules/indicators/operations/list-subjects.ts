import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { subjectsOf } from '../engine/subjects.ts'

export const listSubjects = operation(contract.listSubjects, ({ tx, now }, input) => subjectsOf(tx, now, input))
