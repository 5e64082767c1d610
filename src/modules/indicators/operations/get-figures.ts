import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readFigures } from '../engine/figures.ts'

export const getFigures = operation(contract.getFigures, ({ tx, now }, input) => readFigures(tx, now, input))
