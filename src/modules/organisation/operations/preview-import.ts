import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readImport } from '../store/import.ts'

export const previewImport = operation(contract.previewImport, async (context, input) => {
  const { report } = await readImport(context, input, null)
  return report
})
