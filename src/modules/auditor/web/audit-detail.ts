import type { z } from 'zod'
import type { getAudit } from '../contract.ts'

/** One audit as `get-audit` shows it. */
export type AuditDetail = z.output<typeof getAudit.output>
