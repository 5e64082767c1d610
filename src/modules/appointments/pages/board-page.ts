import type { z } from 'zod'
import { formatMoment } from '#kernel/calendar.ts'
import { type Html, html } from '#kernel/html.ts'
import { framed, say } from '#modules/portal/index.ts'
import type { PageView } from '#server/page.ts'
import * as contract from '../contract.ts'
import { queueWords } from './waiting-lines.ts'

type Board = z.output<typeof contract.getBoard.output>

/** What everybody who waits looks at; it changes by itself. */
export function boardPage(view: PageView, { unit, called, lines }: Board): Html {
  const m = queueWords(view)
  return framed(view, {
    title: m.boardTitle(unit.name),
    personal: true,
    alone: 'display',
    main: html`<h1>${unit.name}</h1><div data-live="${contract.queueTopic(unit.id)}">
<table class="board"><caption class="aside">${m.board}</caption><thead><tr><th scope="col">${m.number}</th><th scope="col">${m.desk}</th><th scope="col">${m.at}</th></tr></thead>
<tbody>${called.map((one) => calledRow(view, one))}</tbody></table>${called.length === 0 ? html`<p class="large">${m.nobody}</p>` : ''}
<h2>${m.queue}</h2><p class="large">${lines.map(({ code, name, waiting }, place) => html`${place > 0 ? ' · ' : ''}${code} ${say(view, name)}: ${waiting}`)}</p></div>
<p class="line" data-voice="${m.voice}"></p>`,
  })
}

function calledRow(view: PageView, { shown, desk, calledAt, calls, isNow }: Board['called'][number]): Html {
  const m = queueWords(view)
  const spelled = `${shown[0]} ${Number(shown.slice(1))}`
  const said = isNow ? html` data-now data-say="${shown}/${calls} ${m.say(spelled, desk)}"` : ''
  return html`<tr${said}><td>${shown}</td><td>${desk}</td><td>${formatMoment(calledAt).slice(-5)}</td></tr>`
}
