import { z } from 'zod'
import type { ProblemDetail } from '#kernel/problem.ts'
import { problemText } from '#kernel/problem-messages.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { type Context, operation, toDetail } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { same } from '../domain/compare.ts'
import { problems } from '../domain/problems.ts'
import { fieldCodes, findKnown, type Known } from '../store/exchange.ts'
import { insertProcessDraft } from '../store/processes.ts'
import { insertProcedure, insertVersion } from '../store/versions.ts'

const Row = z.object({
  code: contract.procedureCode,
  content: contract.ProcedureContent,
  process: contract.Process.nullable().default(null),
})
type Row = z.output<typeof Row>
type Plan = {
  readonly index: number
  readonly code: string | null
  readonly outcome: z.output<typeof contract.importProcedures.output>['rows'][number]['outcome']
  readonly faults: readonly ProblemDetail[]
  /** What is to be stored: the content, the process, both or nothing. */
  readonly row?: Row
  readonly known?: Known | undefined
  readonly content?: boolean
  readonly process?: boolean
}
/** More faults than these of one row tell nobody more. */
const MOST_FAULTS = 20

export const importProcedures = operation(contract.importProcedures, async (context, { procedures, dryRun }) => {
  requireEverywhere(context, 'procedures:write')
  const { tx } = context
  const parsed = procedures.map((raw) => Row.safeParse(raw))
  const codes = parsed.flatMap(({ data }) => (data ? [data.code] : []))
  const known = new Map((await findKnown(tx, codes)).map((one) => [one.code, one]))
  const fields = await fieldCodes(tx)
  const seen = new Set<string>()
  const plans = parsed.map((result, index): Plan => {
    if (!result.success) {
      return faulty(index, codeIn(procedures[index]), result.error.issues.slice(0, MOST_FAULTS).map(toDetail))
    }
    const row = result.data
    const faults = faultsOf(row, { known: known.get(row.code), isTwice: seen.has(row.code), fields })
    seen.add(row.code)
    return faults.length > 0 ? faulty(index, row.code, faults) : planFor(index, row, known.get(row.code))
  })
  const isStored = !dryRun && plans.every(({ outcome }) => outcome !== 'faulty')
  if (isStored) {
    for (const plan of plans) await store(context, plan)
    await context.announce(contract.CATALOGUE_TOPIC)
  }
  return { stored: isStored, rows: plans.map(shown) }
})

const faulty = (index: number, code: string | null, faults: readonly ProblemDetail[]): Plan => ({
  index,
  code,
  outcome: 'faulty',
  faults,
})

/** The code of a row that cannot be read as a whole, when at least that can. */
function codeIn(raw: unknown): string | null {
  const read = z.object({ code: contract.procedureCode }).safeParse(raw)
  return read.success ? read.data.code : null
}

type Surroundings = {
  readonly known: Known | undefined
  readonly isTwice: boolean
  readonly fields: ReadonlySet<string>
}

/** What keeps a readable row from being stored: a code twice in the file, an unknown field, the unfinished work of somebody. */
function faultsOf({ code, content, process }: Row, { known, isTwice, fields }: Surroundings): ProblemDetail[] {
  const fault = (path: string, problem: string, values: Record<string, string> = { code }) => ({
    path,
    code: problem,
    message: problem,
    values,
  })
  return [
    ...(isTwice ? [fault('code', 'procedures/part-code-twice')] : []),
    ...(fields.has(content.fieldCode)
      ? []
      : [fault('content.fieldCode', 'procedures/unknown-field', { code: content.fieldCode })]),
    ...(known?.hasDraft && !same(known.content, content) ? [fault('code', 'procedures/draft-exists')] : []),
    ...(known?.hasProcessDraft && process !== null && !same(known.process, process)
      ? [fault('process', 'procedures/draft-exists')]
      : []),
  ]
}

function planFor(index: number, row: Row, known: Known | undefined): Plan {
  const isNewContent = !known || !same(contract.ProcedureContent.parse(known.content), row.content)
  const isNewProcess =
    row.process !== null && !(known?.process && same(contract.Process.parse(known.process), row.process))
  const outcome = known ? (isNewContent || isNewProcess ? 'draft' : 'unchanged') : 'new'
  return { index, code: row.code, outcome, faults: [], row, known, content: isNewContent, process: isNewProcess }
}

async function store({ tx, actor, now, newId }: Context, { row, known, ...plan }: Plan): Promise<void> {
  if (!row) return
  const made = { by: actor.id, at: now }
  const { code, content, process } = row
  const id = known?.id ?? (await insertProcedure(tx, { id: newId(), code, createdAt: now, createdBy: actor.id }))
  if (!id) throw new RangeError('The codes were looked up in this transaction.')
  if (plan.content) await insertVersion(tx, { id, code }, content, made)
  if (plan.process && process)
    await insertProcessDraft(tx, { procedureId: id, unitId: null }, { process, note: '', ...made })
}

/** The plan as it is answered, each fault in both languages. */
function shown({ index, code, outcome, faults }: Plan) {
  return {
    index,
    code,
    outcome,
    faults: faults.map((fault) => {
      const say = (language: 'vi' | 'en') =>
        problemText(problems, fault.code, fault.values ?? {}, language, fault.message)
      return { path: fault.path, code: fault.code, message: { vi: say('vi'), en: say('en') } }
    }),
  }
}
