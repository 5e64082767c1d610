import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { citizenProvider } from '../provider.ts'

export const getSignInWays = operation(contract.getSignInWays, async () => {
  const provider = citizenProvider()
  return { provider: provider ? { name: provider.name, simulated: provider.simulated } : null }
})
