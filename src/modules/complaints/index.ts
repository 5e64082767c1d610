// The door of the module. Other modules may call:
//
//   fileComplaint(context, about, said) → keeps a complaint of the citizen who acts; the caller has made sure of what it is about
//   showOwn(context, rows)              → complaints as their citizen sees them

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { answerComplaint } from './operations/answer-complaint.ts'
import { complain } from './operations/complain.ts'
import { getComplaint } from './operations/get-complaint.ts'
import { getComplaintFile } from './operations/get-complaint-file.ts'
import { getOwnComplaintFile } from './operations/get-own-complaint-file.ts'
import { listComplaintTerms } from './operations/list-complaint-terms.ts'
import { listComplaints } from './operations/list-complaints.ts'
import { listOwnComplaints } from './operations/list-own-complaints.ts'
import { refuseComplaint } from './operations/refuse-complaint.ts'
import { setComplaintTerm } from './operations/set-complaint-term.ts'
import { watchedTopics } from './watched-topics.ts'

export { fileComplaint } from './filing.ts'
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
  ],
  handlers: [],
  problems,
  watchedTopics,
}
