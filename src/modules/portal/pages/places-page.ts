import { html } from '#kernel/html.ts'
import { servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { listPlaces } from '../operations/list-places.ts'
import { framed, refused, wordsOf } from './frame.ts'
import { formerSection, mapAddress, placeLines, placeSearch, placeWordsOf } from './place-parts.ts'

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
${placeSearch(view)}
<p><a class="big" href="${mapAddress(view, { q: view.fields.q ?? '' })}">${placeWordsOf(view).toMap}</a></p>
${formerSection(former, view)}
<ul class="list">${places.map((place) => html`<li>${placeLines(place, view)}</li>`)}</ul>
${more ? html`<p>${m.more}</p>` : ''}`,
    })
  },
})
