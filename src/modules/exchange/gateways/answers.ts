import { Dossier } from '../domain/record.ts'
import type { Inbox, Known, Told } from './portal.ts'

type Answer = Told<Readonly<Record<string, unknown>>>
const MOST_RECORDS = 200

/** The dossier of an answer to TraCuuHoSo; null when the portal does not know it. */
export function knownIn(answer: Answer): Told<Known> {
  if (answer.kind !== 'told') return answer
  const { result } = answer.value
  const found: unknown = Array.isArray(result) ? result[0] : result
  if (found === undefined || found === null || found === '') return { kind: 'told', value: null }
  const read = Dossier.safeParse(found)
  if (!read.success) return { kind: 'unreadable', code: 'no-dossier' }
  return { kind: 'told', value: { dossier: read.data, named: new Set(Object.keys(found)) } }
}

/** What citizens filed: the records as they came, and from where to ask next. */
export function inboxIn(answer: Answer): Told<Inbox> {
  if (answer.kind !== 'told') return answer
  const { result, tiep } = answer.value
  if (!Array.isArray(result) || result.length > MOST_RECORDS) return { kind: 'unreadable', code: 'no-list' }
  if (typeof tiep !== 'string' || !/^[\w:.-]{0,100}$/.test(tiep)) return { kind: 'unreadable', code: 'no-cursor' }
  return { kind: 'told', value: { records: result, cursor: tiep } }
}
