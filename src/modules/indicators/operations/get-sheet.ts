import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findPlace, shownSheet } from '../engine/sheets.ts'

export const getSheet = operation(contract.getSheet, async (context, input) =>
  shownSheet(context, await findPlace(context.tx, input)),
)
