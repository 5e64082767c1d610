import { html } from '#kernel/html.ts'
import { servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { getHome } from '../operations/get-home.ts'
import { ANSWERS_PATH } from './answers-page.ts'
import { at, framed, refused, say, searchBox, wordsOf } from './frame.ts'
import { easyIcon, icon } from './icons.ts'
import { mapAddress, placeWordsOf } from './place-parts.ts'

export const homePage = servedPage({
  path: '/dich-vu',
  endpoint: contract.getHome,
  operation: getHome,
  inputOf: () => ({}),
  draw: (answer, view) => {
    if ('problem' in answer) return refused(view, answer.problem)
    const m = wordsOf(view)
    const { events, fields, total } = answer.found
    return framed(view, {
      title: m.homeTitle,
      description: m.homeLead,
      structured: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: `${m.brand} – ${m.platform}`,
        url: `${view.origin}${at(view, '/dich-vu')}`,
        inLanguage: view.language,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${view.origin}${at(view, '/dich-vu/tim')}?q={q}`,
          'query-input': 'required name=q',
        },
      },
      main: html`<h1>${m.homeTitle}</h1>
${searchBox(view, '', html`<p class="hint" id="q-hint">${m.homeLead}</p>`)}
${
  events.length === 0
    ? ''
    : html`<section aria-labelledby="events"><h2 id="events">${m.events}</h2><ul class="tiles">
${events.map(({ code, name }) => html`<li><a href="${at(view, `/dich-vu/su-kien/${code}`)}">${icon(code)}<span>${say(view, name)}</span></a></li>`)}
</ul></section>`
}
<section aria-labelledby="more-ways" class="ways"><h2 id="more-ways" class="aside">${m.menu}</h2>
<p><a class="big" href="${at(view, '/tra-cuu')}">${easyIcon('tra-cuu')}${m.track}</a><br>${m.trackLead}</p>
<p><a class="big" href="${at(view, '/dich-vu/noi-tiep-nhan')}">${easyIcon('noi')}${m.byPlace}</a><br>${m.byPlaceLead} <a href="${mapAddress(view)}">${placeWordsOf(view).mapWay}</a></p>
<p><a class="big" href="${at(view, ANSWERS_PATH)}">${easyIcon('loi')}${m.answersTitle}</a><br>${m.answersShort}</p>
${view.links.map(({ to, label, lead, icon: drawn }) => html`<p><a class="big" href="${to}">${easyIcon(drawn)}${label}</a><br>${lead}</p>`)}</section>
<section aria-labelledby="fields"><h2 id="fields">${m.fields}</h2><ul class="columns">
${fields.map(({ code, name, count }) => html`<li><a href="${at(view, `/dich-vu/linh-vuc/${code}`)}">${say(view, name)}</a> <span class="quiet">${m.count(count)}</span></li>`)}
</ul><p><a href="${at(view, '/dich-vu/tim')}">${m.all}</a> <span class="quiet">${m.count(total)}</span></p></section>`,
    })
  },
})
