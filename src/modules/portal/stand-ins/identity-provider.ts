import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { CitizenProvider } from '#server/config.ts'
import { closed, listenOnLoopback } from '#server/loopback.ts'
import { isLoopback } from '#server/openid.ts'
import { RETURN_PATH } from '../domain/return-path.ts'
import { claimsFor, MOODS, type Mood, PEOPLE, type StandInPerson, tokenIn } from '../domain/stand-in.ts'
import { held } from './held.ts'
import { choosePage, consentPage, moodPage, refusalPage } from './identity-pages.ts'
import { isForeign, json, languageOf, page, readForm, viewOf } from './stand-in-http.ts'
import { signer } from './token-signer.ts'

// Stands in for a provider of identities (OpenID Connect: authorization code, PKCE, RS256), on loopback. Whoever comes says who they are:
// it vouches for nobody, and says so on every page. Nothing that it knows outlives the process.

const TEN_MINUTES_MS = 600_000
const MINUTE_MS = 60_000

type Asked = {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly challenge: string
  readonly scopes: readonly string[]
  /** The person who was chosen, once one was. */
  readonly chosen?: string
}
type Given = { readonly asked: Asked; readonly person: StandInPerson }
type Call = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL }

export type IdentityStandIn = {
  /** What an administrator would enter of it. */
  readonly provider: CitizenProvider
  behave(mood: Mood): void
  close(): Promise<void>
}

/** `port`: where it is looked for first, so that people of yesterday are known again; it takes another when that one is not free. */
export async function startIdentityStandIn({ slowMs = 2500, port: wanted = 0 } = {}): Promise<IdentityStandIn> {
  const clientId = 'hai-dang-minh-hoa'
  const clientSecret = randomBytes(24).toString('base64url')
  const keys = signer()
  const requests = held<Asked>(TEN_MINUTES_MS)
  const codes = held<Given>(MINUTE_MS)
  const tokens = held<Given>(TEN_MINUTES_MS)
  let mood: Mood = 'well'
  let issuer = ''

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'address'],
    ui_locales_supported: ['vi', 'en'],
    authorization_response_iss_parameter_supported: true,
  })

  const authorize = ({ response, url }: Call): void => {
    const view = viewOf(url.searchParams.get('ui_locales'), url)
    const asked = askedBy(url.searchParams, clientId)
    if (!asked) return page(response, 400, refusalPage(view, 'wrongRequest'), view)
    page(response, 200, choosePage(view, requests.put(asked), mood), view)
  }

  const choose = ({ response }: Call, form: URLSearchParams): void => {
    const view = viewOf(form.get('lang'))
    const asked = requests.take(form.get('request') ?? '')
    if (!asked) return page(response, 400, refusalPage(view, 'wrongRequest'), view)
    const person = PEOPLE.find(({ sub }) => sub === form.get('person'))
    if (!person) return sendBack(response, asked, { error: 'access_denied' })
    const told = Object.keys(claimsFor(person, asked.scopes))
    page(response, 200, consentPage(view, requests.put({ ...asked, chosen: person.sub }), person, told), view)
  }

  const consent = ({ response }: Call, form: URLSearchParams): void => {
    const view = viewOf(form.get('lang'))
    const asked = requests.take(form.get('request') ?? '')
    const person = PEOPLE.find(({ sub }) => sub === asked?.chosen)
    if (!asked || !person) return page(response, 400, refusalPage(view, 'wrongRequest'), view)
    if (form.get('agreed') !== 'yes' || mood === 'refuses') return sendBack(response, asked, { error: 'access_denied' })
    sendBack(response, asked, { code: codes.put({ asked, person }) })
  }

  const sendBack = (response: ServerResponse, { redirectUri, state }: Asked, said: Record<string, string>): void => {
    const back = new URL(redirectUri)
    for (const [name, value] of Object.entries({ ...said, state, iss: issuer })) back.searchParams.set(name, value)
    response.writeHead(303, { location: back.href, 'cache-control': 'no-store' }).end()
  }

  const giveToken = ({ response }: Call, form: URLSearchParams): void => {
    const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret
    if (!isClient) return json(response, 401, { error: 'invalid_client' })
    const given = codes.take(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isWhole =
      form.get('grant_type') === 'authorization_code' &&
      given?.asked.redirectUri === form.get('redirect_uri') &&
      given?.asked.challenge === challenge
    if (!given || !isWhole) return json(response, 400, { error: 'invalid_grant' })
    const { asked, person } = given
    const nowS = Math.floor(Date.now() / 1000)
    const { claims, signedBy } = tokenIn(mood, { issuer, clientId, nonce: asked.nonce, nowS })
    json(response, 200, {
      access_token: tokens.put(given),
      token_type: 'Bearer',
      expires_in: TEN_MINUTES_MS / 1000,
      scope: asked.scopes.join(' '),
      id_token: keys.sign({ ...claims, ...claimsFor(person, asked.scopes) }, signedBy),
    })
  }

  const tellOf = ({ request, response }: Call): void => {
    const given = tokens.see((request.headers.authorization ?? '').replace(/^Bearer /, ''))
    if (!given) return json(response, 401, { error: 'invalid_token' })
    json(response, 200, claimsFor(given.person, given.asked.scopes))
  }

  const showMood = ({ response, url }: Call): void => {
    const view = viewOf(url.searchParams.get('lang'), url)
    page(response, 200, moodPage(view, mood), view)
  }

  const setMood = ({ response }: Call, form: URLSearchParams): void => {
    mood = MOODS.find((one) => one === form.get('mood')) ?? mood
    response.writeHead(303, { location: `/?lang=${languageOf(form.get('lang'))}` }).end()
  }

  /** For people, or for the platform; what is for people says that it is out of order, the rest does not answer. */
  const routes: Readonly<Record<string, (call: Call, form: URLSearchParams) => void>> = {
    'GET /authorize': authorize,
    'POST /person': choose,
    'POST /consent': consent,
    'GET /.well-known/openid-configuration': ({ response }) => json(response, 200, metadata()),
    'GET /keys': ({ response }) => json(response, 200, { keys: [keys.publicKey] }),
    'POST /token': giveToken,
    'GET /userinfo': tellOf,
  }
  const forPeople = new Set(['/authorize', '/person', '/consent'])
  const slow = new Set(['/authorize', '/token', '/userinfo'])

  const answer = async (call: Call): Promise<void> => {
    const { request, response, url } = call
    const route = `${request.method} ${url.pathname}`
    // Only by this very address, and only from its own pages or from no page at all.
    if (request.headers.host !== new URL(issuer).host || isForeign(request)) return void response.writeHead(403).end()
    const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams()
    if (route === 'GET /') return showMood(call)
    if (route === 'POST /mood') return setMood(call, form)
    const act = routes[route]
    if (!act) return void response.writeHead(404).end()
    if (mood === 'down') {
      if (!forPeople.has(url.pathname)) return void request.socket.destroy()
      const view = viewOf(
        url.searchParams.get('ui_locales') ?? form.get('lang'),
        request.method === 'GET' ? url : undefined,
      )
      return page(response, 503, refusalPage(view, 'down'), view)
    }
    if (mood === 'slow' && slow.has(url.pathname)) await wait(slowMs, undefined, { ref: false })
    act(call, form)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    answer({ request, response, url }).catch(() => request.socket.destroy())
  })
  const port = await listenOnLoopback(server, wanted).catch(() => listenOnLoopback(server))
  issuer = `http://127.0.0.1:${port}`
  return {
    provider: {
      issuer,
      clientId,
      clientSecret,
      scope: 'openid profile email address',
      name: 'VNeID',
      numberClaim: 'identity_number',
      simulated: true,
    },
    behave: (next) => void (mood = next),
    close: () => closed(server),
  }
}

/** What is asked, when everything about it is right. Only a platform on this very machine is answered. */
function askedBy(query: URLSearchParams, known: string): Asked | null {
  const of = (name: string) => query.get(name) ?? ''
  const scopes = of('scope').split(' ')
  const isRight =
    of('client_id') === known &&
    of('response_type') === 'code' &&
    of('code_challenge_method') === 'S256' &&
    scopes.includes('openid') &&
    ['state', 'nonce', 'code_challenge'].every((name) => of(name) !== '') &&
    isReturn(of('redirect_uri'))
  if (!isRight) return null
  const asked = { clientId: known, redirectUri: of('redirect_uri'), challenge: of('code_challenge'), scopes }
  return { ...asked, state: of('state'), nonce: of('nonce') }
}

function isReturn(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return isLoopback(url) && url.pathname === RETURN_PATH && url.search === '' && url.hash === ''
}
