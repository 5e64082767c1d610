import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import { contentsInForce } from '../contents.ts'
import * as contract from '../contract.ts'
import { missingParts } from '../domain/completeness.ts'

export const checkCompleteness = operation(
  contract.checkCompleteness,
  async ({ tx, now }, { onlyMissing, ...input }) => {
    const day = input.day ?? dayAt(now)
    const procedures = []
    let [total, complete] = [0, 0]
    for await (const { code, id, content } of contentsInForce(tx, day)) {
      const missing = missingParts(content)
      total++
      if (missing.length === 0) complete++
      if (missing.length > 0 || !onlyMissing) procedures.push({ code, versionId: id, name: content.name, missing })
    }
    return { day, complete, total, procedures }
  },
)
