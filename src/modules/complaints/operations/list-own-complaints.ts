import { SYSTEM } from '#server/actor.ts'
import { operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import * as contract from '../contract.ts'
import { showOwn } from '../showing.ts'
import { listOfCitizen, markSeen } from '../store/complaints.ts'

export const listOwnComplaints = operation(contract.listOwnComplaints, async (context, { after, limit }) => {
  const { tx, actor, now, defer } = context
  const rows = await listOfCitizen(tx, { citizenId: actor.id, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const unseen = page.filter(({ answer, seenAt }) => answer !== null && seenAt === null).map(({ id }) => id)
  if (unseen.length > 0)
    defer(async (later) => {
      await setRowScope(later, SYSTEM, { all: true, own: [], subtree: [] })
      await markSeen(later, actor.id, unseen, now)
    })
  return {
    complaints: await showOwn(context, page),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
})
