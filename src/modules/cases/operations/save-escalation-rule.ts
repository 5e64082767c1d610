import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { saveEscalationRule as contract, WATCH_TOPIC } from '../contract/watch.ts'
import { findRuleForUpdate, putRule } from '../store/escalation.ts'

/** A new rule watches deadlines that fall after now; a changed one goes on with those it watched. */
export const saveEscalationRule = operation(
  contract,
  async (context, { ruleId, version, name, reason: _reason, ...words }) => {
    const { tx, actor, now, newId, announce } = context
    requireEverywhere(context, contract.permission)
    if ((words.moment === 'at-due') !== (words.amount === 0)) throw new Problem('rule-broken', 'cases/rule-moment')
    if (words.validTo !== null && words.validTo < words.validFrom)
      throw new Problem('invalid-input', 'platform/invalid-input', 'The days are not in order.', {
        errors: [{ path: 'validTo', code: 'platform/not-a-day', message: 'before the first' }],
      })
    const before = ruleId === undefined ? undefined : await findRuleForUpdate(tx, ruleId)
    if (ruleId !== undefined && !before) throw new Problem('not-found', 'cases/unknown-rule')
    if (before && before.version !== version) throw new Problem('conflict', 'cases/rule-changed')
    const id = before?.id ?? newId()
    await putRule(tx, {
      ...(before ?? { armedAt: now, checkedAt: null, lastFiredAt: null, fired: 0 }),
      ...words,
      id,
      nameVi: name.vi,
      nameEn: name.en,
      version: (before?.version ?? 0) + 1,
      changedBy: actor.id,
      changedAt: now,
    })
    await announce(WATCH_TOPIC)
    return { ruleId: id }
  },
)
