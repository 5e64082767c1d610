import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyFor, seal, unseal } from '#server/secrets.ts'
import { spell, typed } from './domain/code.ts'

const PURPOSE = 'appointments.person'
const SECRET_LENGTH = 6
const TICKET_LENGTH = 8

/** The code of a new appointment. */
export const newCode = (): string => `LH${spell(randomBytes(TICKET_LENGTH), TICKET_LENGTH)}`

/** By what a number is followed and rated on a phone. */
export const newTicketCode = (): string => spell(randomBytes(TICKET_LENGTH), TICKET_LENGTH)

/** What opens an appointment together with its code: it follows from the id under the key of the installation and is kept nowhere. */
export function secretFor(appointmentId: string): string {
  const bytes = createHmac('sha256', keyFor('appointments.secret')).update(appointmentId).digest()
  return spell(bytes, SECRET_LENGTH)
}

/** In the same time whatever is typed. */
export function isSecretFor(appointmentId: string, text: string): boolean {
  return timingSafeEqual(digest(secretFor(appointmentId)), digest(typed(text)))
}

/** The address part of a calendar file: it shows time and place of one appointment, and opens nothing. */
export function calendarToken(appointmentId: string): string {
  const mark = createHmac('sha256', keyFor('appointments.calendar')).update(appointmentId).digest('base64url')
  return `${appointmentId}.${mark.slice(0, 22)}`
}

/** The appointment whose calendar file the token is of; undefined when it is nobody's. */
export function appointmentOfToken(token: string): string | undefined {
  const [id = ''] = token.split('.')
  return timingSafeEqual(digest(calendarToken(id)), digest(token)) ? id : undefined
}

/** By what an address is found: a keyed hash, as numbers of phones are few enough to be tried. */
export const hashOfContact = (address: string): string =>
  createHmac('sha256', keyFor('appointments.contact')).update(address).digest('hex')

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The id of a message, the same however often it is tried: a provider that took it once takes it for the same again. */
export function messageId(about: string): string {
  const hex = hashOfText(about)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const sealText = (text: string, owner: string): Buffer => seal(Buffer.from(text), PURPOSE, owner)
export const unsealText = (sealed: Uint8Array, owner: string): string => unseal(sealed, PURPOSE, owner).toString()

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
