import { formatDay, OFFICE_OFFSET_MS, officeClock } from '#kernel/calendar.ts'
import type { MomentForm } from './profile.ts'

/** A moment as a record writes it, to the second; nothing is the empty text. */
export function momentText(moment: Date | null, form: MomentForm): string {
  if (moment === null) return ''
  const clock = officeClock(moment)
  if (form === 'iso') return `${clock}+07:00`
  if (form === 'compact') return clock.replaceAll(/[-:T]/g, '')
  const [day = '', time = ''] = clock.split('T')
  return `${formatDay(day)} ${time}`
}

const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/
const VIETNAMESE =
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?:[ T](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?$/
const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/

/** The moment a record tells in any of the three ways; null for nothing, undefined when it is none. Without a zone it is Vietnamese time. */
export function readMoment(text: string): Date | null | undefined {
  if (text === '') return null
  const parts = (COMPACT.exec(text) ?? VIETNAMESE.exec(text) ?? ISO.exec(text))?.groups
  if (!parts) return undefined
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  const [hour, minute, second] = [Number(parts.hour ?? 0), Number(parts.minute ?? 0), Number(parts.second ?? 0)]
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(local)
  const holds = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && read.getUTCHours() === hour
  if (!holds || minute > 59 || second > 59 || year < 1900) return undefined
  return new Date(local - zoneMs(parts.zone))
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined) return OFFICE_OFFSET_MS
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}
