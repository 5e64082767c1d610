import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { explain } from '../engine/explain.ts'

export const explainFigure = operation(contract.explainFigure, ({ tx, now }, input) => explain(tx, now, input))
