import { Problem } from '#kernel/problem.ts'
import { type CaseTable, TABLE_FORMS } from '../domain/report-tables.ts'
import { listProceduresCounted } from '../store/counting.ts'
import { catalogueOn, ofCatalogue } from './procedure-catalogue.ts'
import type { Published } from './published-procedures.ts'
import { catalogueOf } from './report.ts'
import { type Asked, spansOf } from './report-days.ts'

type Named = { readonly code: string; readonly name: { readonly vi: string; readonly en: string } } & Partial<Published>

/** The procedures that a cell counts: of the catalogue, or those that had such a case. Throws `not-found` for a column that counts none. */
export async function proceduresBehind(
  asked: Asked,
  { table, column: key, kind }: { table: CaseTable; column: string; kind: 'unit' | 'own' | 'total' },
): Promise<readonly Named[]> {
  const column = TABLE_FORMS[table].columns.find((one) => one.key === key)
  if (column?.kind === 'catalogue') {
    const catalogue = await catalogueOn(asked.tx, asked.structureDay)
    return ofCatalogue(catalogueOf(asked, catalogue, asked.unitId, kind), column.which)
  }
  if (column?.kind !== 'procedures') throw new Problem('not-found', 'cases/unknown-column')
  const { spans } = spansOf(asked, [{ unitId: asked.unitId, reach: kind === 'own' ? 'own' : 'subtree' }])
  return listProceduresCounted(asked.tx, column.measure, spans)
}

/** As they travel, by code. */
export function shownProcedures(procedures: readonly Named[]) {
  return {
    procedures: procedures
      .map(({ code, name, records }) => ({ code, name, ...(records && { records: [...records] }) }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    total: procedures.length,
  }
}
