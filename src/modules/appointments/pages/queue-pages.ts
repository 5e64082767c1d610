import type { z } from 'zod'
import { type Html, html, type Piece } from '#kernel/html.ts'
import { newId } from '#kernel/id.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed, momentText, refused, say } from '#modules/portal/index.ts'
import { type PageAnswer, type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { checkIn } from '../operations/check-in.ts'
import { getBoard } from '../operations/get-board.ts'
import { getKiosk } from '../operations/get-kiosk.ts'
import { getTicket } from '../operations/get-ticket.ts'
import { takeTicket } from '../operations/take-ticket.ts'
import { hidden, refusal, section } from './parts.ts'
import { qr } from './qr.ts'
import { en } from './queue-messages.en.ts'
import { vi } from './queue-messages.vi.ts'

type Kiosk = z.output<typeof contract.getKiosk.output>
type Board = z.output<typeof contract.getBoard.output>
const words = ({ language }: PageView) => (language === 'vi' ? vi : en)
/** Seconds after which a slip leaves the screen for the next person. */
const RETURN_S = 30

export const queuePages: readonly ServedPage[] = [
  servedPage({
    path: '/lay-so/:unitId',
    endpoint: contract.getKiosk,
    operation: getKiosk,
    fresh: true,
    inputOf: ({ params }) => ({ unitId: params.unitId }),
    draw: (answer, view) => ('problem' in answer ? refused(view, answer.problem) : kioskPage(view, answer.found)),
  }),
  servedPage({
    path: '/lay-so/:unitId',
    method: 'POST',
    endpoint: contract.takeTicket,
    operation: takeTicket,
    inputOf: ({ params, fields }) => ({ requestKey: fields.viec, unitId: params.unitId, line: fields.hang }),
    draw: drawSlip,
  }),
  servedPage({
    path: '/lay-so/:unitId/lich-hen',
    method: 'POST',
    endpoint: contract.checkIn,
    operation: checkIn,
    inputOf: ({ params, fields }) => ({ requestKey: fields.viec, unitId: params.unitId, code: fields.ma ?? '' }),
    draw: drawSlip,
  }),
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

/** The screen at the door: a button for each line, and a field for the code of an appointment. */
function kioskPage(view: PageView, { unit, isOpen, hours, lines, accuracy }: Kiosk): Html {
  const m = words(view)
  const path = at(view, `/lay-so/${unit.id}`)
  const times = hours.map(({ from, to }) => `${from}–${to}`).join(', ')
  return framed(view, {
    title: m.kioskTitle(unit.name),
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${unit.name}</h1>
<div data-live="${contract.queueTopic(unit.id)}"><p class="large" role="status">${isOpen ? m.choose : m.closed}</p>
${
  isOpen
    ? html`<form method="post" action="${path}">${hidden({ viec: newId() })}<ul class="lines">${lines.map(
        ({ code, name, waiting, estimatedMinutes }) =>
          html`<li><button type="submit" name="hang" value="${code}">${code} · ${say(view, name)} <small>${m.waiting(waiting)}${estimatedMinutes === null || waiting === 0 ? '' : `, ${m.about(estimatedMinutes)}`}</small></button></li>`,
      )}</ul></form>`
    : ''
}</div>
${isOpen ? appointmentForm(view, path, '') : ''}
<p><a class="big" href="${at(view, '/danh-gia')}?may=${unit.id}">${m.rate}</a></p><p>${times === '' ? m.noHours : m.hours(times)}</p><p class="quiet">${m.rule} ${accuracyLine(view, accuracy)}</p>`,
  })
}

function appointmentForm(view: PageView, path: string, typed: string): Html {
  const m = words(view)
  return section(
    'appointment',
    m.haveAppointment,
    html`<form method="post" action="${path}/lich-hen">${hidden({ viec: newId() })}
<p class="field"><label for="ma">${m.code}</label><span class="hint" id="ma-hint">${m.codeHint}</span><input id="ma" name="ma" value="${typed}" required maxlength="40" autocomplete="off" autocapitalize="characters"></p>
<p><button type="submit">${m.checkIn}</button></p></form>`,
  )
}

function accuracyLine(view: PageView, { offMinutes, tickets }: contract.Ticket['accuracy']): string {
  return tickets === 0 ? '' : words(view).accuracy(Math.round(offMinutes / tickets), tickets)
}

function drawSlip(answer: PageAnswer<contract.Ticket>, view: PageView): Html {
  return 'problem' in answer ? refusedSlip(view, answer.problem) : slipPage(view, answer.found)
}

function refusedSlip(view: PageView, problem: ProblemBody): Html {
  const m = words(view)
  const path = view.path.replace(/\/lich-hen$/, '')
  return framed(view, {
    title: m.kiosk,
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${m.kiosk}</h1>${refusal(problem)}${view.path.endsWith('/lich-hen') ? appointmentForm(view, at(view, path), view.fields.ma ?? '') : ''}
<p><a class="button" href="${at(view, path)}" data-return="${RETURN_S}">${m.done}</a></p>`,
  })
}

/** The number as it is printed and shown until the next person comes. */
function slipPage(view: PageView, ticket: contract.Ticket): Html {
  const m = words(view)
  return framed(view, {
    title: m.ticketTitle(ticket.shown),
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${m.yourNumber}</h1><div class="slip" role="status"><p>${ticket.unit.name}</p><p class="number">${ticket.shown}</p>
<p>${m.line(say(view, ticket.lineName))}</p>${waitingLines(view, ticket)}<p>${m.taken(momentText(ticket.takenAt))}</p>
${qr(`${view.origin}${at(view, `/so-thu-tu/${ticket.code}`)}`, m.followQr)}<p class="quiet">${m.followCode(ticket.code)}</p></div>
<p class="line tools" data-print="${m.print}"><a class="button" href="${at(view, `/lay-so/${ticket.unit.id}`)}" data-return="${RETURN_S}">${m.done}</a></p>
<p><a href="${at(view, `/so-thu-tu/${ticket.code}`)}">${m.follow}</a></p>`,
  })
}

function waitingLines(view: PageView, ticket: contract.Ticket): Piece {
  const m = words(view)
  if (ticket.state !== 'waiting') return ''
  return html`${ticket.slotAt ? html`<p>${m.slot(ticket.slotAt)}</p>` : ''}${ticket.isLate ? html`<p>${m.late}</p>` : ''}
<p class="large">${m.ahead(ticket.ahead)}</p><p>${ticket.ahead === 0 ? '' : ticket.estimatedMinutes === null ? m.noEstimate : m.estimate(ticket.estimatedMinutes)} <span class="quiet">${accuracyLine(view, ticket.accuracy)}</span></p>`
}

/** The number followed on a phone. */
function ticketPage(view: PageView, ticket: contract.Ticket): Html {
  const m = words(view)
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

/** What everybody who waits looks at; it changes by itself. */
function boardPage(view: PageView, { unit, called, lines }: Board): Html {
  const m = words(view)
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
  const m = words(view)
  const spelled = `${shown[0]} ${Number(shown.slice(1))}`
  const said = isNow ? html` data-now data-say="${shown}/${calls} ${m.say(spelled, desk)}"` : ''
  return html`<tr${said}><td>${shown}</td><td>${desk}</td><td>${momentText(calledAt).slice(-5)}</td></tr>`
}
