import { type Html, html } from '#kernel/html.ts'
import { at, framed, refused, say } from '#modules/portal/index.ts'
import { type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { getBoard } from '../operations/get-board.ts'
import { getTicket } from '../operations/get-ticket.ts'
import { boardPage } from './board-page.ts'
import { queueWords, waitingLines } from './waiting-lines.ts'

/** A number on its holder's phone, and the board for whoever wants to look. */
export const queuePages: readonly ServedPage[] = [
  servedPage({
    path: '/so-thu-tu/:code',
    endpoint: contract.getTicket,
    operation: getTicket,
    fresh: true,
    inputOf: ({ params }) => ({ code: params.code }),
    draw: (answer, view) => ('problem' in answer ? refused(view, answer.problem) : ticketPage(view, answer.found)),
  }),
  servedPage({
    path: '/bang-goi-so/:unitId',
    endpoint: contract.getBoard,
    operation: getBoard,
    fresh: true,
    inputOf: ({ params }) => ({ unitId: params.unitId }),
    draw: (answer, view) => ('problem' in answer ? refused(view, answer.problem) : boardPage(view, answer.found)),
  }),
]

/** The number followed on a phone. */
function ticketPage(view: PageView, ticket: contract.Ticket): Html {
  const m = queueWords(view)
  return framed(view, {
    title: m.ticketTitle(ticket.shown),
    personal: true,
    main: html`<h1>${m.ticketTitle(ticket.shown)}</h1><div data-live="${contract.queueTopic(ticket.unit.id)}">
<div class="slip"><p>${ticket.unit.name}</p><p class="number">${ticket.shown}</p><p>${m.line(say(view, ticket.lineName))}</p>
<p class="large" role="status">${m.states[ticket.state]}</p>${ticket.state === 'called' && ticket.desk ? html`<p class="large">${m.called(ticket.desk.name)}</p>` : ''}
${ticket.state === 'absent' ? html`<p>${m.absentDo}</p>` : ''}${waitingLines(view, ticket)}</div>
${ticket.state === 'done' ? html`<p><a class="button" href="${at(view, '/danh-gia')}?so=${ticket.code}">${m.rate}</a></p>` : ''}</div>
<p><a href="${at(view, `/bang-goi-so/${ticket.unit.id}`)}">${m.board}</a></p>`,
  })
}
