import { formatDay } from '#kernel/calendar.ts'
import { html } from '#kernel/html.ts'
import { formatNumber } from '#kernel/number.ts'
import type { PageView } from '#server/page.ts'
import type { FormerName, Place } from '../contract.ts'
import type { Frame } from '../domain/place-map.ts'
import { at, wordsOf } from './frame.ts'
import { en } from './place-messages.en.ts'
import { vi } from './place-messages.vi.ts'

// What the list of places, their map and the page of one place have in common.

export const placeWordsOf = ({ language }: Pick<PageView, 'language'>) => (language === 'vi' ? vi : en)

export const placeAddress = (view: PageView, id: string): string => at(view, `/dich-vu/noi-tiep-nhan/${id}`)

/** The map at a frame, or at everything that answers the words. */
export function mapAddress(view: PageView, { frame, q = '' }: { readonly frame?: Frame; readonly q?: string } = {}) {
  const sides = frame && [frame.south, frame.west, frame.north, frame.east].map((one) => one.toFixed(4)).join(',')
  const query = new URLSearchParams({ ...(q && { q }), ...(sides && { khung: sides }) }).toString()
  return at(view, `/dich-vu/ban-do${query && `?${query}`}`)
}

/** A number as people read it, with so many decimals. */
export const numberText = (view: PageView, degrees: number, decimals: number): string =>
  view.language === 'vi' ? formatNumber(degrees, decimals) : degrees.toFixed(decimals)

/** Where the place is, how well that is known, and a way to look at it in another program. */
export function pointLine({ name, point }: Pick<Place, 'name' | 'point'>, view: PageView) {
  if (!point) return ''
  const w = placeWordsOf(view)
  const { latitude, longitude, accuracy, demonstration, source } = point
  // No finer than it is known.
  const decimals = accuracy === 'exact' ? 5 : 2
  const text = `${w.latitude(numberText(view, latitude, decimals))}, ${w.longitude(numberText(view, longitude, decimals))}`
  return html`<span class="quiet">${text} (${w[accuracy]}) ${demonstration ? html`<strong class="mark">${w.demonstration}</strong> ` : ''}<span lang="vi">${w.source(source)}</span></span>
<a href="geo:${latitude},${longitude}" aria-label="${w.openMapOf(name)}">${w.openMap}</a>`
}

/** Communes that are no more of whose people the place takes care now. */
export function formerText({ former }: Pick<Place, 'former'>, view: PageView): string {
  const w = placeWordsOf(view)
  return former.map(({ name, whole }) => (whole ? name : `${name} (${w.part})`)).join(', ')
}

function formerLine(place: Pick<Place, 'former'>, view: PageView) {
  const names = formerText(place, view)
  return names === '' ? '' : html`<span class="quiet">${placeWordsOf(view).formerHere}: ${names}</span>`
}

/** How the place is reached. */
export function deskLine({ desk, receives }: Pick<Place, 'desk' | 'receives'>, view: PageView) {
  const m = wordsOf(view)
  if (desk) return html`<span>${desk.name}, ${desk.address}. ${m.phone(desk.phone)}</span>`
  return receives ? html`<span class="quiet">${m.noDesk}</span>` : ''
}

/** A place in a list of places. */
export function placeLines(place: Place, view: PageView) {
  const m = wordsOf(view)
  return html`<a class="big" href="${placeAddress(view, place.id)}">${place.name}</a>
<span class="quiet">${place.above}${place.above === '' ? '' : ' · '}${place.receives ? m.receives : m.notYet}</span>
${deskLine(place, view)}
${formerLine(place, view)}`
}

/** Asks the page on which it stands for places by name. */
export function placeSearch(view: PageView) {
  const m = wordsOf(view)
  return html`<form class="search" role="search" method="get" action="${at(view, view.path)}"><label for="q">${m.placesLabel}</label>
<div class="line"><input id="q" name="q" type="search" value="${view.fields.q ?? ''}" maxlength="100"><button type="submit">${m.searchButton}</button></div></form>`
}

/** Names that answered and are no more: where their people go now. */
export function formerSection(former: readonly FormerName[], view: PageView) {
  if (former.length === 0) return ''
  const w = placeWordsOf(view)
  return html`<section aria-labelledby="former"><h2 id="former">${w.formerTitle}</h2><p>${w.formerLead}</p><ul class="list">${former.map(
    ({ name, above, until, now }) => html`<li><strong>${name}</strong>
<span class="quiet">${above}${above === '' ? '' : ' · '}${w.until(formatDay(until))}</span>
<span>→ ${now.map((one, index) => html`${index === 0 ? '' : ', '}<a href="${placeAddress(view, one.id)}">${one.name}</a>${one.whole || now.length === 1 ? '' : ` (${w.part})`}`)}</span></li>`,
  )}</ul></section>`
}
