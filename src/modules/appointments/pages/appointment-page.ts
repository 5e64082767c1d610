import { formatDay } from '#kernel/calendar.ts'
import { type Html, html } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed } from '#modules/portal/index.ts'
import { fixedPage, type PageAnswer, type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { cancelAppointment } from '../operations/cancel-appointment.ts'
import { lookUpAppointment } from '../operations/look-up-appointment.ts'
import { moveAppointment } from '../operations/move-appointment.ts'
import { codes, dayText, facts, hidden, keyFields, ownPath, refusal, section, wordsOf } from './parts.ts'

const PATH = '/lich-hen'
type Fields = Readonly<Record<string, string>>
const keyOf = (fields: Fields) => ({ code: fields.code ?? '', secret: fields.secret ?? '' })

/** An appointment followed with its codes in hand. They travel in the body of a form, never in an address. */
export const appointmentPages: readonly ServedPage[] = [
  fixedPage(PATH, (view) => formPage(view, null)),
  servedPage({
    path: PATH,
    method: 'POST',
    endpoint: contract.lookUpAppointment,
    operation: lookUpAppointment,
    inputOf: ({ fields }) => keyOf(fields),
    draw,
  }),
  servedPage({
    path: `${PATH}/doi`,
    method: 'POST',
    endpoint: contract.moveAppointment,
    operation: moveAppointment,
    inputOf: ({ fields }) => {
      const [day = '', time = ''] = (fields.luc ?? '').split(' ')
      return { ...keyOf(fields), day, at: time }
    },
    draw,
  }),
  servedPage({
    path: `${PATH}/huy`,
    method: 'POST',
    endpoint: contract.cancelAppointment,
    operation: cancelAppointment,
    inputOf: ({ fields }) => keyOf(fields),
    draw,
  }),
]

function draw(answer: PageAnswer<contract.Opened>, view: PageView): Html {
  return 'problem' in answer ? formPage(view, answer.problem) : openedPage(view, answer.found)
}

function formPage(view: PageView, problem: ProblemBody | null): Html {
  const m = wordsOf(view)
  return framed(view, {
    title: m.ownTitle,
    description: m.ownLead,
    personal: problem !== null,
    main: html`<h1>${m.ownTitle}</h1>${problem ? refusal(problem) : ''}<p>${m.ownLead}</p>
<form method="post" action="${ownPath(view)}" autocomplete="off">${keyFields(view, problem !== null)}
<p><button type="submit">${m.look}</button></p></form>`,
  })
}

function openedPage(view: PageView, one: contract.Opened): Html {
  const m = wordsOf(view)
  const { appointment } = one
  const isOpen = appointment.state === 'booked'
  return framed(view, {
    title: m.ownTitle,
    personal: true,
    main: html`<h1>${m.ownTitle}</h1><p class="large" role="status">${m.states[appointment.state]}</p>
${appointment.affected && isOpen ? html`<div class="notice" role="note"><p>${m.affected[appointment.affected]} ${m.affectedDo}</p></div>` : ''}
${facts(view, appointment)}${codes(view, one)}
${isOpen ? html`<p>${m.late(appointment.graceMinutes)}</p>${moving(view, one)}${cancelling(view, one)}` : ''}
<p class="quiet">${m.erased(formatDay(appointment.eraseOn))}</p><p><a href="${ownPath(view)}">${m.another}</a></p>`,
  })
}

const keyIn = ({ appointment, secret }: contract.Opened) => hidden({ code: appointment.code, secret })

function moving(view: PageView, one: contract.Opened): Html {
  const m = wordsOf(view)
  const body =
    one.free.length === 0
      ? html`<p>${m.noMove}</p>`
      : html`<form method="post" action="${at(view, `${PATH}/doi`)}">${keyIn(one)}<p class="field"><label for="luc">${m.moveTo}</label>
<select id="luc" name="luc">${one.free.map(
          ({ day, slots }) =>
            html`<optgroup label="${dayText(view, day)}">${slots.map((time) => html`<option value="${day} ${time}">${m.at(time, dayText(view, day))}</option>`)}</optgroup>`,
        )}</select></p><p><button type="submit">${m.move}</button></p></form>`
  return section('move', m.move, body)
}

function cancelling(view: PageView, one: contract.Opened): Html {
  const m = wordsOf(view)
  return section(
    'cancel',
    m.cancel,
    html`<p>${m.cancelLead}</p><form method="post" action="${at(view, `${PATH}/huy`)}">${keyIn(one)}<p><button type="submit" class="plain">${m.cancel}</button></p></form>`,
  )
}
