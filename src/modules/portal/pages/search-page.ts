import type { z } from 'zod'
import { html } from '#kernel/html.ts'
import { type PageAnswer, type PageView, type Sent, type ServedPage, servedPage } from '#server/page.ts'
import type { Place } from '../contract.ts'
import * as contract from '../contract.ts'
import { squareAround } from '../domain/place-map.ts'
import { searchServices } from '../operations/search-services.ts'
import { at, framed, refused, say, searchBox, wordsOf } from './frame.ts'
import { deskLine, formerText, mapAddress, placeWordsOf, pointLine } from './place-parts.ts'

const listPage = (path: string, inputOf: (sent: Sent) => unknown): ServedPage =>
  servedPage({ path, endpoint: contract.searchServices, operation: searchServices, inputOf, draw })

/** By words, by life event, by field, by unit: one list. */
export const searchPages: readonly ServedPage[] = [
  listPage('/dich-vu/tim', ({ fields }) => ({ q: fields.q ?? '' })),
  listPage('/dich-vu/su-kien/:event', ({ params }) => params),
  listPage('/dich-vu/linh-vuc/:field', ({ params }) => params),
  listPage('/dich-vu/noi-tiep-nhan/:unitId', ({ params, fields }) => ({ ...params, q: fields.q ?? '' })),
]

type Found = z.output<typeof contract.searchServices.output>

function draw(answer: PageAnswer<Found>, view: PageView) {
  if ('problem' in answer) return refused(view, answer.problem)
  const m = wordsOf(view)
  const { about, place, services, more } = answer.found
  const words = view.fields.q ?? ''
  const title = about ? say(view, about) : words === '' ? m.all : m.resultsTitle(words)
  const unitId = /\/noi-tiep-nhan\/([^/]+)$/.exec(view.path)?.[1]
  const address = (code: string) =>
    at(view, `/dich-vu/thu-tuc/${code}${unitId ? `?noi=${encodeURIComponent(unitId)}` : ''}`)
  return framed(view, {
    title,
    // What somebody typed is nothing to be found by others.
    personal: words !== '',
    main: html`<h1>${title}</h1>
${place ? html`${placeFacts(place, view)}<h2>${m.servicesThere}</h2>` : ''}
${searchBox(view, words)}
<p role="status">${m.found(services.length)}</p>
${services.length === 0 ? html`<p>${m.nothing}</p><p><a href="${at(view, '/dich-vu')}">${m.back}</a></p>` : ''}
<ul class="list">${services.map(
      ({
        code,
        name,
        field,
        onlineLevel,
        results,
      }) => html`<li><a class="big" href="${address(code)}">${say(view, name)}</a>
<span class="quiet">${say(view, field)} · ${m.levels[onlineLevel]}</span>
<span>${m.gives(results.map((one) => say(view, one)).join(', '))}</span></li>`,
    )}</ul>
${more ? html`<p>${m.more}</p>` : ''}`,
  })
}

/** What to know of a place before going there. */
function placeFacts(place: Place, view: PageView) {
  const w = placeWordsOf(view)
  const desk = deskLine(place, view)
  const [former, { point }] = [formerText(place, view), place]
  return html`<dl class="facts">
${desk === '' ? '' : html`<div><dt>${w.address}</dt><dd>${desk}</dd></div>`}
${point ? html`<div><dt>${w.coordinates}</dt><dd>${pointLine(place, view)}<br><a href="${mapAddress(view, { frame: aroundOf(point) })}">${w.toMap}</a></dd></div>` : ''}
${former === '' ? '' : html`<div><dt>${w.formerHere}</dt><dd>${former}</dd></div>`}
</dl>`
}

/** A few kilometres around. */
const aroundOf = (point: NonNullable<Place['point']>) => squareAround(point, 0.08)
