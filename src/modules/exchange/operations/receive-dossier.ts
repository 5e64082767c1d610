import { operation } from '#server/operation.ts'
import { receiveDossier as contract } from '../contract.ts'
import { arrive } from '../engine/arrive.ts'

export const receiveDossier = operation(contract, async (context, { dossier }) => ({
  taken: true as const,
  isNew: await arrive(context, dossier, 'push'),
}))
