import { verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { publicKeyOf } from '../signing.ts'
import {
  newSigningKeys,
  openWithPassphrase,
  openWithServer,
  randomText,
  sealJson,
  sealKeys,
  signText,
  unsealJson,
  utf8,
} from './vault.ts'

const PASSPHRASE = 'mật khẩu của quầy'

async function newKeys() {
  const { privateKey, publicKey } = await newSigningKeys()
  const serverKey = randomText(32)
  return { publicKey, serverKey, kept: await sealKeys(privateKey, PASSPHRASE, serverKey) }
}

/** Each opening by passphrase takes its 600,000 rounds, so the tests share one counter and one opening. */
const counter = await newKeys()
const opened = await openWithPassphrase(counter.kept, PASSPHRASE)
if (!opened) throw new Error('It does not open.')
const open = opened

test('the queue opens with the passphrase or with what the server gives, and with nothing else', async () => {
  const { kept, serverKey } = counter
  const byServer = await openWithServer(kept, serverKey)
  if (!byServer) throw new Error('It does not open.')
  const sealed = await sealJson(open, 'item', { name: 'Nguyễn Thị Thử' })
  expect(await unsealJson(byServer, 'item', sealed)).toEqual({ name: 'Nguyễn Thị Thử' })
  expect(await openWithPassphrase(kept, 'mật khẩu khác')).toBeNull()
  expect(await openWithServer(kept, randomText(32))).toBeNull()
})

test('a passphrase is the same however its marks are typed', async () => {
  expect(await openWithPassphrase(counter.kept, PASSPHRASE.normalize('NFD'))).not.toBeNull()
})

test('nothing that is kept holds a key or a name in clear, and open keys are not given out', async () => {
  expect([open.queue.extractable, open.signing.extractable]).toEqual([false, false])
  await expect(crypto.subtle.exportKey('raw', open.queue)).rejects.toThrow()
  const sealed = await sealJson(open, 'item', { name: 'Nguyen Thi Thu' })
  expect(Buffer.from(sealed.bytes).includes('Nguyen')).toBe(false)
})

test('what is sealed of one item cannot stand in for another, nor be changed', async () => {
  const sealed = await sealJson(open, 'one', 'content')
  await expect(unsealJson(open, 'two', sealed)).rejects.toThrow()
  const bytes = new Uint8Array(sealed.bytes.slice(0))
  bytes[0] = (bytes[0] ?? 0) ^ 1
  await expect(unsealJson(open, 'one', { ...sealed, bytes: bytes.buffer })).rejects.toThrow()
})

test('the server verifies what the counter signs', async () => {
  const { publicKey } = counter
  const signature = Buffer.from(await signText(open, 'statement'), 'base64url')
  const key = publicKeyOf({ keyX: publicKey.x, keyY: publicKey.y })
  const isSigned = (text: string) => verify('sha256', utf8(text), { key, dsaEncoding: 'ieee-p1363' }, signature)
  expect([isSigned('statement'), isSigned('another')]).toEqual([true, false])
})
