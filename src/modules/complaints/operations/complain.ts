import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { caseByReceipt } from '#modules/cases/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { type Context, operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import * as contract from '../contract.ts'
import { fileComplaint } from '../filing.ts'
import { showOwn } from '../showing.ts'

type Asked = {
  readonly caseCode?: string | undefined
  readonly secret?: string | undefined
  readonly procedureCode?: string | undefined
  readonly unitId?: string | undefined
}

export const complain = operation(
  contract.complain,
  async (context, { topic, text, officerName, fileIds, ...asked }) => {
    const row = await fileComplaint(context, await aboutWhat(context, asked), { topic, text, officerName, fileIds })
    const [shown] = await showOwn(context, [row])
    if (!shown) throw new Error('A complaint that was filed is shown.')
    return shown
  },
)

async function aboutWhat(context: Context, { caseCode, secret, procedureCode, unitId }: Asked) {
  const { tx, actor, now } = context
  if (caseCode !== undefined && secret !== undefined) {
    const row = await caseByReceipt(context, { code: caseCode, secret })
    await setRowScope(tx, actor, null)
    const of = { caseId: row.id, caseCode: row.code, procedureCode: row.procedureCode }
    return { about: 'case' as const, ...of, aboutUnitId: row.competentUnitId }
  }
  if (unitId === undefined) throw new Problem('rule-broken', 'complaints/about-what')
  const none = { caseId: null, caseCode: null, aboutUnitId: unitId }
  if (procedureCode === undefined) return { about: 'unit' as const, ...none, procedureCode: null }
  const version = await findInForce(tx, procedureCode, dayAt(now))
  if (!version) throw new Problem('rule-broken', 'complaints/about-what')
  return { about: 'procedure' as const, ...none, procedureCode }
}
