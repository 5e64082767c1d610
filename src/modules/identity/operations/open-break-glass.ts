import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { emergencyShown } from '../emergency-shown.ts'
import { ownSession } from '../own-session.ts'
import { findRole, insertEmergency, listEmergencies } from '../store/rights.ts'

/** A reason shorter than this explains nothing to whoever reads it afterwards. */
const SHORTEST_REASON = 20

/** Opens emergency rights for a limited time with a written reason; every administrator sees it at once. */
export const openBreakGlass = operation(contract.openBreakGlass, async (context, { roleCode, minutes, reason }) => {
  const { tx, now, newId, emit, announce } = context
  const { account, settings } = await ownSession(context)
  const most = settings['break-glass-minutes']
  if (minutes > most) throw new Problem('rule-broken', 'identity/too-long-open', 'Too long.', { values: { most } })
  if (reason.length < SHORTEST_REASON) {
    throw new Problem('rule-broken', 'identity/reason-too-short', 'Say why.', { values: { needed: SHORTEST_REASON } })
  }
  const role = await findRole(tx, roleCode)
  if (!role) throw new Problem('not-found', 'identity/role-not-found')
  if (!role.emergency) throw new Problem('rule-broken', 'identity/role-not-emergency', 'Not an emergency role.')
  const id = newId()
  const endsAt = new Date(now.getTime() + minutes * 60_000)
  await insertEmergency(tx, {
    id,
    accountId: account.id,
    roleId: role.id,
    reason,
    openedAt: now,
    endsAt,
    closedAt: null,
    closedBy: null,
  })
  await emit('identity.break-glass-opened', { breakGlassId: id, accountId: account.id, endsAt: endsAt.toISOString() })
  await announce(contract.BREAK_GLASS_TOPIC)
  const [opened] = await listEmergencies(tx, { openAt: now, accountId: account.id, limit: 1 })
  if (!opened) throw new Problem('not-found', 'identity/break-glass-not-found')
  return emergencyShown(opened, now)
})
