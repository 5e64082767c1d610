import { dayAt } from '#kernel/calendar.ts'
import { listAccountsOf } from '#modules/identity/index.ts'
import { listOfficialsAt } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { listAssignees as contract } from '../contract/assignees.ts'
import { assignableAt } from '../engine/assignee.ts'

export const listAssignees = operation(contract, async (context, { unitId }) => {
  const { tx, now } = context
  const officials = await listOfficialsAt(tx, unitId, dayAt(now))
  const accounts = await listAccountsOf(tx, { officialIds: officials.map(({ id }) => id) })
  const people = officials.flatMap(({ id, name, title, accountId: recorded }) => {
    const accountId = accounts.find(({ officialId }) => officialId === id)?.id ?? recorded
    return accountId === null ? [] : [{ accountId, name, title }]
  })
  const may = await assignableAt(
    context,
    people.map(({ accountId }) => accountId),
    unitId,
  )
  return { people: people.filter(({ accountId }) => may.has(accountId)) }
})
