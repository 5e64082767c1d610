import type { z } from 'zod'
import * as contract from '#modules/reports/contract.ts'
import { reports } from '#modules/reports/index.ts'
import { isEmptyScope } from '#server/actor.ts'
import { type Context, scopeFor } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'

const listReports = reports.operations.find(({ endpoint }) => endpoint.id === contract.listReports.id)

/**
 * The newest reports that the asker may read, through the reports module's own operation in this transaction; none without
 * the permission. The row scope stays that of `reports:read` afterwards: ask for reports last, or set it again.
 */
export async function readableReports(
  context: Context,
  filter: z.input<typeof contract.listReports.input>,
): Promise<readonly contract.ReportRow[]> {
  const scope = scopeFor(context.actor, contract.listReports.permission)
  if (!listReports || isEmptyScope(scope)) return []
  await setRowScope(context.tx, context.actor, scope)
  const answer = await listReports.run({ ...context, scope }, contract.listReports.input.parse(filter))
  return contract.listReports.output.parse(answer).reports
}
