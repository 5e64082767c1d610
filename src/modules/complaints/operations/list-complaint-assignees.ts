import { operation } from '#server/operation.ts'
import { assigneesOf } from '../assigning.ts'
import * as contract from '../contract.ts'
import { readComplaint } from '../opening.ts'

export const listComplaintAssignees = operation(contract.listComplaintAssignees, async (context, { complaintId }) => ({
  assignees: await assigneesOf(context, await readComplaint(context, contract.listComplaintAssignees, complaintId)),
}))
