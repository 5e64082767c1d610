import type { Day } from '#kernel/calendar.ts'
import { contentsInForce, missingParts } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'

/** What figures need to know of a procedure in force. */
export type Listed = {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly onlineLevel: 'none' | 'partial' | 'full'
  readonly levels: readonly ('province' | 'district' | 'commune')[]
  readonly hasFee: boolean
  readonly forCitizens: boolean
  /** All seven parts of a published procedure are there. */
  readonly isWhole: boolean
}
export type Catalogue = readonly Listed[]

/** The procedures in force on the day. */
export async function catalogueOn(tx: Tx, day: Day): Promise<Catalogue> {
  const found: Listed[] = []
  for await (const { code, content } of contentsInForce(tx, day)) {
    found.push({
      code,
      name: { vi: content.name.vi, en: content.name.en || content.name.vi },
      onlineLevel: content.onlineLevel,
      levels: content.levels,
      hasFee: content.fees.some(
        ({ amountVnd, validFrom, validTo }) => amountVnd > 0 && validFrom <= day && (validTo === null || day < validTo),
      ),
      forCitizens: content.applicants.some((who) => ['citizen', 'overseas-vietnamese', 'foreigner'].includes(who)),
      isWhole: missingParts(content).length === 0,
    })
  }
  return found
}

/** Those of a kind. */
export function ofCatalogue(catalogue: Catalogue, which: 'all' | 'partial' | 'full' | 'with-fee'): Catalogue {
  if (which === 'all') return catalogue
  if (which === 'with-fee') return catalogue.filter(({ hasFee }) => hasFee)
  return catalogue.filter(({ onlineLevel }) => onlineLevel === which)
}
