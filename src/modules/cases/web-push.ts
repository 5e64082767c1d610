import { Problem } from '#kernel/problem.ts'
import { SYSTEM } from '#server/actor.ts'
import { readConfig } from '#server/config.ts'
import type { Tx } from '#server/db.ts'
import type { HandlerContext } from '#server/events.ts'
import type { Preparation } from '#server/module.ts'
import type { Context } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { seal, unseal } from '#server/secrets.ts'
import { MESSAGES_TOPIC } from './contract/messages.ts'
import { caseTopic } from './contract/shapes.ts'
import type { Sending } from './domain/message.ts'
import { PushTarget, type PushWords, pushWords, STAND_IN_PUSH_HOST } from './domain/push.ts'
import type { Gateway } from './gateways/gateway.ts'
import { messageConfig } from './gateways/message-gateways.ts'
import type { PushPost } from './gateways/push-post.ts'
import { GONE, isPoint, newVapidPair, readPrivateKey, sendPush, type VapidKey } from './gateways/web-push.ts'
import { FRESH } from './handlers/queue-messages.ts'
import { queueMessage } from './store/messages.ts'
import { deletePushAddress, findPushAddress, findPushKey, insertPushAddress, insertPushKey } from './store/push.ts'

const KEY = 'cases.push-key'
const ADDRESS = 'cases.push-address'
const EVERYTHING = { all: true, own: [], subtree: [] } as const

/** Makes the key pair of the installation, once. */
export async function makePushKey({ tx, now }: Preparation): Promise<void> {
  if (await findPushKey(tx)) return
  const { publicKey, privateKey } = newVapidPair()
  await insertPushKey(tx, { publicKey, privateSealed: seal(privateKey, KEY, publicKey), madeAt: now })
}

/** What a browser needs to know to be told by us; `standIn`: that only the stand-in of the demonstration answers here. */
export async function pushKeyFor(tx: Tx): Promise<{ publicKey: string; standIn: string | null }> {
  const key = await findPushKey(tx)
  if (!key) throw new Error('The key of the installation was not made.')
  const isStandIn = messageConfig().simulated.includes('push')
  return { publicKey: key.publicKey, standIn: isStandIn ? `https://${STAND_IN_PUSH_HOST}/` : null }
}

/** Keeps where a browser wants to be told, sealed; under which id it is written to. Throws what is wrong with it. */
export async function keepPushAddress(context: Context, given: PushTarget): Promise<string> {
  const { tx, actor, now, newId } = context
  const target = PushTarget.safeParse(given)
  if (!target.success || !isPoint(given.p256dh)) throw new Problem('rule-broken', 'cases/push-endpoint')
  if (target.data.endpoint.includes(STAND_IN_PUSH_HOST) && !messageConfig().simulated.includes('push'))
    throw new Problem('rule-broken', 'cases/push-endpoint')
  const id = newId()
  await setRowScope(tx, SYSTEM, EVERYTHING)
  await insertPushAddress(tx, { id, sealed: seal(Buffer.from(JSON.stringify(target.data)), ADDRESS, id), madeAt: now })
  await setRowScope(tx, actor, null)
  return id
}

/** Forgets where a browser wanted to be told. */
export async function dropPushAddress({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string): Promise<void> {
  await setRowScope(tx, SYSTEM, EVERYTHING)
  await deletePushAddress(tx, id)
  await setRowScope(tx, actor, null)
}

/** Queues for browsers that there is news of a case, and where it stands. */
export async function queuePush(
  { tx, now, newId, announce }: HandlerContext,
  caseId: string,
  to: readonly { readonly id: string; readonly language: 'vi' | 'en'; readonly url: string }[],
): Promise<void> {
  for (const { id: recipient, language, url } of to) {
    const about = {
      id: newId(),
      caseId,
      actNumber: null,
      act: null,
      channel: 'push' as const,
      templateId: null,
      language,
    }
    const words = { recipient, subject: url, text: pushWords(language).body }
    await queueMessage(tx, { ...about, ...words, ...FRESH, queuedAt: now, nextAt: now })
  }
  if (to.length === 0) return
  await announce(MESSAGES_TOPIC)
  await announce(caseTopic(caseId))
}

/** The way out for notices of the browser: each is encrypted for its own. */
export function pushGateway({ tx, now }: Pick<HandlerContext, 'tx' | 'now'>, post: PushPost): Gateway {
  return async ({ id, to, subject, text }): Promise<Sending> => {
    const [address, key] = [await findPushAddress(tx, to), await vapidKey(tx)]
    if (!address) return { kind: 'refused', code: GONE }
    const target = PushTarget.parse(JSON.parse(unseal(address.sealed, ADDRESS, address.id).toString()))
    const words: PushWords = { title: pushWords('vi').title, body: text, url: subject }
    return sendPush(id, target, JSON.stringify(words), { key, post, now })
  }
}

/** A browser that is no more is forgotten, and whoever asked for it is told. */
export async function forgetGone({ tx, emit }: HandlerContext, addressId: string, sending: Sending): Promise<void> {
  if (sending.kind !== 'refused' || sending.code !== GONE) return
  await deletePushAddress(tx, addressId)
  await emit('cases.push-gone', { addressId })
}

async function vapidKey(tx: Tx): Promise<VapidKey> {
  const key = await findPushKey(tx)
  if (!key) throw new Error('The key of the installation was not made.')
  const { publicUrl } = readConfig()
  return {
    publicKey: key.publicKey,
    privateKey: readPrivateKey(unseal(key.privateSealed, KEY, key.publicKey)),
    subject: publicUrl?.startsWith('https://') ? publicUrl : 'mailto:haidang@haidang.invalid',
  }
}
