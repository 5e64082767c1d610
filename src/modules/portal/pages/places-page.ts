import { html } from '#kernel/html.ts'
import { servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { listPlaces } from '../operations/list-places.ts'
import { at, framed, refused, wordsOf } from './frame.ts'
import { deskLine, formerLine, formerSection, mapAddress, placeAddress, placeWordsOf } from './place-parts.ts'

export const placesPage = servedPage({
  path: '/dich-vu/noi-tiep-nhan',
  endpoint: contract.listPlaces,
  operation: listPlaces,
  inputOf: ({ fields }) => ({ q: fields.q ?? '' }),
  draw: (answer, view) => {
    if ('problem' in answer) return refused(view, answer.problem)
    const m = wordsOf(view)
    const { places, more, former } = answer.found
    return framed(view, {
      title: m.placesTitle,
      description: m.placesLead,
      main: html`<h1>${m.placesTitle}</h1><p>${m.placesLead}</p>
<form class="search" role="search" method="get" action="${at(view, '/dich-vu/noi-tiep-nhan')}"><label for="q">${m.placesLabel}</label>
<div class="line"><input id="q" name="q" type="search" value="${view.fields.q ?? ''}" maxlength="100"><button type="submit">${m.searchButton}</button></div></form>
<p><a class="big" href="${mapAddress(view, { q: view.fields.q ?? '' })}">${placeWordsOf(view).toMap}</a></p>
${formerSection(former, view)}
<ul class="list">${places.map(
        (place) => html`<li><a class="big" href="${placeAddress(view, place.id)}">${place.name}</a>
<span class="quiet">${place.above}${place.above === '' ? '' : ' · '}${place.receives ? m.receives : m.notYet}</span>
${deskLine(place, view)}
${formerLine(place, view)}</li>`,
      )}</ul>
${more ? html`<p>${m.more}</p>` : ''}`,
    })
  },
})
