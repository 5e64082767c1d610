// The door of the module. Other modules may call:
//
//   fileComplaint(context, about, said) → keeps a complaint of the citizen who acts; the caller has made sure of what it is about
//   showOwn(context, rows)              → complaints as their citizen sees them
//   listPublishedAnswers                → the operation by which anybody reads what units made public

import type { Module } from '#server/module.ts'
import { countEarlier, defineComplaintFigures, tellOfEarlier } from './counting.ts'
import { problems } from './domain/problems.ts'
import { passOnAfterChange, passOnByTheDay } from './handlers/pass-on.ts'
import { watchDeadlines } from './handlers/watch-deadlines.ts'
import { answerComplaint } from './operations/answer-complaint.ts'
import { askForMore } from './operations/ask-for-more.ts'
import { assignComplaint } from './operations/assign-complaint.ts'
import { complain } from './operations/complain.ts'
import { getComplaint } from './operations/get-complaint.ts'
import { getComplaintFile } from './operations/get-complaint-file.ts'
import { getHandedOn } from './operations/get-handed-on.ts'
import { getOwnComplaintFile } from './operations/get-own-complaint-file.ts'
import { giveMore } from './operations/give-more.ts'
import { handOnComplaint } from './operations/hand-on-complaint.ts'
import { listAskRules } from './operations/list-ask-rules.ts'
import { listComplaintAssignees } from './operations/list-complaint-assignees.ts'
import { listComplaintNotices } from './operations/list-complaint-notices.ts'
import { listComplaintTerms } from './operations/list-complaint-terms.ts'
import { listComplaints } from './operations/list-complaints.ts'
import { listHandOnRules } from './operations/list-hand-on-rules.ts'
import { listHandedOn } from './operations/list-handed-on.ts'
import { listOwnComplaints } from './operations/list-own-complaints.ts'
import { listPublishedAnswers } from './operations/list-published-answers.ts'
import { markComplaintNoticesRead } from './operations/mark-complaint-notices-read.ts'
import { publishAnswer } from './operations/publish-answer.ts'
import { refuseComplaint } from './operations/refuse-complaint.ts'
import { setAskRule } from './operations/set-ask-rule.ts'
import { setComplaintTerm } from './operations/set-complaint-term.ts'
import { setHandOnRule } from './operations/set-hand-on-rule.ts'
import { takeQuestionBack } from './operations/take-question-back.ts'
import { withdrawAnswer } from './operations/withdraw-answer.ts'
import { watchedTopics } from './watched-topics.ts'

export { fileComplaint } from './filing.ts'
export { listPublishedAnswers } from './operations/list-published-answers.ts'
export { showOwn } from './showing.ts'

export const complaints: Module = {
  name: 'complaints',
  operations: [
    complain,
    listOwnComplaints,
    getOwnComplaintFile,
    listComplaints,
    getComplaint,
    getComplaintFile,
    answerComplaint,
    refuseComplaint,
    listComplaintTerms,
    setComplaintTerm,
    handOnComplaint,
    assignComplaint,
    listComplaintAssignees,
    listComplaintNotices,
    markComplaintNoticesRead,
    listHandOnRules,
    setHandOnRule,
    publishAnswer,
    withdrawAnswer,
    listPublishedAnswers,
    listHandedOn,
    getHandedOn,
    askForMore,
    takeQuestionBack,
    giveMore,
    listAskRules,
    setAskRule,
  ],
  handlers: [passOnAfterChange],
  schedules: [watchDeadlines, passOnByTheDay],
  problems,
  watchedTopics,
  prepare: async (context) => {
    await defineComplaintFigures(context)
    await countEarlier(context)
    await tellOfEarlier(context)
  },
}
