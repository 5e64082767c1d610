import { type Day, startOfDay } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { type Announcer, HEAD, on, type RuleRow, type VersionHead } from './tables.ts'

/** The rules by announcer. */
export async function listRules(tx: Tx): Promise<RuleRow[]> {
  return on(tx).selectFrom('procedures.publicationRule').selectAll().orderBy('announcer', 'desc').execute()
}

export async function saveRule(tx: Tx, { announcer, ...rule }: RuleRow): Promise<void> {
  await on(tx).updateTable('procedures.publicationRule').set(rule).where('announcer', '=', announcer).execute()
}

/** Writes the decision that announces a draft into it, if it is still of the revision; whether it was. */
export async function recordDecisionOnDraft(
  tx: Tx,
  { procedureId, revision }: { readonly procedureId: string; readonly revision: number },
  decision: {
    readonly decisionNumber: string
    readonly decisionOn: Day
    readonly decisionKind: 'new' | 'amended'
    readonly announcer: Announcer
  },
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('procedures.version')
    .set(decision)
    .where('procedureId', '=', procedureId)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type DecidedRow = VersionHead & { readonly code: string; readonly basis: { readonly effectiveOn: Day | null }[] }

/** Versions decided or published in the period (`to` exclusive), and drafts decided before its end that wait for publishing. */
export async function listDecided(
  tx: Tx,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<DecidedRow[]> {
  const rows = await on(tx)
    .selectFrom('procedures.version as version')
    .innerJoin('procedures.procedure as procedure', 'procedure.id', 'version.procedureId')
    .select([...HEAD, 'procedure.code'])
    .select(({ ref }) =>
      ref('version.content', '->')
        .key('legalBasis' as never)
        .as('basis'),
    )
    .where('version.decisionOn', 'is not', null)
    .where('version.decisionOn', '<', to)
    .where((where) =>
      where.or([
        where('version.decisionOn', '>=', from),
        where('version.publishedAt', '>=', startOfDay(from)),
        where('version.state', '=', 'draft'),
      ]),
    )
    .orderBy('procedure.code')
    .orderBy('version.number')
    .execute()
  // The legal basis is a list of the content, which was parsed before it was stored.
  return rows as unknown as DecidedRow[]
}
