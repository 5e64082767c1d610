import { isCommonPassword } from './common-passwords.ts'

/** Longer passwords than this are refused: hashing them would only cost time. */
export const LONGEST_PASSWORD = 256

export type PasswordWish = {
  readonly password: string
  /** Words the password must not be made of: sign-in name, display name, e-mail. */
  readonly ownWords: readonly string[]
  /** Whether a second factor protects (or will protect) the account. */
  readonly secondFactor: boolean
  readonly lengthWithSecondFactor: number
  readonly lengthAlone: number
}

export type PasswordFault = { readonly code: string; readonly values?: Readonly<Record<string, number>> }

/** The password in Unicode NFC, so that `ệ` typed on a phone and on a desk is the same password. Nothing is trimmed. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFC')
}

/** What is wrong with a new password; empty when it may be used. Legal basis: tcvn-14423, level 3, passwords. */
export function passwordFaults(wish: PasswordWish): PasswordFault[] {
  const password = normalPassword(wish.password)
  const length = Array.from(password).length
  const faults: PasswordFault[] = []
  const needed = wish.secondFactor ? wish.lengthWithSecondFactor : wish.lengthAlone
  if (length < needed) faults.push({ code: 'identity/password-too-short', values: { needed } })
  if (length > LONGEST_PASSWORD) faults.push({ code: 'identity/password-too-long', values: { most: LONGEST_PASSWORD } })
  if (!wish.secondFactor && characterClasses(password) < 4) faults.push({ code: 'identity/password-needs-classes' })
  if (isCommonPassword(password)) faults.push({ code: 'identity/password-common' })
  if (isMadeOf(password, wish.ownWords)) faults.push({ code: 'identity/password-own-name' })
  return faults
}

/** How many of the four classes occur: lower case, upper case, digits, anything else. */
export function characterClasses(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length
}

function isMadeOf(password: string, words: readonly string[]): boolean {
  const plain = bare(password)
  return words
    .flatMap((word) => [word, ...word.split(/[\s.@_-]+/)])
    .map(bare)
    .some((word) => word.length >= 4 && plain.includes(word) && plain.length - word.length < 8)
}

/** Lower case without marks, so that `Nguyễn` and `nguyen` are one word. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
}

/** Whether a password set then has to be changed by now; `days` 0 means that age does not matter. */
export function isPasswordStale(changedAt: Date, now: Date, days: number): boolean {
  return days > 0 && now.getTime() - changedAt.getTime() >= days * 86_400_000
}
