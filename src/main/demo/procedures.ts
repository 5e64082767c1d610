import type { z } from 'zod'
import type * as contract from '#modules/procedures/contract.ts'
import type { DemoDeps } from './deps.ts'
import { contentOf, FIRST_DAY, type ProceduresFile, type Row, readProcedures } from './procedures-rows.ts'
import { processOf } from './procedures-steps.ts'

type Deps = Pick<DemoDeps, 'perform'>
type Content = z.input<typeof contract.ProcedureContent>

const DECISION = { number: 'MH-01/QĐ-UBND', on: '2025-06-20', kind: 'new' as const }
/** Of this procedure there are two versions: cases received earlier keep the first. */
const AMENDED = { code: '1.001612', from: '2026-07-01', decision: { number: 'MH-02/QĐ-UBND', on: '2026-06-15' } }
/** Of this one a draft waits to be published. */
const DRAFTED = '2.000720'

/** Loads the illustrative procedures with their processes. Does nothing when there are procedures. */
export async function loadProceduresDemo({ perform }: Deps): Promise<void> {
  const { total } = await perform<{ total: number }>('procedures.list-procedures', { day: '2026-11-01', limit: 1 })
  if (total > 0) return
  const file = await readProcedures()
  for (const { code, ...name } of file.fields) await perform('procedures.save-field', { code, name })
  for (const row of file.procedures) await loadProcedure(perform, row, file)
  await amend(perform, file)
}

async function loadProcedure(perform: Deps['perform'], row: Row, file: ProceduresFile): Promise<void> {
  const { code } = row
  await perform('procedures.create-procedure', { code, content: contentOf(row, file) })
  await perform('procedures.publish-version', { code, revision: 1, decision: DECISION, validFrom: FIRST_DAY })
  const { id } = await perform<{ id: string }>('procedures.save-process-draft', {
    code,
    revision: null,
    process: processOf(row),
    note: 'Quy trình minh họa',
  })
  await perform('procedures.publish-process', { id, revision: 1 })
}

/** A second version with a lower levy online and without one paper, and a draft. */
async function amend(perform: Deps['perform'], file: ProceduresFile): Promise<void> {
  const find = (code: string): Content => {
    const row = file.procedures.find((one) => one.code === code)
    if (!row) throw new Error(`The demonstration has no procedure ${code}`)
    return contentOf(row, file)
  }
  const { code, from, decision } = AMENDED
  const first = find(code)
  const fees = first.fees.map((fee) => ({ ...fee, amountVnd: fee.amountVnd / 2, validFrom: from }))
  const second = { ...first, fees, papers: first.papers.filter((paper) => paper.code !== 'bien-ban-hop-ho') }
  await perform('procedures.save-draft', { code, revision: null, content: second })
  await perform('procedures.publish-version', {
    code,
    revision: 1,
    decision: { ...decision, kind: 'amended' },
    validFrom: from,
  })
  const draft = find(DRAFTED)
  await perform('procedures.save-draft', {
    code: DRAFTED,
    revision: null,
    content: { ...draft, terms: [{ term: { amount: 2, unit: 'working-days' } }] },
  })
}
