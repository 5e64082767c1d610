import { html } from '#kernel/html.ts'
import { type PageView, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { widened } from '../domain/place-map.ts'
import { getPlaceMap } from '../operations/get-place-map.ts'
import { at, framed, refused } from './frame.ts'
import { formerSection, mapAddress, placeLines, placeSearch, placeWordsOf, pointLine } from './place-parts.ts'
import { lineId, placePicture } from './place-picture.ts'

export const placeMapPage = servedPage({
  path: '/dich-vu/ban-do',
  endpoint: contract.getPlaceMap,
  operation: getPlaceMap,
  inputOf: ({ fields }) => ({ q: fields.q ?? '', ...(fields.khung && { frame: frameIn(fields.khung) }) }),
  draw: (answer, view) => {
    if ('problem' in answer) return refused(view, answer.problem)
    const map = answer.found
    const w = placeWordsOf(view)
    const q = view.fields.q ?? ''
    return framed(view, {
      title: w.mapTitle,
      description: w.mapLead,
      // Frames are without number: search engines know the whole map.
      personal: q !== '' || view.fields.khung !== undefined,
      main: html`<h1>${w.mapTitle}</h1><p>${w.mapLead}</p>
${placeSearch(view)}
${formerSection(map.former, view)}
${map.frame ? shown(map, map.frame, view) : html`<p role="status">${q !== '' && map.unplaced === 0 ? w.noneFound : w.noMap}</p>`}
<p>${map.unplaced > 0 ? html`${w.unplaced(map.unplaced)} ` : ''}<a href="${at(view, `/dich-vu/noi-tiep-nhan${q && `?${new URLSearchParams({ q }).toString()}`}`)}">${w.toList}</a></p>`,
    })
  },
})

/** The four sides of a frame in the address; what is none of that is refused by the contract. */
function frameIn(text: string) {
  const [south, west, north, east, ...rest] = text.split(',')
  return rest.length === 0 ? { south, west, north, east } : {}
}

type Frame = NonNullable<contract.PlaceMap['frame']>

function shown(map: contract.PlaceMap, frame: Frame, view: PageView) {
  const w = placeWordsOf(view)
  const q = view.fields.q ?? ''
  const points = map.marks.flatMap(({ places }) => places.flatMap(({ point }) => point ?? []))
  return html`${placePicture(map, frame, view)}
<p class="hint">${w.mapNote}${points.some(({ accuracy }) => accuracy === 'approximate') ? ` ${w.approximateNote}` : ''}</p>
${
  view.fields.khung === undefined
    ? ''
    : html`<p class="tools"><a class="button" href="${mapAddress(view, { q })}">${w.whole}</a> ${map.outside > 0 ? html`<a class="button" href="${mapAddress(view, { q, frame: widened(frame, 2) })}">${w.wider}</a>` : ''}</p>`
}
${map.outside > 0 ? html`<p role="status">${w.outside(map.outside)}</p>` : ''}
<section aria-labelledby="marks"><h2 id="marks">${w.listTitle}</h2><ol class="list numbered">${map.marks.map((mark, index) => line(mark, index + 1, view))}</ol></section>`
}

function line({ places, closer }: contract.PlaceMap['marks'][number], number: number, view: PageView) {
  const w = placeWordsOf(view)
  const [only] = places
  if (places.length === 1 && only) return html`<li id="${lineId(number)}">${entry(only, view)}</li>`
  return html`<li id="${lineId(number)}"><strong>${w.near(places.length)}</strong>
${closer ? html`<a href="${mapAddress(view, { frame: closer })}">${w.closer}</a>` : ''}
<ul>${places.map((place) => html`<li>${entry(place, view)}</li>`)}</ul></li>`
}

function entry(place: contract.Place, view: PageView) {
  return html`${placeLines(place, view)}
${pointLine(place, view)}`
}
