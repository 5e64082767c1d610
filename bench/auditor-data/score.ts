import type { Finding, Place, Severity, Spot } from '#modules/auditor/domain/finding.ts'
import type { Planted } from './plant.ts'
import type { Written } from './write-report.ts'

/** What the auditor said of one report, judged. */
export type Judged = {
  readonly report: Written
  /** Accusations: of these, `wrong` touch nothing that was planted and nothing that a reckoning ties to it. */
  readonly said: readonly { readonly finding: Finding; readonly right: boolean }[]
  readonly planted: readonly { readonly error: Planted; readonly found: Severity | null }[]
}

const RANK = { proved: 0, likely: 1, look: 2 } as const

/** Holds the findings against what was planted; rules and wordings play no part, only places. */
export function judge(report: Written, findings: readonly Finding[]): Judged {
  const guilty = report.planted.flatMap((error) => spotsOf(error))
  return {
    report,
    said: findings.map((finding) => ({ finding, right: touches(finding, guilty) })),
    planted: report.planted.map((error) => {
      const about = findings.filter((finding) => touches(finding, spotsOf(error)))
      const [best] = about.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
      return { error, found: best?.severity ?? null }
    }),
  }
}

function spotsOf({ wrong, tied }: Planted): Spot[] {
  return [...wrong.map(({ spot }) => spot), ...tied]
}

function touches({ places }: Finding, spots: readonly Spot[]): boolean {
  return places.some((place) => spots.some((spot) => same(place, spot)))
}

/** The same cell, or the same words of a paragraph. */
function same(place: Place, spot: Spot): boolean {
  if (place.block !== spot.block || place.row !== spot.row || place.column !== spot.column) return false
  if (spot.row !== undefined || place.from === undefined || place.to === undefined) return true
  return place.from < (spot.to ?? 0) && place.to > (spot.from ?? 0)
}

export type Sums = {
  reports: number
  numbers: number
  proved: number
  provedRight: number
  likely: number
  likelyRight: number
  look: number
  asked: number
  foundProved: number
  foundLikely: number
  corrections: number
  correctionsRight: number
}

export function noSums(): Sums {
  return {
    reports: 0,
    numbers: 0,
    proved: 0,
    provedRight: 0,
    likely: 0,
    likelyRight: 0,
    look: 0,
    asked: 0,
    foundProved: 0,
    foundLikely: 0,
    corrections: 0,
    correctionsRight: 0,
  }
}

/** Adds what one report showed. Asked for are only errors of the given proofs. */
export function add(sums: Sums, judged: Judged, proofs: readonly Planted['proof'][]): void {
  sums.reports++
  for (const { finding, right } of judged.said) {
    sums[finding.severity]++
    if (right && finding.severity === 'proved') sums.provedRight++
    if (right && finding.severity === 'likely') sums.likelyRight++
    addCorrection(sums, judged, finding)
  }
  for (const { error, found } of judged.planted) {
    if (!proofs.includes(error.proof)) continue
    sums.asked++
    if (found === 'proved') sums.foundProved++
    if (found === 'proved' || found === 'likely') sums.foundLikely++
  }
}

/** A correction is right when every change of it brings back what stood there before. */
function addCorrection(sums: Sums, { report }: Judged, { correction }: Finding): void {
  if (!correction) return
  sums.corrections++
  const wrong = report.planted.flatMap((error) => error.wrong)
  const back = correction.changes.every((change) => {
    const one = wrong.find(
      ({ spot }) =>
        spot.block === change.spot.block && spot.row === change.spot.row && spot.column === change.spot.column,
    )
    return (
      one !== undefined &&
      (digits(change.to) === digits(one.before) || Math.abs(close(change.to) - close(one.before)) <= 0.011)
    )
  })
  if (back) sums.correctionsRight++
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** A percentage may be given rounded where it was cut off. */
function close(text: string): number {
  return Number(text.replace('%', '').replace(',', '.').trim())
}
