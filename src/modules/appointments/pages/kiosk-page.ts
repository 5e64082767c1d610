import type { z } from 'zod'
import { formatMoment } from '#kernel/calendar.ts'
import { type Html, html } from '#kernel/html.ts'
import { newId } from '#kernel/id.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed, say } from '#modules/portal/index.ts'
import type { PageAnswer, PageView } from '#server/page.ts'
import * as contract from '../contract.ts'
import { atDevice, DEVICE_PATH, hidden, refusal, section } from './parts.ts'
import { qr } from './qr.ts'
import { accuracyLine, queueWords, waitingLines } from './waiting-lines.ts'

type Kiosk = z.output<typeof contract.getKiosk.output>
/** Seconds after which a slip leaves the screen for the next person. */
const RETURN_S = 30

/** The screen at the door: a button for each line, and a field for the code of an appointment. */
export function kioskPage(view: PageView, { unit, isOpen, hours, lines, accuracy }: Kiosk): Html {
  const m = queueWords(view)
  const path = at(view, DEVICE_PATH)
  const times = hours.map(({ from, to }) => `${from}–${to}`).join(', ')
  return framed(view, {
    title: m.kioskTitle(unit.name),
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${unit.name}</h1>
<div data-live="${contract.queueTopic(unit.id)}"><p class="large" role="status">${isOpen ? m.choose : m.closed}</p>
${
  isOpen
    ? html`<form method="post" action="${path}/so">${hidden({ viec: newId() })}<ul class="lines">${lines.map(
        ({ code, name, waiting, estimatedMinutes }) =>
          html`<li><button type="submit" name="hang" value="${code}">${code} · ${say(view, name)} <small>${m.waiting(waiting)}${estimatedMinutes === null || waiting === 0 ? '' : `, ${m.about(estimatedMinutes)}`}</small></button></li>`,
      )}</ul></form>`
    : ''
}</div>
${isOpen ? appointmentForm(view, path, '') : ''}
<p><a class="big" href="${path}/danh-gia">${m.rate}</a></p><p>${times === '' ? m.noHours : m.hours(times)}</p><p class="quiet">${m.rule} ${accuracyLine(view, accuracy)}</p>`,
  })
}

function appointmentForm(view: PageView, path: string, typed: string): Html {
  const m = queueWords(view)
  return section(
    'appointment',
    m.haveAppointment,
    html`<form method="post" action="${path}/lich-hen">${hidden({ viec: newId() })}
<p class="field"><label for="ma">${m.code}</label><span class="hint" id="ma-hint">${m.codeHint}</span><input id="ma" name="ma" value="${typed}" required maxlength="40" autocomplete="off" autocapitalize="characters"></p>
<p><button type="submit">${m.checkIn}</button></p></form>`,
  )
}

/** What a press at the kiosk gave. */
export function drawSlip(answer: PageAnswer<contract.Ticket>, view: PageView): Html {
  return 'problem' in answer ? refusedSlip(view, answer.problem) : slipPage(view, answer.found)
}

function refusedSlip(view: PageView, problem: ProblemBody): Html {
  const m = queueWords(view)
  const path = at(view, DEVICE_PATH)
  return framed(view, {
    title: m.kiosk,
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${m.kiosk}</h1>${refusal(atDevice(view, problem))}${view.path.endsWith('/lich-hen') ? appointmentForm(view, path, view.fields.ma ?? '') : ''}
<p><a class="button" href="${path}" data-return="${RETURN_S}">${m.done}</a></p>`,
  })
}

/** The number as it is printed and shown until the next person comes. */
function slipPage(view: PageView, ticket: contract.Ticket): Html {
  const m = queueWords(view)
  return framed(view, {
    title: m.ticketTitle(ticket.shown),
    personal: true,
    alone: 'kiosk',
    main: html`<h1>${m.yourNumber}</h1><div class="slip" role="status"><p>${ticket.unit.name}</p><p class="number">${ticket.shown}</p>
<p>${m.line(say(view, ticket.lineName))}</p>${waitingLines(view, ticket)}<p>${m.taken(formatMoment(ticket.takenAt))}</p>
${qr(`${view.origin}${at(view, `/so-thu-tu/${ticket.code}`)}`, m.followQr)}<p class="quiet">${m.followCode(ticket.code)}</p></div>
<p class="line tools" data-print="${m.print}"><a class="button" href="${at(view, DEVICE_PATH)}" data-return="${RETURN_S}">${m.done}</a></p>`,
  })
}
