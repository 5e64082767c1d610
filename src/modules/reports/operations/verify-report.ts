import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReport, snapshotOf } from '../documents.ts'
import { sealOf } from '../domain/snapshot.ts'
import { findSnapshot } from '../store/snapshots.ts'

export const verifyReport = operation(contract.verifyReport, async ({ tx }, { reportId }) => {
  await getReport(tx, reportId)
  const kept = await findSnapshot(tx, reportId)
  if (!kept) throw new Problem('conflict', 'reports/not-issued')
  const computed = await sealOf(await snapshotOf(tx, reportId))
  return { seal: kept.seal, computed, intact: computed === kept.seal, takenAt: kept.takenAt.toISOString() }
})
