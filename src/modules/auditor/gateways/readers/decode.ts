import { nfc } from '#kernel/text.ts'
import type { FileFault } from '../fault.ts'
import { fromTcvn3, fromVni, vietnamesePart } from './legacy.ts'

/**
 * The bytes of a text file as NFC text with `\n` at line ends: UTF-8, UTF-16 with its mark, or one of the Vietnamese 8-bit
 * encodings when nearly every word comes out as Vietnamese, what the file declares about itself tried first. `auditor/file-encoding` when none of them explains the bytes.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | FileFault {
  const text = decoded(bytes, declared)
  // Text has no such characters; a program, a picture or a database does.
  if (text === null || hasControls(text)) return { fault: 'auditor/file-encoding' }
  return nfc(text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029\x85]/g, '\n'))
}

function decoded(bytes: Uint8Array, declared: string | undefined): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict('utf-16be', bytes)
  return strict('utf-8', bytes) ?? eightBit(bytes, declared)
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Enough of the file to tell the encoding by. */
const SAMPLE = 200_000
/** Names and foreign words break the syllable; a wrong encoding breaks nearly every one. */
const ENOUGH = 0.9

function eightBit(bytes: Uint8Array, declared: string | undefined): string | null {
  if (isDamagedUtf8(bytes)) return null
  const sample = bytes.subarray(0, SAMPLE)
  const readings = declared && WESTERN.test(declared) ? [western, ...READINGS] : READINGS
  const scored = readings.map((reading) => ({ reading, part: vietnamesePart(nfc(reading(sample))) }))
  const [best] = scored.toSorted((a, b) => b.part - a.part)
  if (best && best.part >= ENOUGH) return best.reading(bytes)
  // The letters of other languages are no evidence against what a page says of itself.
  return readings === READINGS ? null : western(bytes)
}

const WESTERN = /^(?:windows-1252|iso-8859-1|us-ascii)$/i
const western = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)
/** Where two explain a text equally well, all its letters mean the same in the first. */
const READINGS = [
  (bytes: Uint8Array): string => new TextDecoder('windows-1258').decode(bytes),
  (bytes: Uint8Array): string => fromTcvn3(western(bytes)),
  (bytes: Uint8Array): string => fromVni(western(bytes)),
]

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Tab to carriage return, and the separators that old databases put between fields, are text.
    if (code < 0x1b && (code < 0x09 || code > 0x0d)) return true
  }
  return false
}

/** UTF-8 with a few broken bytes: more letters come out whole than broken. What was lost cannot be known, so it is no 8-bit text either. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE))
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return (text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0) >= broken && broken > 0
}
