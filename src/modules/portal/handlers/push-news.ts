import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { queuePush } from '#modules/cases/index.ts'
import type { Handler, HandlerContext } from '#server/events.ts'
import { findDraftOfCase, openTelling } from '../store/drafts.ts'
import { deleteDevice, listDevices } from '../store/push.ts'

const Acted = z.object({ caseId: idField, act: z.string() })
const Written = z.object({ caseId: idField, side: z.string() })
const Gone = z.object({ addressId: idField })

/** Acts that are news to the citizen: where the case stands for them, and not what officials do among themselves. */
const NEWS: ReadonlySet<string> = new Set([
  'receive',
  'refuse',
  'ask-supplement',
  'ask-payment',
  'extend',
  'stop',
  'decide',
  'return',
  'reopen',
])

/** The browsers of whose case it is are told that there is news. */
async function tell(context: HandlerContext, caseId: string): Promise<void> {
  await openTelling(context.tx)
  const draft = await findDraftOfCase(context.tx, caseId)
  if (!draft) return
  const devices = await listDevices(context.tx, draft.citizenId)
  const url = `/ho-so-cua-toi/${draft.id}`
  await queuePush(
    context,
    caseId,
    devices.map(({ id, language }) => ({ id, language, url })),
  )
}

export const pushHandlers: readonly Handler[] = [
  {
    name: 'portal.push-act',
    on: 'cases.acted',
    async run(context, payload) {
      const { caseId, act } = Acted.parse(payload)
      if (NEWS.has(act)) await tell(context, caseId)
    },
  },
  {
    name: 'portal.push-letter',
    on: 'cases.letter-written',
    async run(context, payload) {
      const { caseId, side } = Written.parse(payload)
      if (side === 'office') await tell(context, caseId)
    },
  },
  {
    name: 'portal.forget-browser',
    on: 'cases.push-gone',
    async run({ tx }, payload) {
      await openTelling(tx)
      await deleteDevice(tx, Gone.parse(payload).addressId)
    },
  },
]
