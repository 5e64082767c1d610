import { operation } from '#server/operation.ts'
import { getLetterFile as contract } from '../contract/letters.ts'
import { notFound, readCase } from '../engine/acting.ts'
import { fileOfLetter } from '../engine/letters.ts'

export const getLetterFile = operation(contract, async (context, asked) => {
  await readCase(context, contract, asked.caseId)
  const file = await fileOfLetter(context, asked)
  if (!file) throw notFound(context, contract, asked)
  return file
})
