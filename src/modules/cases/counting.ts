import { addDays, type Day } from '#kernel/calendar.ts'
import { differenceOf, type Kept } from '#kernel/counted.ts'
import { ensureDefinitions, type RecordContext, recordDifference } from '#modules/indicators/index.ts'
import {
  ancestorsOf,
  decompose,
  findUnitAt,
  loadStructure,
  type Structure,
  unitsAt,
} from '#modules/organisation/index.ts'
import { getVersion } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { Preparation } from '#server/module.ts'
import { INDICATOR_DEFINITIONS, MEASURE_DEFINITIONS } from './domain/definitions.ts'
import { countsOf, type HomeOf } from './domain/facts.ts'
import type { Act } from './domain/words.ts'
import { type CountedRow, findCountedCase, keepCounted } from './store/counting.ts'

/** Acts after which a case counts for what it counted before. */
const SILENT: readonly Act[] = [
  'assign',
  'check',
  'forward',
  'send-back',
  'consult',
  'answer-opinion',
  'give-late-reason',
]

/** Why a fact is taken back: the act, in the words that stand beside the correction. */
const REASONS: Partial<Record<Act, string>> = {
  reopen: 'Mở lại hồ sơ',
  transfer: 'Chuyển cơ quan giải quyết',
  correct: 'Sửa thông tin hồ sơ',
  'confirm-payment': 'Xác nhận nộp phí',
  'ask-payment': 'Thêm khoản phải nộp',
  'waive-fee': 'Miễn, giảm phí, lệ phí',
}

/**
 * Records what an act changes in the figures, in the transaction of the act, once the case with its papers, fees and results is written
 * and while it is locked. What no longer holds is taken back by a correcting fact with the reason. Refuses the act when it cannot be counted.
 */
export async function recordCaseFacts(
  context: RecordContext,
  _before: { readonly id: string } | null,
  after: { readonly id: string },
  act: { readonly act: Act },
): Promise<void> {
  if (SILENT.includes(act.act)) return
  await countCase(context, after.id, REASONS[act.act] ?? 'Hồ sơ thay đổi')
}

/** Brings the facts of a case up to what it counts for. Doing it again records nothing. */
export async function countCase(context: RecordContext, caseId: string, reason: string): Promise<void> {
  const [found, structure] = await Promise.all([findCountedCase(context.tx, caseId), loadStructure(context.tx)])
  if (!found) throw new Error(`There is no case ${caseId} to count.`)
  const { kept, ...row } = found
  const difference = differenceOf(kept, countsOf(await countedCase(context.tx, row), homeIn(structure, kept)))
  const subject = { kind: 'case', id: caseId, label: row.code ?? caseId }
  const added = await recordDifference(context, { subject, difference, reason })
  if (added.length + difference.takenBack.length > 0) await keepCounted(context.tx, caseId, difference.takenBack, added)
}

async function countedCase(tx: Tx, row: CountedRow) {
  return {
    ...row,
    writtenDue: await isWrittenDue(tx, row.procedureVersionId),
    payments: row.payments.map(({ at, online, amountVnd }) => ({ at: new Date(at), online, amountVnd })),
  }
}

/** By version; what a published version says stays. */
const written = new Map<string, boolean>()
const MOST_KEPT = 5000

/** Whether the procedure calls for a written result. */
async function isWrittenDue(tx: Tx, versionId: string): Promise<boolean> {
  const known = written.get(versionId)
  if (known !== undefined) return known
  const { content } = await getVersion(tx, versionId)
  if (written.size >= MOST_KEPT) written.clear()
  const isDue = content.results.some((result) => result.written)
  written.set(versionId, isDue)
  return isDue
}

/**
 * The unit at which a case counts on a day: its own, if it is there that day. Else on days before, where the case counted before it was
 * handed to the unit; on days after, the heir of the unit.
 */
export function homeIn(structure: Structure, kept: readonly Kept[]): HomeOf {
  return (unitId, day, place) => {
    if (findUnitAt(structure, unitId, day)) return unitId
    const receipt = place === 'competent' ? 'cases_received' : 'cases_desk_received'
    const earlier = kept.find(({ measure }) => measure === receipt)?.unitId
    if (earlier && findUnitAt(structure, earlier, day)) return earlier
    return heirOf(structure, unitId, day) ?? unitId
  }
}

/** The unit of the day that holds what an ended unit was; of several the lowest with the largest part. */
function heirOf(structure: Structure, unitId: string, day: Day): string | undefined {
  const end = structure.byUnit.get(unitId)?.at(-1)?.validTo
  if (!end || end > day) return undefined
  const range = { from: addDays(end, -1), to: end }
  const heirs = unitsAt(structure, day).flatMap((heir) => {
    const part = decompose(structure, { unitId: heir.unitId, structureDay: day, range }).find(
      ({ sourceUnitId }) => sourceUnitId === unitId,
    )
    if (!part) return []
    const share = part.share ? part.share.numerator / part.share.denominator : 0
    return [{ unitId: heir.unitId, share, depth: ancestorsOf(structure, heir.unitId, day).length }]
  })
  return heirs.toSorted((a, b) => b.share - a.share || b.depth - a.depth)[0]?.unitId
}

/** The measures and indicators of cases, for any installation; what officials have changed stays as they made it. */
export async function defineCaseFigures(context: Preparation): Promise<void> {
  await ensureDefinitions(context, { measures: MEASURE_DEFINITIONS, indicators: INDICATOR_DEFINITIONS })
}
