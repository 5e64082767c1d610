import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { catalogueOf, listed, type Service } from '../catalogue.ts'
import * as contract from '../contract.ts'
import { keptWords } from '../domain/failed-search.ts'
import { search } from '../domain/search.ts'
import { type Place, placesToday } from '../places.ts'
import { countFailedSearch, findLifeEvent } from '../store/finding.ts'

const MOST = 100

export const searchServices = operation(contract.searchServices, async (context, { q, event, field, unitId }) => {
  const { tx, now, defer } = context
  const { services, index, fields } = await catalogueOf(tx, now)
  const all = [...services.values()]
  const found = (codes: readonly string[]) => codes.flatMap((code) => services.get(code) ?? [])
  const answer = (about: { vi: string; en: string } | null, list: readonly Service[], place: Place | null = null) => ({
    about,
    place,
    services: list.slice(0, MOST).map(listed),
    more: list.length > MOST,
  })
  if (event !== undefined) {
    const one = await findLifeEvent(tx, event)
    if (!one) throw new Problem('not-found', 'portal/unknown-event')
    return answer({ vi: one.nameVi, en: one.nameEn }, found(one.procedures))
  }
  if (field !== undefined) {
    const name = fields.find(({ code }) => code === field)?.name
    if (!name) throw new Problem('not-found', 'portal/unknown-field')
    return answer(
      name,
      all.filter(({ fieldCode }) => fieldCode === field),
    )
  }
  const at = unitId === undefined ? undefined : findUnitAt(await loadStructure(tx), unitId, dayAt(now))
  const place = at ? ((await placesToday(context)).find(({ id }) => id === at.unitId) ?? null) : null
  if (unitId !== undefined && !at) throw new Problem('not-found', 'portal/unknown-place')
  const fits = ({ levels }: Service) => at === undefined || levels.includes(at.level)
  const about = at === undefined ? null : { vi: at.name, en: at.name }
  if (q.trim() === '') return answer(about, all.filter(fits), place)
  const list = found(search(index, q).map(({ code }) => code)).filter(fits)
  const words = list.length === 0 ? keptWords(q) : null
  if (words !== null) defer((after) => countFailedSearch(after, words, now))
  return answer(about, list, place)
})
