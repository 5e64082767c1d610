import type { Operation } from '#server/operation.ts'
import { caseReport } from './operations/case-report.ts'
import { caseReportCases } from './operations/case-report-cases.ts'
import { caseReportProcedures } from './operations/case-report-procedures.ts'
import { exportCaseReport } from './operations/export-case-report.ts'
import { formII06 } from './operations/form-ii-06.ts'
import { formII06Cases } from './operations/form-ii-06-cases.ts'
import { index766 } from './operations/index-766.ts'
import { index766Procedures } from './operations/index-766-procedures.ts'
import { index766Cases } from './operations/index766-cases.ts'
import { listIndexWeights } from './operations/list-index-weights.ts'
import { setIndexWeight } from './operations/set-index-weight.ts'

/** Figures of cases: the live tables, form II.06 and the 766 index. */
export const countingOperations: readonly Operation[] = [
  caseReport,
  caseReportCases,
  caseReportProcedures,
  exportCaseReport,
  formII06,
  formII06Cases,
  index766,
  index766Cases,
  index766Procedures,
  listIndexWeights,
  setIndexWeight,
]
