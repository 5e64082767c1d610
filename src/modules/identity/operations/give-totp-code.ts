import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unsealText } from '../credentials/sealing.ts'
import { stepOfCode } from '../credentials/totp.ts'
import { giveSecondFactor } from '../second-factor.ts'
import { acceptTotpStep, findTotpForUpdate } from '../store/credentials.ts'

/** The second step by authenticator app; each code is good once. */
export const giveTotpCode = operation(contract.giveTotpCode, (context, { pending, code }) =>
  giveSecondFactor(
    { context, endpoint: contract.giveTotpCode },
    {
      pending,
      method: 'totp',
      code: 'identity/code-wrong',
      check: async ({ id }) => {
        const totp = await findTotpForUpdate(context.tx, id)
        if (!totp?.confirmedAt) return false
        const step = stepOfCode(unsealText(totp.secretSealed, 'identity.totp', id), code, context.now, totp.lastStep)
        if (step === null) return false
        await acceptTotpStep(context.tx, id, step, totp.confirmedAt)
        return true
      },
    },
  ),
)
