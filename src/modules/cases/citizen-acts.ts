import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import type { PublicCase } from './contract/look-up.ts'
import type { submitCase, supplementCase } from './contract.ts'
import type { CaseRow } from './domain/case.ts'
import { stateAfter } from './domain/plan.ts'
import type { Opened } from './engine/acting.ts'
import { supplement, withdraw } from './engine/citizen.ts'
import { type FormOfCase, type GivenForm, takeForm } from './engine/filled-form.ts'
import { takeIn } from './engine/intake.ts'
import { publicCase } from './public-case.ts'
import { findCase, findCaseForUpdate } from './store/cases.ts'
import { insertFilledForm } from './store/filled-forms.ts'
import { findPrinted } from './store/printed.ts'

// What a citizen does to a case of their own. Who that is decides the module that keeps it (row security shows it only the citizen's own);
// here each act sees the one case it is about, through the units of that case and no others, and nothing before or after.

type Filed = { readonly caseId: string; readonly code: string; readonly secret: string }

/** Takes in what a citizen hands in, to be received by an officer; with what was answered on electronic forms. Throws each refusal. */
export function fileAsCitizen(
  context: Context,
  {
    forms: answered,
    ...given
  }: Omit<z.output<typeof submitCase.input>, 'channel' | 'authentication' | 'helpedUnitId'> & {
    readonly forms: readonly GivenForm[]
  },
): Promise<Filed> {
  const { competentUnitId, procedureCode } = given
  return seeing(context, [competentUnitId], async () => {
    const how = { act: 'submit', channel: 'online', authentication: 'none', helpedUnitId: null } as const
    // Before the number of the case is taken, for which everybody else waits.
    const forms: FormOfCase[] = []
    for (const one of answered) forms.push(await takeForm(context, procedureCode, one))
    const row = await takeIn(context, {
      ...given,
      ...how,
      papers: [...forms.map(({ paper }) => paper), ...given.papers],
      receivedUnitId: competentUnitId,
      missingReason: '',
      at: context.now,
    })
    for (const form of forms) await insertFilledForm(context.tx, { ...form.row, caseId: row.id })
    return { caseId: row.id, code: row.code ?? '', secret: row.secret }
  })
}

/** The case as its citizen sees it. */
export async function caseOfCitizen(context: Context, caseId: string): Promise<PublicCase> {
  return seeing(context, await unitsOf(context, caseId), async () => {
    const row = await findPrinted(context.tx, caseId)
    if (!row) throw new Problem('not-found', 'cases/not-found')
    return publicCase(context.tx, row)
  })
}

/** The unit that decides the case. */
export const competentFor = (context: Context, caseId: string): Promise<string> =>
  seeingCase(context, caseId, async () => {
    const row = await findCase(context.tx, caseId)
    if (!row) throw new Problem('not-found', 'cases/not-found')
    return row.competentUnitId
  })

/** Hands in what was asked for. Throws when nothing is. */
export const supplementAsCitizen = (
  context: Context,
  caseId: string,
  given: Pick<z.output<typeof supplementCase.input>, 'papers' | 'note'>,
): Promise<void> =>
  acting(context, caseId, 'supplement', (opened) => supplement(context, opened, { ...given, answers: {} }))

/** Takes the case back. Throws when it has come too far. */
export const withdrawAsCitizen = (context: Context, caseId: string, reason: string): Promise<void> =>
  acting(context, caseId, 'withdraw', (opened) => withdraw(context, opened, reason))

async function acting(
  context: Context,
  caseId: string,
  act: 'supplement' | 'withdraw',
  run: (opened: Opened) => Promise<CaseRow>,
): Promise<void> {
  await seeing(context, await unitsOf(context, caseId), async () => {
    const row = await findCaseForUpdate(context.tx, caseId)
    if (!row) throw new Problem('not-found', 'cases/not-found')
    if (stateAfter(row, act) === null)
      throw new Problem('conflict', 'cases/not-possible-now', '', { values: { act, state: row.business } })
    await run({ row, by: { id: context.actor.id, name: context.actor.name, unitId: row.receivedUnitId } })
  })
}

/** The units of one case, which nobody but the platform could name. */
async function unitsOf({ tx, actor }: Context, caseId: string): Promise<string[]> {
  await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
  const row = await findCase(tx, caseId)
  await setRowScope(tx, actor, null)
  return row ? [...new Set([row.unitId, row.receivedUnitId, row.competentUnitId])] : []
}

/** Runs an act of a citizen that sees the one case. */
export async function seeingCase<T>(context: Context, caseId: string, act: () => Promise<T>): Promise<T> {
  return seeing(context, await unitsOf(context, caseId), act)
}

async function seeing<T>(
  { tx, actor }: { tx: Tx; actor: Context['actor'] },
  own: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  await setRowScope(tx, actor, { all: false, own, subtree: [] })
  const done = await act()
  await setRowScope(tx, actor, null)
  return done
}
