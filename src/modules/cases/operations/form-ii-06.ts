import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { formII06Of } from '../engine/form-ii-06.ts'
import { askedOf } from '../engine/report-days.ts'

export const formII06 = operation(contract.formII06, async (context, days) => formII06Of(await askedOf(context, days)))
