import { nfc } from '#kernel/text.ts'
import type { Spot } from '../finding.ts'
import { SCALE_AFTER } from '../lexicon/telling.ts'
import { readNumeral } from '../reading/numeral.ts'
import type { Reading } from '../reading/reading.ts'
import { sentenceBounds } from '../reading/sentence.ts'
import { headingPhrase } from './heading.ts'

/** A sentence of the running text with the figures it tells. */
export type Sentence = {
  readonly spot: Spot
  readonly text: string
  readonly figures: readonly Figure[]
}

/** One number of a sentence and the words that say what it counts. */
export type Figure = {
  /** What the numeral may stand for, likeliest first. */
  readonly values: readonly number[]
  readonly kind: 'count' | 'percent'
  readonly decimals: number
  readonly text: string
  readonly spot: Spot
  /** Syllables of the words that say what it counts. */
  readonly words: ReadonlySet<string>
  /** The lower part of a fraction that the number is the upper part of. */
  readonly bottom: number | null
}

const NUMERAL =
  /(?<![\p{L}\d/.,:#]|\d-)(\d[\d.,]*\d|\d)(?:\s?\/\s?(\d[\d.,]*\d|\d))?(\s?%)?(?![\d/]|\s?\/\s?\d|\p{L}|-\p{L}|-\d)/gu
const NOT_A_COUNT =
  /(?<!\p{L})(?:ngày|tháng|năm|số|quý|điều|khoản|mục|bảng|biểu|lần|thứ|cấp độ|mức độ|mức|giai đoạn|hạng|điện thoại|từ|hơn|gần|khoảng|trên|dưới|ước|đến|quá)\s*$/iu
const CONNECTED = /\s+(?:và|với|còn|gồm|trong đó)\s+/u
/** Smaller lower parts of fractions may be months. */
const LEAST_BOTTOM = 100

/** Sentences of the running text that tell figures. */
export function sentencesWithFigures(reading: Reading): readonly Sentence[] {
  return reading.paragraphs.flatMap(({ spot, text: raw }) => {
    const text = nfc(raw)
    if (text.length !== raw.length || !/\d/.test(text)) return []
    const found: Sentence[] = []
    for (let at = 0; at < text.length; ) {
      const { from, to } = sentenceBounds(text, at)
      const sentence = text.slice(from, to)
      const figures = figuresOf(sentence, spot, from)
      if (figures.length > 0) found.push({ spot, text: sentence, figures })
      at = Math.max(to, at) + 1
    }
    return found
  })
}

type Numeral = { readonly all: RegExpMatchArray; readonly from: number; readonly to: number }

function figuresOf(sentence: string, spot: Spot, offset: number): readonly Figure[] {
  const numerals = [...sentence.matchAll(NUMERAL)].map(
    (all): Numeral => ({ all, from: all.index, to: all.index + all[0].length }),
  )
  let before = ''
  return numerals.flatMap((numeral, at): readonly Figure[] => {
    const left = leftWords(sentence.slice(numerals[at - 1]?.to ?? 0, numeral.from), at > 0) || before
    before = left
    const after = sentence.slice(numeral.to, numerals[at + 1]?.from ?? sentence.length)
    const right = rightWords(after, numerals[at + 1] !== undefined)
    const [, top = '', bottomText, sign] = numeral.all
    if (NOT_A_COUNT.test(sentence.slice(0, numeral.from)) || SCALE_AFTER.test(after)) return []
    const read = readNumeral(top, sign ? 'percent' : bottomText ? 'part' : 'count')
    const bottom = bottomText ? (readNumeral(bottomText, 'part')?.value ?? 0) : null
    if (!read || (bottom !== null && (bottom < LEAST_BOTTOM || sign))) return []
    return [
      {
        values: [read.value, ...read.others],
        kind: sign ? 'percent' : 'count',
        decimals: read.decimals,
        text: sign ? `${top}%` : top,
        spot: { ...spot, from: offset + numeral.from, to: offset + numeral.from + top.length },
        words: syllables(`${left} # ${right}`),
        bottom,
      },
    ]
  })
}

function syllables(text: string): ReadonlySet<string> {
  return new Set(
    headingPhrase(text)
      .split(' ')
      .filter((word) => word.length > 1 && !/\d/.test(word)),
  )
}

/** The words that lead to a number: from the last mark, or the last word that connects two numbers. */
function leftWords(text: string, followsNumber: boolean): string {
  const pieces = text.split(/[,;:()]/u)
  const last = pieces.findLast((piece) => /\p{L}/u.test(piece)) ?? ''
  const connected = followsNumber && pieces.length === 1 ? (last.split(CONNECTED).at(-1) ?? last) : last
  return connected.trim()
}

function rightWords(text: string, leadsToNumber: boolean): string {
  const [first = '', ...more] = text.split(/[,;:()]/u)
  return leadsToNumber && more.length === 0 ? (first.split(CONNECTED)[0] ?? '') : first
}
