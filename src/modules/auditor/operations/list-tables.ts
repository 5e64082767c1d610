import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead } from '../documents.ts'
import { loadReadAs } from '../store/runs.ts'

export const listTables = operation(contract.listTables, async ({ tx }, { auditId, from, limit }) => {
  const { runId, checked } = await getHead(tx, auditId)
  const tables = await loadReadAs(tx, runId, from, limit)
  const next = from + tables.length
  return {
    tables: tables.map((table) => ({ ...table, blocks: [...table.blocks], columns: [...table.columns] })),
    next: tables.length > 0 && next < checked.tables ? next : null,
  }
})
