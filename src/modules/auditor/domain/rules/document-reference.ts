import { formatDay } from '#kernel/calendar.ts'
import type { Correction, Found, Spot } from '../finding.ts'
import { KIND_OF_SYMBOL } from '../lexicon/document-kinds.ts'
import { CARRIED_BY_DECISION } from '../lexicon/issuers.ts'
import { type Identity, identityOf, mayShareIssuer, sharesIssuer } from '../reading/document-identity.ts'
import type { Reading, Reference } from '../reading/reading.ts'
import { proseOf, spotKey } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

export const documentReference: Rule = {
  id: 'document-reference',
  title: { vi: 'Một văn bản được viện dẫn theo hai cách', en: 'One document cited in two ways' },
  about: {
    vi: 'So các lần viện dẫn văn bản với nhau: cùng số, ký hiệu mà khác ngày trong cùng năm; cùng số, cùng ngày mà khác loại; cùng ngày, cùng ký hiệu mà số bị đảo chữ số; năm trong số khác năm ban hành; tên loại khác ký hiệu. Văn bản cùng số của cơ quan khác, của năm khác không bị coi là một.',
    en: 'Compares the citations of documents: one number and symbol with two days in a year; one number and day under two kinds; one day and symbol with digits exchanged in the number; a year in the number other than that of issue; a kind in words other than the symbol says. Equal numbers of other bodies or years are not taken for one document.',
  },
  check: (reading) => {
    const cited = citations(reading)
    const pairs = [...twoDays(cited), ...twoKinds(cited), ...exchangedDigits(cited)]
    return [...onePerReference(pairs), ...yearsOf(cited, reading), ...cited.flatMap(kindsOf)]
  },
}

/** All mentions of what is written in the same way, as one. */
type Cited = {
  readonly first: Reference
  readonly identity: Identity
  readonly mentions: readonly Reference[]
}

type Accusation = { readonly accused: Cited; readonly found: Found }

function citations({ references }: Reading): readonly Cited[] {
  const alike = Map.groupBy(references, (reference) => {
    const { number, kind, body } = identityOf(reference)
    return [number, kind, body, reference.day ?? ''].join('|')
  })
  return [...alike.values()].flatMap(byIssuer)
}

/** Mentions that are written alike, apart where they name different issuers. */
function byIssuer(alike: readonly Reference[]): readonly Cited[] {
  const groups: { first: Reference; identity: Identity; mentions: Reference[] }[] = []
  for (const mention of alike) {
    const identity = identityOf(mention)
    const home = groups.find((one) => mayShareIssuer(one.identity, identity))
    if (!home) groups.push({ first: mention, identity, mentions: [mention] })
    else {
      home.mentions.push(mention)
      if (home.identity.issuer === '') home.identity = identity
    }
  }
  return groups
}

/** A reference is accused once, for the gravest reason. */
function onePerReference(accusations: readonly Accusation[]): readonly Found[] {
  const seen = new Set<Cited>()
  return accusations.flatMap(({ accused, found }) => {
    if (seen.has(accused)) return []
    seen.add(accused)
    return [found]
  })
}

const spotOf = ({ spot, from, to }: Reference): Spot => ({ ...spot, from, to })
const times = ({ mentions }: Cited) => mentions.length
const vi = (day: string | null) => formatDay(day ?? '')
/** The one that is written less often, or later in the document, is the one to look at. */
const lessSure = (a: Cited, b: Cited): readonly [Cited, Cited] => (times(a) < times(b) ? [a, b] : [b, a])
const inOnePlace = (a: Cited, b: Cited) =>
  a.mentions.some((one) => b.mentions.some((other) => spotKey(one.spot) === spotKey(other.spot)))

/** Each pair of citations that share what `key` says; those without a key are left out. */
function eachPair(
  cited: readonly Cited[],
  key: (one: Cited) => string | null,
  tell: (a: Cited, b: Cited) => readonly Accusation[],
): Accusation[] {
  const groups = Map.groupBy(cited, key)
  groups.delete(null)
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, at) => group.slice(at + 1).flatMap((b) => tell(a, b))),
  )
}

const byNumber = ({ identity }: Cited) => identity.number
const byDay = ({ first }: Cited) => first.day

/** `1402/QĐ-UBND` of 14/6/2023 and of 15/3/2023. */
function twoDays(cited: readonly Cited[]): Accusation[] {
  return eachPair(cited, byNumber, (a, b) => {
    const [day, other] = [a.first.day, b.first.day]
    if (a.identity.kind !== b.identity.kind || !day || !other || day === other || a.identity.year !== b.identity.year)
      return []
    if (!ofItsYear(a) || !ofItsYear(b)) return []
    if (a.first.symbol === '' || !mayShareIssuer(a.identity, b.identity)) return []
    const [accused, kept] = lessSure(a, b)
    const meant = permutedTwin(accused, cited)
    const correction = meant ? correctionTo(accused, meant) : null
    const found: Found = {
      severity: sharesIssuer(a.identity, b.identity) ? 'proved' : oneIsNamed(a, b) && !meant ? 'look' : 'likely',
      spots: [spotOf(accused.first), spotOf(kept.first), ...(meant ? [spotOf(meant.first)] : [])],
      stated: bothStated(accused, kept),
      worked: {
        vi: `${accused.first.number}/${accused.first.symbol}: ngày ${vi(accused.first.day)} và ngày ${vi(kept.first.day)} (${times(kept)} lần)`,
        en: `${accused.first.number}/${accused.first.symbol}: dated ${vi(accused.first.day)} and ${vi(kept.first.day)} (${times(kept)} times)`,
      },
      why: {
        vi: 'Trong một năm, mỗi số văn bản của một cơ quan chỉ cấp một lần, vào một ngày.',
        en: 'In a year a body gives each number once, on one day.',
      },
      ...(correction ? { correction } : {}),
    }
    return [{ accused, found }]
  })
}

/** A day of another year than the number's own is of an amending law, or a slip that is told by itself. */
const ofItsYear = ({ first, identity }: Cited) => first.day?.startsWith(identity.year) ?? true

/** Whether only one of them names its issuer: then the other may be of another body with the same letters. */
const oneIsNamed = (a: Cited, b: Cited) => (a.identity.issuer === '') !== (b.identity.issuer === '')

/** `5851/KH-UBND` and `5851/QĐ-UBND`, both of 15/8/2023. */
function twoKinds(cited: readonly Cited[]): Accusation[] {
  return eachPair(cited, byNumber, (a, b) => {
    if (a.identity.kind === b.identity.kind) return []
    if (a.first.day === null || a.first.day !== b.first.day) return []
    if (a.identity.kind === '' || b.identity.kind === '' || !mayShareIssuer(a.identity, b.identity)) return []
    if (Number(a.identity.number) < 10 || inOnePlace(a, b)) return []
    const [accused, kept] = lessSure(a, b)
    const correction = times(kept) > times(accused) ? correctionTo(accused, kept) : null
    const found: Found = {
      severity: 'likely',
      spots: [spotOf(accused.first), spotOf(kept.first)],
      stated: bothStated(accused, kept),
      worked: {
        vi: `số ${accused.first.number} ngày ${vi(accused.first.day)}: ${accused.first.symbol} ${times(accused)} lần, ${kept.first.symbol} ${times(kept)} lần`,
        en: `number ${accused.first.number} of ${vi(accused.first.day)}: ${accused.first.symbol} ${times(accused)} times, ${kept.first.symbol} ${times(kept)} times`,
      },
      why: {
        vi: 'Cùng số, cùng ngày, cùng cơ quan thì hầu như chắc chắn là một văn bản; một văn bản chỉ thuộc một loại.',
        en: 'The same number, day and body is almost certainly one document, and a document is of one kind.',
      },
      ...(correction ? { correction } : {}),
    }
    return [{ accused, found }]
  })
}

/** `1402/QĐ-UBND` and `1420/QĐ-UBND` of one day. */
function exchangedDigits(cited: readonly Cited[]): Accusation[] {
  return eachPair(cited, byDay, (a, b) => {
    if (a.identity.kind !== b.identity.kind) return []
    if (!isExchanged(a.identity.number, b.identity.number) || !mayShareIssuer(a.identity, b.identity)) return []
    if (inOnePlace(a, b)) return []
    const [accused, kept] = lessSure(a, b)
    const correction = times(kept) > times(accused) ? correctionTo(accused, kept) : null
    const found: Found = {
      severity: times(kept) > times(accused) ? 'likely' : 'look',
      spots: [spotOf(accused.first), spotOf(kept.first)],
      stated: bothStated(accused, kept),
      worked: {
        vi: `${a.first.number} và ${b.first.number} chỉ khác nhau ở hai chữ số đổi chỗ, cùng ngày ${vi(a.first.day)}`,
        en: `${a.first.number} and ${b.first.number} differ only by two digits exchanged, both of ${vi(a.first.day)}`,
      },
      why: {
        vi: 'Hai văn bản cùng loại, cùng ngày, số chỉ khác ở hai chữ số đổi chỗ thường là một văn bản gõ nhầm số.',
        en: 'Two documents of one kind and day whose numbers differ by exchanged digits are usually one, mistyped.',
      },
      ...(correction ? { correction } : {}),
    }
    return [{ accused, found }]
  })
}

/** The document of the same day whose number has the same digits with two exchanged, whatever its kind. */
function permutedTwin(accused: Cited, cited: readonly Cited[]): Cited | null {
  const twins = cited.filter(
    (other) =>
      other !== accused &&
      other.first.day === accused.first.day &&
      isExchanged(other.identity.number, accused.identity.number) &&
      mayShareIssuer(other.identity, accused.identity),
  )
  const numbers = new Set(twins.map(({ identity }) => identity.number))
  return numbers.size === 1 ? (twins[0] ?? null) : null
}

function isExchanged(a: string, b: string): boolean {
  if (a.length < 3 || a.length !== b.length) return false
  const at = a.split('').findIndex((digit, place) => digit !== b[place])
  return at >= 0 && a.slice(0, at) + a.slice(at + 1, at + 2) + a.slice(at, at + 1) + a.slice(at + 2) === b
}

function bothStated(a: Cited, b: Cited): Words {
  return { vi: `“${a.first.text}” và “${b.first.text}”`, en: `“${a.first.text}” and “${b.first.text}”` }
}

function correctionTo(accused: Cited, meant: Cited): Correction {
  const to = `${meant.first.number}/${meant.first.symbol}`
  return {
    kind: 'other',
    says: {
      vi: `các chỗ khác ghi “${meant.first.text}”`,
      en: `other places say “${meant.first.text}”`,
    },
    changes: accused.mentions.map((mention) => ({
      spot: spotOf(mention),
      from: `${mention.number}/${mention.symbol}`,
      to,
    })),
    confirmedBy: meant.mentions.slice(0, 3).map(spotOf),
  }
}

/** Before a law that is amended: the day behind its number is that of the amending one. */
const AMENDS = /(?<!\p{L})(?:sửa đổi|bổ sung|thay thế|hợp nhất)(?!\p{L})/iu

/** `08/2019/QĐ-UBND` dated in 2018. */
function yearsOf(cited: readonly Cited[], { document }: Reading): readonly Found[] {
  const odd = cited.filter(({ first }) => {
    const inNumber = first.number.split('/')[1]
    return inNumber !== undefined && first.day !== null && !first.day.startsWith(inNumber)
  })
  if (odd.length === 0) return []
  const texts = new Map(proseOf(document).map(({ spot, text }) => [spotKey(spot), text]))
  return odd.flatMap((one) => {
    const amended = one.mentions.some(({ spot, from }) =>
      AMENDS.test((texts.get(spotKey(spot)) ?? '').slice(Math.max(0, from - 200), from)),
    )
    return amended ? [] : tellYear(one)
  })
}

function tellYear({ first, mentions }: Cited): readonly Found[] {
  const inNumber = first.number.split('/')[1] ?? ''
  const issued = first.day?.slice(0, 4) ?? ''
  return [
    {
      severity: 'likely',
      spots: mentions.slice(0, 1).map(spotOf),
      stated: { vi: first.text, en: first.text },
      worked: {
        vi: `số mang năm ${inNumber}, ngày ban hành năm ${issued}`,
        en: `the number is of ${inNumber}, the day of ${issued}`,
      },
      why: {
        vi: 'Năm trong số của văn bản quy phạm pháp luật là năm ban hành.',
        en: 'The year in the number of a legal document is the year of its issue.',
      },
    },
  ]
}

/** `Quyết định số 12/NQ-HĐND`. */
function kindsOf({ mentions }: Cited): readonly Found[] {
  return mentions.flatMap((mention): Found[] => {
    const bySymbol = KIND_OF_SYMBOL[mention.symbol.split(/[-/–.]/)[0] ?? '']
    const said = mention.kindWord.toLowerCase()
    const adjacent = /^\s*(?:số)?\s*:?\s*\d/iu.test(mention.text.slice(mention.kindWord.length))
    if (!bySymbol || said === '' || !adjacent || mayBeCalled(said, bySymbol)) return []
    return [
      {
        severity: 'look',
        spots: [spotOf(mention)],
        stated: { vi: mention.text, en: mention.text },
        worked: {
          vi: `ký hiệu ${mention.symbol} là của ${bySymbol}, lời văn ghi ${said}`,
          en: `the symbol ${mention.symbol} is that of “${bySymbol}”, the words say “${said}”`,
        },
        why: {
          vi: 'Tên loại và ký hiệu của văn bản không cùng loại.',
          en: 'The kind named in words is not the kind of the symbol.',
        },
      },
    ]
  })
}

/** Conclusions go out as notices, joint circulars are called circulars, and a decision carries what it issues. */
function mayBeCalled(said: string, bySymbol: string): boolean {
  if (said.includes(bySymbol) || bySymbol.includes(said) || CARRIED_BY_DECISION.test(said)) return true
  return ['thông báo', 'kết luận'].includes(bySymbol) && /thông báo|kết luận/.test(said)
}
