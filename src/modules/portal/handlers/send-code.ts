import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { handOver } from '#modules/cases/index.ts'
import type { Handler } from '#server/events.ts'
import { codeFor, codeMessage, unsealAddress } from '../sign-in.ts'
import { findCode, openSignIn } from '../store/citizens.ts'

const Asked = z.object({ codeId: idField })

/** Sends a code that was asked for, unless it has run out meanwhile. */
export const sendCode: Handler = {
  name: 'portal.send-code',
  on: 'portal.code-asked',
  async run({ tx, now }, payload) {
    const { codeId } = Asked.parse(payload)
    await openSignIn(tx)
    const asked = await findCode(tx, codeId)
    if (!asked || asked.usedAt !== null || asked.expiresAt <= now) return
    const { channel, language } = asked
    const to = unsealAddress(asked.addressSealed, codeId)
    const message = { id: codeId, to, template: null, ...codeMessage(codeFor(codeId), language, channel) }
    const label = { vi: 'Mã đăng nhập của công dân', en: 'Code of a citizen to sign in' }
    await handOver(channel, message, { kind: 'sign-in', id: codeId, label, unitId: null })
  },
}
