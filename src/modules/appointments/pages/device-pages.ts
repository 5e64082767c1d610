import { formatMoment } from '#kernel/calendar.ts'
import { type Html, html, type Piece } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed, refused } from '#modules/portal/index.ts'
import { type PageAnswer, type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { askPairing } from '../operations/ask-pairing.ts'
import { checkIn } from '../operations/check-in.ts'
import { getOwnDevice } from '../operations/get-own-device.ts'
import { rateServed } from '../operations/rate-served.ts'
import { takeTicket } from '../operations/take-ticket.ts'
import { boardPage } from './board-page.ts'
import { en } from './device-messages.en.ts'
import { vi } from './device-messages.vi.ts'
import { faces } from './faces.ts'
import { drawSlip, kioskPage } from './kiosk-page.ts'
import { atDevice, DEVICE_PATH, hidden, refusal, section } from './parts.ts'

type Waiting = Pick<Extract<contract.OwnDevice, { state: 'waiting' }>, 'id' | 'code' | 'expiresAt'>
type Rating = Extract<contract.OwnDevice, { state: 'rating' }>['rating']
const words = ({ language }: PageView) => (language === 'vi' ? vi : en)
/** Seconds after which the thanks leave the screen for the next person. */
const RETURN_S = 8
const SENT_TO = ['ma', 'so', 'lich-hen', 'luot-vua-xong']
const draw = (answer: PageAnswer<contract.OwnDevice>, view: PageView): Html =>
  'problem' in answer ? refused(view, answer.problem) : screen(view, answer.found)
const own = { endpoint: contract.getOwnDevice, operation: getOwnDevice, fresh: true, inputOf: () => ({}), draw }

/** The screen of a device, whatever it was paired for, and what its buttons do. */
export const devicePages: readonly ServedPage[] = [
  // Also where a form was sent to: whoever loads its answer again comes back to the screen. And where kiosks were before they had to be paired.
  ...[DEVICE_PATH, ...SENT_TO.map((part) => `${DEVICE_PATH}/${part}`), '/lay-so/:unitId'].map((path) =>
    servedPage({ path, ...own }),
  ),
  servedPage({
    path: `${DEVICE_PATH}/ma`,
    method: 'POST',
    endpoint: contract.askPairing,
    operation: askPairing,
    inputOf: () => ({}),
    draw: (answer, view) => ('problem' in answer ? refusedAt(view, answer.problem) : waitingPage(view, answer.found)),
  }),
  servedPage({
    path: `${DEVICE_PATH}/so`,
    method: 'POST',
    endpoint: contract.takeTicket,
    operation: takeTicket,
    inputOf: ({ fields }) => ({ requestKey: fields.viec, line: fields.hang }),
    draw: drawSlip,
  }),
  servedPage({
    path: `${DEVICE_PATH}/lich-hen`,
    method: 'POST',
    endpoint: contract.checkIn,
    operation: checkIn,
    inputOf: ({ fields }) => ({ requestKey: fields.viec, code: fields.ma ?? '' }),
    draw: drawSlip,
  }),
  servedPage({
    path: `${DEVICE_PATH}/luot-vua-xong`,
    method: 'POST',
    endpoint: contract.rateServed,
    operation: rateServed,
    inputOf: ({ fields }) => ({ ticketId: fields.luot, stars: fields.sao }),
    draw: (answer, view) => ('problem' in answer ? refusedAt(view, answer.problem) : thanksPage(view)),
  }),
]

function screen(view: PageView, device: contract.OwnDevice): Html {
  const m = words(view)
  if (device.state === 'kiosk') return kioskPage(view, device.kiosk)
  if (device.state === 'board') return boardPage(view, device.board)
  if (device.state === 'rating') return ratingPage(view, device.rating)
  if (device.state === 'waiting') return waitingPage(view, device)
  if (device.state === 'closed')
    return alone(
      view,
      m.closed,
      html`<div data-live="${contract.queueTopic(device.unit.id)}"><p class="large" role="status">${device.unit.name}</p><p>${m.closedLead(device.name)}</p></div>`,
    )
  if (device.state === 'revoked')
    return alone(
      view,
      m.revoked,
      html`<p class="large" role="status">${m.revokedLead(device.name, device.unitName)}</p>${howTo(view)}`,
    )
  return alone(
    view,
    m.unpaired,
    html`<p>${m.unpairedLead}</p>${howTo(view)}<p>${m.notForVisitors} <a href="${at(view, '/dat-lich')}">${m.book}</a></p>`,
  )
}

const alone = (view: PageView, title: string, body: Piece): Html =>
  framed(view, { title, personal: true, alone: 'kiosk', main: html`<h1>${title}</h1>${body}` })

function howTo(view: PageView): Html {
  const m = words(view)
  return section(
    'how',
    m.steps,
    html`<ol><li>${m.step1}</li><li>${m.step2}</li><li>${m.step3}</li></ol>
<form method="post" action="${at(view, `${DEVICE_PATH}/ma`)}"><p><button type="submit">${m.ask}</button></p></form>`,
  )
}

/** The part goes when somebody has typed the code, and the page becomes what the device was paired for. */
function waitingPage(view: PageView, { id, code, expiresAt }: Waiting): Html {
  const m = words(view)
  return alone(
    view,
    m.title,
    html`<div data-live="${contract.pairingTopic(id)}">${codeOf(view, code, expiresAt)}</div>
<ol><li>${m.step2}</li><li>${m.step3}</li></ol><p><a class="button" href="${at(view, DEVICE_PATH)}">${m.look}</a></p>
<form method="post" action="${at(view, `${DEVICE_PATH}/ma`)}"><p><button type="submit" class="plain">${m.askAgain}</button></p></form>`,
  )
}

function codeOf(view: PageView, code: string, expiresAt: string): Html {
  const m = words(view)
  return html`<div class="slip" role="status"><p>${m.code}</p><p class="number" translate="no">${code}</p><p>${m.until(formatMoment(expiresAt).slice(-5))}</p></div>`
}

/** Before a desk: whoever was served there last says how it was, with one touch. */
function ratingPage(view: PageView, { unit, desk, ticket }: Rating): Html {
  const m = words(view)
  return alone(
    view,
    m.rateTitle(desk),
    html`<div data-live="${contract.queueTopic(unit.id)}"><p class="large" role="status">${ticket === null ? m.nobody : m.how(ticket.shown)}</p>
${ticket === null ? '' : html`<form method="post" action="${at(view, `${DEVICE_PATH}/luot-vua-xong`)}">${hidden({ luot: ticket.id })}${faces(view)}</form>`}</div><p class="quiet">${unit.name}. ${m.noName}</p>`,
  )
}

function thanksPage(view: PageView): Html {
  const m = words(view)
  return alone(
    view,
    m.thanks,
    html`<p><a class="button" href="${at(view, DEVICE_PATH)}" data-return="${RETURN_S}">${m.done}</a></p>`,
  )
}

function refusedAt(view: PageView, problem: ProblemBody): Html {
  const m = words(view)
  return alone(
    view,
    m.title,
    html`${refusal(atDevice(view, problem))}<p><a class="button" href="${at(view, DEVICE_PATH)}" data-return="${RETURN_S}">${m.done}</a></p>`,
  )
}
