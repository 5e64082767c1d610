import type { Outcome } from '../domain/sending.ts'
import { inboxIn, knownIn } from './answers.ts'
import { callPortal, resultOf } from './calling.ts'
import type { Place, Portal, Told } from './portal.ts'
import { forgetSession, sessionOf } from './sessions.ts'

// The flow of 2026: token → dossier code (GetNextValue) → files → dossier → progress → status. Only the order of the calls and what uploading
// answers (IdTepTin, HashTepTin) are known; addresses are settings, the shape of the rest is taken over from the older interface.

export function flowPortal(place: Place): Portal {
  const { paths } = place.profile
  const openToken = () =>
    sessionOf(place, async () => {
      const body = { client_id: place.account, client_secret: place.secret, grant_type: 'client_credentials' }
      const answer = await callPortal(place, { path: paths.token, body })
      if (answer.kind !== 'told') return answer
      const { access_token: token, expires_in: seconds } = fieldsOf(answer.value)
      if (typeof token !== 'string' || token === '') return { kind: 'unreadable', code: 'no-token' }
      return { kind: 'told', value: { token, seconds: typeof seconds === 'number' ? seconds : 300 } }
    })
  const ask = async (path: string, body: object | FormData, key?: string): Promise<Told<Record<string, unknown>>> => {
    for (let tried = 1; ; tried++) {
      const token = await openToken()
      if (token.kind !== 'told') return token
      const answer = resultOf(await callPortal(place, { path, body, token: token.value, ...(key && { key }) }))
      if (answer.kind === 'told' || answer.code !== 'http-401' || tried > 1) return answer
      forgetSession(place)
    }
  }
  const told = async (asked: Promise<Told<unknown>>): Promise<Outcome> => {
    const answer = await asked
    return answer.kind === 'told' ? { kind: 'taken' } : answer
  }
  return {
    nextCode: async (key) => {
      const answer = await ask(paths.code, { MaDonVi: place.agency }, key)
      if (answer.kind !== 'told') return answer
      const { result } = answer.value
      return typeof result === 'string' && /^[\w.-]{5,60}$/.test(result)
        ? { kind: 'told', value: result }
        : { kind: 'unreadable', code: 'no-code' }
    },
    upload: async (key, { name, mediaType, bytes }) => {
      const form = new FormData()
      form.set('file', new Blob([Buffer.from(bytes)], { type: mediaType }), name)
      const answer = await ask(paths.upload, form, key)
      if (answer.kind !== 'told') return answer
      const { IdTepTin: id, HashTepTin: hash } = fieldsOf(answer.value.result)
      return typeof id === 'string' && id !== '' && typeof hash === 'string'
        ? { kind: 'told', value: { id: id.slice(0, 200), hash: hash.slice(0, 200) } }
        : { kind: 'unreadable', code: 'no-file-id' }
    },
    record: (key, dossier) => told(ask(paths.create, dossier, key)),
    progress: (key, progress) => told(ask(paths.progress, progress, key)),
    status: (key, dossier) => told(ask(paths.status, dossier, key)),
    lookUp: async (code) => knownIn(await ask(paths.lookUp, { MaHoSo: code })),
    inbox: paths.inbox === '' ? null : async (cursor) => inboxIn(await ask(paths.inbox, { tu: cursor, soLuong: 50 })),
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  // An object has fields.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
