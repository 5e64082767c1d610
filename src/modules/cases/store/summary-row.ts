import { sql } from 'kysely'
import type { CaseSummary } from '../contract/shapes.ts'

/** What is stored of one line of a list; names of units and steps are looked up. */
export type SummaryRow = Omit<
  CaseSummary,
  | 'receivedUnit'
  | 'competentUnit'
  | 'unit'
  | 'stepName'
  | 'minutesLeft'
  | 'receivedAt'
  | 'dueAt'
  | 'stepDueAt'
  | 'endedAt'
> & {
  readonly receivedUnitId: string
  readonly competentUnitId: string
  readonly unitId: string
  readonly processVersionId: string
  readonly stepId: string | null
  readonly receivedAt: Date | null
  readonly dueAt: Date | null
  readonly stepDueAt: Date | null
  readonly endedAt: Date | null
}

/** The columns of `SummaryRow`, of `cases.case` as `c`. */
export const SUMMARY_COLUMNS = sql`c.id, c.code, c.procedure_code, c.procedure_name, c.title, c.subject_name, c.subject_phone, c.channel,
  c.business, c.finance, c.delivery, c.sync, c.received_unit_id, c.competent_unit_id, c.unit_id, c.process_version_id, c.step_id,
  c.assignee_name, c.received_at, c.due_at, c.step_due_at, c.ended_at, c.on_time, c.demonstration, c.version`
