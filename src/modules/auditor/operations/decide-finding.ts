import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead, resultOf } from '../documents.ts'
import { decidedBy } from '../domain/decision.ts'
import { shownFinding } from '../shown.ts'
import { insertDecision } from '../store/series.ts'

export const decideFinding = operation(
  contract.decideFinding,
  async (context, { auditId, findingKey, decision, reason }) => {
    const { tx, actor, now, newId, emit, announce } = context
    if (decision === 'dismissed' && reason === '') {
      const errors = [{ path: 'reason', code: 'auditor/reason-needed', message: 'A reason is needed.' }]
      throw new Problem('invalid-input', 'auditor/reason-needed', '', { errors })
    }
    const head = await getHead(tx, auditId)
    await requireScope(context, 'auditor:write', head.unitId)
    const { findings, decisions } = await resultOf(tx, head)
    const finding = findings.find(({ key }) => key === findingKey)
    if (!finding) throw new Problem('not-found', 'auditor/finding-not-found')
    const { rule, key, placeKey, stated } = finding
    const { seriesId, unitId, version } = head
    const said = { key, placeKey, decision, reason, stated, version }
    await insertDecision(tx, {
      id: newId(),
      seriesId,
      auditId,
      rule,
      ...said,
      byId: actor.id,
      byName: actor.name,
      at: now,
    })
    await emit('auditor.decided', { auditId, seriesId, unitId, rule, decision })
    await announce(contract.AUDIT_TOPIC)
    const decided = decidedBy([...decisions, { ...said, byName: actor.name, at: now.toISOString() }])
    return shownFinding(finding, decided(finding))
  },
)
