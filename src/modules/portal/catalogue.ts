import { type Day, dayAt } from '#kernel/calendar.ts'
import { catalogueStamp, contentsInForce, listFields } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { ListedService } from './contract.ts'
import { type Entry, type SearchIndex, searchIndex } from './domain/search.ts'
import { allSynonyms, synonymStamp } from './store/finding.ts'

/** A procedure in force with what lists and filters ask of it. */
export type Service = ListedService & { readonly fieldCode: string; readonly levels: readonly string[] }
export type Catalogue = {
  readonly services: ReadonlyMap<string, Service>
  readonly index: SearchIndex
  readonly fields: readonly { readonly code: string; readonly name: { vi: string; en: string } }[]
}

let kept: { readonly stamp: string; readonly catalogue: Catalogue } | undefined

/** What is in force today, ready to be searched: made once and kept until the catalogue, the synonyms or the day change. */
export async function catalogueOf(tx: Tx, now: Date): Promise<Catalogue> {
  const day = dayAt(now)
  const stamp = `${day} ${await catalogueStamp(tx)} ${await synonymStamp(tx)}`
  if (kept?.stamp !== stamp) kept = { stamp, catalogue: await made(tx, day) }
  return kept.catalogue
}

async function made(tx: Tx, day: Day): Promise<Catalogue> {
  const fields = (await listFields(tx)).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }))
  const named = new Map(fields.map(({ code, name }) => [code, name]))
  const services = new Map<string, Service>()
  const entries: Entry[] = []
  for await (const { code, content } of contentsInForce(tx, day)) {
    const field = named.get(content.fieldCode) ?? { vi: content.fieldCode, en: content.fieldCode }
    const results = content.results.map(({ name }) => name)
    const { name, fieldCode, levels, onlineLevel, demonstration } = content
    services.set(code, { code, name, field, fieldCode, levels, onlineLevel, results, demonstration })
    entries.push({
      code,
      names: [name.vi, name.en, ...results.flatMap(({ vi, en }) => [vi, en])],
      around: [field.vi, field.en, ...content.papers.flatMap((paper) => [paper.name.vi, paper.name.en])],
    })
  }
  return { services, index: searchIndex(entries, await allSynonyms(tx)), fields }
}

/** The service as it leaves. */
export function listed({ code, name, field, onlineLevel, results, demonstration }: Service): ListedService {
  return { code, name, field, onlineLevel, results, demonstration }
}
