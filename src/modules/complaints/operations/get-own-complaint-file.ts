import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { fileOf, readComplaint } from '../opening.ts'

export const getOwnComplaintFile = operation(contract.getOwnComplaintFile, async (context, { complaintId, fileId }) => {
  await readComplaint(context, contract.getOwnComplaintFile, complaintId)
  return fileOf(context, complaintId, fileId)
})
