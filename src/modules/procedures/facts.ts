import { type Day, dayAt } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { type JudgedFact, newestEffect, timeliness } from './domain/publication.ts'
import { listDecided, listRules } from './store/publication.ts'
import type { Announcer, DecisionKind } from './store/tables.ts'
import { workingDaysFor } from './working-days.ts'

export type PublicationFact = JudgedFact & {
  readonly versionId: string
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly kind: DecisionKind
  readonly announcer: Announcer
  readonly decisionNumber: string
}

/**
 * The facts of the 766 index, 1.1 and 1.2: each version decided or published from one day until before another, and each decided before
 * and not yet published, judged as of `today`.
 */
export async function publicationFacts(
  tx: Tx,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): Promise<PublicationFact[]> {
  const days = await workingDaysFor(tx)
  const rules = new Map((await listRules(tx)).map((rule) => [rule.announcer, rule]))
  return (await listDecided(tx, { from, to })).flatMap((row) => {
    const rule = rules.get(row.announcer)
    if (!rule || row.decisionOn === null || row.decisionKind === null) return []
    const announced = {
      decisionOn: row.decisionOn,
      basisEffectiveOn: newestEffect(row.basis),
      publishedOn: row.publishedAt && dayAt(row.publishedAt),
    }
    return [
      {
        ...announced,
        ...timeliness(announced, rule, days, today),
        procedureId: row.procedureId,
        versionId: row.id,
        code: row.code,
        name: { vi: row.nameVi, en: row.nameEn },
        kind: row.decisionKind,
        announcer: row.announcer,
        decisionNumber: row.decisionNumber ?? '',
      },
    ]
  })
}
