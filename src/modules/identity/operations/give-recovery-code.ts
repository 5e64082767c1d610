import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfRecoveryCode } from '../credentials/token.ts'
import { giveSecondFactor } from '../second-factor.ts'
import { useRecoveryCode } from '../store/credentials.ts'

/** The second step by recovery code; each code is good once. */
export const giveRecoveryCode = operation(contract.giveRecoveryCode, (context, { pending, code }) =>
  giveSecondFactor(
    { context, endpoint: contract.giveRecoveryCode },
    {
      pending,
      method: 'recovery-code',
      code: 'identity/code-wrong',
      check: ({ id }) => useRecoveryCode(context.tx, id, hashOfRecoveryCode(id, code), context.now),
    },
  ),
)
