import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'

export const getComplaint = operation(contract.getComplaint, async (context, { complaintId }) =>
  showComplaint(context, await readComplaint(context, contract.getComplaint, complaintId)),
)
