/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
export const ALPHABET = 'ABCDEFGHJKMNPQRTUVWXY346789'

/** Text of so many characters out of random bytes, one for each. */
export function spell(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** What was typed, as it was given out: small letters, blanks and dashes make no difference. */
export function typed(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 40)
}

/** The code of an appointment as people read it, `LH-ABCD-3467`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 2)}-${code.slice(2, 6)}-${code.slice(6)}`
}
