/** How a row is numbered. The level says how deep: a smaller one holds the larger ones. */
export type Order = {
  readonly text: string
  readonly style: OrderStyle
  readonly value: number
  readonly level: number
}
export type OrderStyle = 'letter' | 'roman' | 'number' | 'dotted' | 'small-letter' | 'dash'

const ROMAN = /^(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})$/
const LEVELS: Record<OrderStyle, number> = { letter: 0, roman: 1, number: 2, dotted: 3, 'small-letter': 5, dash: 6 }

/** The number of a row (`I`, `01`, `2.1`, `a)`, `-`), or `null` when the text is none. `I`, `V` and `X` are taken as Roman. */
export function readOrder(text: string): Order | null {
  const bare = text
    .trim()
    .replace(/^\((.{1,5})\)$/, '$1')
    .replace(/[.)]$/, '')
  const made = (style: OrderStyle, value: number, deeper = 0): Order => ({
    text: text.trim(),
    style,
    value,
    level: LEVELS[style] + deeper,
  })
  if (bare === '-' || bare === '+' || bare === '–' || bare === '•') return made('dash', 0, bare === '+' ? 1 : 0)
  if (/^\d{1,3}$/.test(bare)) return made('number', Number(bare))
  if (/^(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){1,3}$/.test(bare)) {
    const parts = bare.split('.')
    return made('dotted', Number(parts.at(-1)), (parts.length - 2) * 0.25)
  }
  if (ROMAN.test(bare)) return made('roman', romanValue(bare))
  if (/^[A-ZĐ]$/.test(bare)) return made('letter', bare.charCodeAt(0) - 64)
  if (/^[a-zđ]$/.test(bare)) return made('small-letter', bare.charCodeAt(0) - 96)
  return null
}

/** `I. Nhóm Chính quyền số` → its number and the words behind it; `null` when the text does not begin with one. */
export function splitOrder(text: string): { readonly order: Order; readonly rest: string } | null {
  const match = /^\s*([IVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,3}|[A-ZĐa-zđ])\s*[.)\-–]\s+(\S.*)$/su.exec(text)
  const order = match && readOrder(match[1] ?? '')
  return order ? { order, rest: match[2] ?? '' } : null
}

function romanValue(text: string): number {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10 }
  return text.split('').reduce((sum, letter, at) => {
    const value = worth[letter] ?? 0
    return sum + (value < (worth[text[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}
