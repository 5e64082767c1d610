import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead, resultOf } from '../documents.ts'
import { shownFinding } from '../shown.ts'

export const listFindings = operation(
  contract.listFindings,
  async ({ tx }, { auditId, severity, rule, state, offset, limit }) => {
    const { findings, decided } = await resultOf(tx, await getHead(tx, auditId))
    const wanted = findings
      .map((finding) => shownFinding(finding, decided(finding)))
      .filter(
        (finding) =>
          (severity === undefined || finding.severity === severity) &&
          (rule === undefined || finding.rule === rule) &&
          (state === undefined || finding.state === state),
      )
    return { findings: wanted.slice(offset, offset + limit), total: wanted.length }
  },
)
