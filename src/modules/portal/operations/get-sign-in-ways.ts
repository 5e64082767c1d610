import { readConfig } from '#server/config.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'

export const getSignInWays = operation(contract.getSignInWays, async () => {
  const { citizenProvider } = readConfig()
  return { provider: citizenProvider ? { name: citizenProvider.name } : null }
})
