import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyFor, seal, unseal } from '#server/secrets.ts'
import type { ContactChannel } from './domain/contact.ts'

/** Unused for so long, a session is over. */
export const IDLE_MS = 60 * 60_000

/** Distinguishes the sessions of citizens from those of officials in the one cookie. */
const TOKEN_PREFIX = 'hdc_'

export const newToken = (): string => TOKEN_PREFIX + randomBytes(32).toString('base64url')
export const isCitizenToken = (token: string): boolean => token.startsWith(TOKEN_PREFIX)
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** By what an address is found: a keyed hash, as numbers of phones are few enough to be tried. */
export const hashOfAddress = (address: string): string =>
  createHmac('sha256', keyFor('portal.address')).update(address).digest('hex')

export const sealAddress = (address: string, owner: string): Buffer =>
  seal(Buffer.from(address), 'portal.address', owner)
export const unsealAddress = (sealed: Uint8Array, owner: string): string =>
  unseal(sealed, 'portal.address', owner).toString()

/** The six digits that belong to a request: they follow from its id under the key of the installation and are kept nowhere. */
export function codeFor(codeId: string): string {
  const bytes = createHmac('sha256', keyFor('portal.code')).update(codeId).digest()
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** In the same time whatever is typed. */
export function isCodeFor(codeId: string, typed: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(codeFor(codeId)), digest(typed.replaceAll(/\s/g, '')))
}

/** What the message with a code says. */
export function codeMessage(
  code: string,
  language: 'vi' | 'en',
  channel: ContactChannel,
): { subject: string; text: string } {
  const vi = `Mã đăng nhập dịch vụ công của bạn là ${code}, có hiệu lực 10 phút. Không đưa mã này cho ai.`
  const en = `Your code for public services is ${code}, good for 10 minutes. Give it to nobody.`
  const subject = language === 'vi' ? 'Mã đăng nhập dịch vụ công' : 'Your code for public services'
  const text = language === 'vi' ? vi : en
  // Text messages with marks cost three times as much and are refused by some providers.
  return {
    subject,
    text:
      channel === 'sms'
        ? text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
        : text,
  }
}
