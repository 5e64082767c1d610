import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'

export type StandInProvider = { readonly issuer: string; close(): Promise<void> }

async function listening(): Promise<{ server: Server; issuer: string }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, issuer: `http://127.0.0.1:${address.port}` }
}

const closing = (server: Server) => async () => void (await new Promise((resolve) => server.close(resolve)))

/** A real OpenID Connect provider on this machine: whoever signs in there is who they say, with the claims of `claimsOf`. */
export async function openProvider(
  redirectUri: string,
  claimsOf: (subject: string) => Readonly<Record<string, unknown>>,
): Promise<StandInProvider> {
  const { server, issuer } = await listening()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'hai-dang',
        client_secret: 'bi-mat',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      profile: ['name', 'birthdate', 'identity_number'],
      email: ['email', 'email_verified'],
    },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
  })
  const callback = provider.callback()
  server.on('request', (request, response) => void callback(request, response))
  return { issuer, close: closing(server) }
}

/** What a person does at the provider: signs in there, agrees, and is sent back; the query they come back with. */
export async function visitProvider(url: string, subject: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>()
  const go = async (at: string, form?: Record<string, string>): Promise<string> => {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return at
    const next = new URL(location, at).href
    return next.startsWith(redirectUri) ? next : go(next)
  }
  const atLogin = await go(url)
  const atConsent = await go(atLogin, { prompt: 'login', login: subject, password: 'x' })
  const back = atConsent.startsWith(redirectUri) ? atConsent : await go(atConsent, { prompt: 'consent' })
  return new URL(back).search
}

type Says = Readonly<Record<string, unknown>>
export type HostileProvider = StandInProvider & {
  /** The next answer to a code: these claims over the right ones, signed by its key or by a stranger's. */
  say(claims: Says, signedBy?: 'itself' | 'stranger'): void
}

/** A provider that answers every code with what it was told to say. */
export async function openHostileProvider(clientId: string): Promise<HostileProvider> {
  const { server, issuer } = await listening()
  const [own, stranger] = [newKey(), newKey()]
  let token = ''
  const answers: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/keys': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'a', alg: 'RS256', use: 'sig' }] }),
    '/token': () => ({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: token }),
  }
  server.on('request', (request, response) => {
    const answer = answers[request.url ?? '']?.()
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  })
  return {
    issuer,
    close: closing(server),
    say(claims, signedBy = 'itself') {
      const now = Math.floor(Date.now() / 1000)
      const whole = { iss: issuer, aud: clientId, sub: 'ke-gia', iat: now, exp: now + 60, ...claims }
      const text = [{ alg: 'RS256', kid: 'a' }, whole]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      const { privateKey } = signedBy === 'itself' ? own : stranger
      token = `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
    },
  }
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
