import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { fileOf, readComplaint } from '../opening.ts'

export const getComplaintFile = operation(contract.getComplaintFile, async (context, { complaintId, fileId }) => {
  await readComplaint(context, contract.getComplaintFile, complaintId)
  return fileOf(context, complaintId, fileId)
})
