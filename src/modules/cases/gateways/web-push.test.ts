import { createECDH, createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress, publicLookup, pushPost } from './push-post.ts'
import { encrypted, isPoint, newVapidPair, readPrivateKey, sendPush, vapidHeader } from './web-push.ts'

/** The example of RFC 8291, section 5 and appendix A. */
const EXAMPLE = {
  plain: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  ours: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

test('the example of RFC 8291 comes out to the byte', () => {
  const keys = createECDH('prime256v1')
  keys.setPrivateKey(Buffer.from(EXAMPLE.ours, 'base64url'))
  const salt = Buffer.from(EXAMPLE.salt, 'base64url')
  expect(encrypted(Buffer.from(EXAMPLE.plain), EXAMPLE, { keys, salt }).toString('base64url')).toBe(EXAMPLE.body)
})

const ENDPOINT = 'https://push.example.vn/send/1'
const pair = newVapidPair()
const key = {
  publicKey: pair.publicKey,
  privateKey: readPrivateKey(pair.privateKey),
  subject: 'https://haidang.example',
}
const now = new Date('2026-12-01T02:00:00Z')

test('the token names the push service, runs out within a day, and is signed by the key it shows', () => {
  const [, token = '', shown] = /^vapid t=([^,]+), k=(.+)$/.exec(vapidHeader(ENDPOINT, key, now)) ?? []
  expect(shown).toBe(pair.publicKey)
  const [head = '', claims = '', signature = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  expect(read(head)).toEqual({ typ: 'JWT', alg: 'ES256' })
  const { aud, exp, sub } = read(claims)
  expect([aud, sub]).toEqual(['https://push.example.vn', 'https://haidang.example'])
  expect(Number(exp) - now.getTime() / 1000).toBeLessThanOrEqual(86_400)
  const point = Buffer.from(pair.publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const given = Buffer.from(signature, 'base64url')
  expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, given)).toBe(true)
})

test('what a push service answers says whether to try again, to give up, or to forget the browser', async () => {
  const answer = (status: number, retryAfter?: string) =>
    sendPush('1', { ...EXAMPLE, endpoint: ENDPOINT }, '{}', { key, now, post: async () => ({ status, retryAfter }) })
  expect(await answer(201)).toEqual({ kind: 'taken', providerId: null })
  for (const gone of [404, 410]) expect(await answer(gone)).toEqual({ kind: 'refused', code: 'push-gone' })
  expect(await answer(429, '120')).toEqual({ kind: 'later', code: 'http-429', retryAfterSeconds: 120 })
  expect(await answer(503)).toEqual({ kind: 'later', code: 'http-503', retryAfterSeconds: null })
  expect(await answer(302)).toEqual({ kind: 'refused', code: 'http-302' })
  const broken = async () => Promise.reject(new Error('no line'))
  expect(await sendPush('1', { ...EXAMPLE, endpoint: ENDPOINT }, '{}', { key, now, post: broken })).toMatchObject({
    kind: 'later',
  })
})

test('nothing is sent to this machine or a network of one’s own, whatever name it hides behind', async () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
  ])
    expect(isPublicAddress(address), address).toBe(false)
  for (const address of [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'ff02::1',
  ])
    expect(isPublicAddress(address), address).toBe(false)
  for (const address of ['8.8.8.8', '172.217.24.1', '2404:6800:4005::200e'])
    expect(isPublicAddress(address), address).toBe(true)
  const looked = await new Promise((resolve) =>
    publicLookup('localhost', { all: true }, (error) => resolve(error?.code)),
  )
  expect(looked).toBe('EACCES')
  expect((await pushPost(undefined)('1', 'https://127.0.0.1/x', Buffer.alloc(0), {})).status).toBe(410)
})

test('a key that is no point of the curve is told apart', () => {
  expect(isPoint(EXAMPLE.p256dh)).toBe(true)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 65 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url')
      fc.pre(text !== EXAMPLE.p256dh)
      expect(isPoint(text)).toBe(false)
    }),
  )
})
