import type { Outcome } from '../domain/sending.ts'
import { inboxIn, knownIn } from './answers.ts'
import { callPortal, resultOf } from './calling.ts'
import type { Place, Portal, Told } from './portal.ts'
import { forgetSession, sessionOf } from './sessions.ts'

// The older interface: a session for a name and password, then one address for all services, told apart by `service`.
// Assumed, as nobody publishes it: the name of the service that tells what citizens filed (LayHoSoDaNop), and the code of an ended session.

const SESSION_SECONDS = 1200
const SESSION_ENDED = ['error--2', 'error-401']

export function oneShotPortal(place: Place): Portal {
  const { paths } = place.profile
  const openSession = () =>
    sessionOf(place, async () => {
      const body = { username: place.account, password: place.secret }
      const answer = resultOf(await callPortal(place, { path: paths.session, body }))
      if (answer.kind !== 'told') return answer
      const { session } = answer.value
      if (typeof session !== 'string' || session === '') return { kind: 'unreadable', code: 'no-session' }
      return { kind: 'told', value: { token: session, seconds: SESSION_SECONDS } }
    })
  const serve = async (service: string, more: object, key?: string): Promise<Told<Record<string, unknown>>> => {
    for (let tried = 1; ; tried++) {
      const session = await openSession()
      if (session.kind !== 'told') return session
      const body = { session: session.value, madonvi: place.agency, service, ...more }
      const answer = resultOf(await callPortal(place, { path: paths.service, body, ...(key && { key }) }))
      const isEnded = answer.kind !== 'told' && [...SESSION_ENDED, 'http-401'].includes(answer.code)
      if (!isEnded || tried > 1) return answer
      forgetSession(place)
    }
  }
  const told = async (asked: Promise<Told<unknown>>): Promise<Outcome> => {
    const answer = await asked
    return answer.kind === 'told' ? { kind: 'taken' } : answer
  }
  const nothing = { kind: 'refused', code: 'not-spoken' } as const
  return {
    nextCode: async () => nothing,
    upload: async () => nothing,
    status: async () => nothing,
    record: (key, dossier, isKnown) =>
      told(serve('DongBoHoSoMC', { isUpdating: isKnown ? 'True' : 'False', data: [dossier] }, key)),
    progress: (key, progress) => told(serve('CapNhatTienDoHoSoMC', { data: [progress] }, key)),
    lookUp: async (code) => knownIn(await serve('TraCuuHoSo', { maHoSo: code })),
    inbox: async (cursor) => inboxIn(await serve('LayHoSoDaNop', { tu: cursor, soLuong: 50 })),
  }
}
