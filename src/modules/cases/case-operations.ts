import type { Operation } from '#server/operation.ts'
import { actOnMany } from './operations/act-on-many.ts'
import { answerOpinion } from './operations/answer-opinion.ts'
import { askPayment } from './operations/ask-payment.ts'
import { askSupplement } from './operations/ask-supplement.ts'
import { assignCase } from './operations/assign-case.ts'
import { checkCase } from './operations/check-case.ts'
import { confirmPayment } from './operations/confirm-payment.ts'
import { consultUnits } from './operations/consult-units.ts'
import { correctCase } from './operations/correct-case.ts'
import { decideCase } from './operations/decide-case.ts'
import { explainDue } from './operations/explain-due.ts'
import { extendCase } from './operations/extend-case.ts'
import { forwardCase } from './operations/forward-case.ts'
import { getCase } from './operations/get-case.ts'
import { giveLateReason } from './operations/give-late-reason.ts'
import { listActs } from './operations/list-acts.ts'
import { listLateReasons } from './operations/list-late-reasons.ts'
import { listOrphanedCases } from './operations/list-orphaned-cases.ts'
import { listUnitCodes } from './operations/list-unit-codes.ts'
import { moveDeadlines } from './operations/move-deadlines.ts'
import { previewCalendarMove } from './operations/preview-calendar-move.ts'
import { receiveCase } from './operations/receive-case.ts'
import { receiveNewCase } from './operations/receive-new-case.ts'
import { refuseCase } from './operations/refuse-case.ts'
import { reopenCase } from './operations/reopen-case.ts'
import { returnResult } from './operations/return-result.ts'
import { saveLateReason } from './operations/save-late-reason.ts'
import { sendBackCase } from './operations/send-back-case.ts'
import { setUnitCode } from './operations/set-unit-code.ts'
import { stopCase } from './operations/stop-case.ts'
import { submitCase } from './operations/submit-case.ts'
import { supplementCase } from './operations/supplement-case.ts'
import { transferCase } from './operations/transfer-case.ts'
import { transferCases } from './operations/transfer-cases.ts'
import { waiveFee } from './operations/waive-fee.ts'
import { withdrawCase } from './operations/withdraw-case.ts'
import { withdrawOpinion } from './operations/withdraw-opinion.ts'

/** Taking cases in and acting on them, the data they rest on, and what is done when units or days off change. */
export const caseOperations: readonly Operation[] = [
  receiveNewCase,
  submitCase,
  getCase,
  listActs,
  explainDue,
  receiveCase,
  refuseCase,
  assignCase,
  checkCase,
  forwardCase,
  sendBackCase,
  askSupplement,
  supplementCase,
  askPayment,
  confirmPayment,
  waiveFee,
  consultUnits,
  answerOpinion,
  withdrawOpinion,
  decideCase,
  extendCase,
  stopCase,
  withdrawCase,
  returnResult,
  reopenCase,
  transferCase,
  giveLateReason,
  correctCase,
  actOnMany,
  listOrphanedCases,
  transferCases,
  previewCalendarMove,
  moveDeadlines,
  listUnitCodes,
  setUnitCode,
  listLateReasons,
  saveLateReason,
]
