import { lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { BlockList, isIPv4, type LookupFunction } from 'node:net'
import { isPushEndpoint, STAND_IN_PUSH_HOST } from '../domain/push.ts'

const TIMEOUT_MS = 8000

export type PushHeaders = Readonly<Record<string, string>>
/** Hands bytes over at an endpoint; what was answered. Throws when nothing was. */
export type PushPost = (
  id: string,
  endpoint: string,
  body: Buffer,
  headers: PushHeaders,
) => Promise<{ readonly status: number; readonly retryAfter: string | undefined }>

/** Where an installation hands notices over: at push services of the public network, and at the stand-in of a demonstration. */
export function pushPost(standInUrl: string | undefined): PushPost {
  return (id, endpoint, body, headers) => {
    if (!isPushEndpoint(endpoint)) return Promise.resolve({ status: 410, retryAfter: undefined })
    const { hostname, pathname } = new URL(endpoint)
    if (hostname !== STAND_IN_PUSH_HOST)
      return posted(request, new URL(endpoint), body, headers, { lookup: publicLookup })
    // The demonstration has ended: nobody is behind its addresses any more.
    if (standInUrl === undefined) return Promise.resolve({ status: 410, retryAfter: undefined })
    const marked = { ...headers, 'idempotency-key': id }
    return posted(requestPlain, new URL(pathname, standInUrl), body, marked, {})
  }
}

function posted(
  begin: typeof request,
  url: URL,
  body: Buffer,
  headers: PushHeaders,
  options: Pick<RequestOptions, 'lookup'>,
): ReturnType<PushPost> {
  return new Promise((resolve, reject) => {
    const sent = begin(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        agent: false,
        timeout: TIMEOUT_MS,
        ...options,
      },
      (response) => {
        // Nothing in the answer is of interest but how it went; a redirection is not followed.
        response.resume()
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 500, retryAfter: response.headers['retry-after'] }),
        )
        response.once('error', reject)
      },
    )
    const late = setTimeout(() => sent.destroy(new Error('The push service takes too long.')), TIMEOUT_MS)
    sent.once('close', () => clearTimeout(late))
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Looks a name up and refuses it when any of its addresses is not of the public network: what was looked at is what is called. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(Object.assign(new Error('Not an address of the public network.'), { code: 'EACCES' }), '', 0)
    if (options.all) return done(null, addresses)
    return done(null, first.address, first.family)
  })
}

const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4')

const PUBLIC_V6 = new BlockList()
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6')
/** Of the public ones those that lead on to others: Teredo, documentation, 6to4. */
const LEADING_ON = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  LEADING_ON.addSubnet(net, prefix, 'ipv6')

/** Whether an address is one of the public network: not of this machine, of a network of one's own, or reserved. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !PRIVATE.check(address, 'ipv4')
  return PUBLIC_V6.check(address, 'ipv6') && !LEADING_ON.check(address, 'ipv6')
}
