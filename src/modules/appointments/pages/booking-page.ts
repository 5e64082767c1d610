import type { z } from 'zod'
import { formatDay } from '#kernel/calendar.ts'
import { type Html, html } from '#kernel/html.ts'
import { newId } from '#kernel/id.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed, refused, say } from '#modules/portal/index.ts'
import { type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { CONSENT } from '../domain/consent.ts'
import { bookAppointment } from '../operations/book-appointment.ts'
import { findSlots } from '../operations/find-slots.ts'
import { codes, dayText, facts, hidden, ownPath, refusal, section, wordsOf } from './parts.ts'

const PATH = '/dat-lich'
type Found = z.output<typeof contract.findSlots.output>

/** Place, day, time, person: one question after the other, each a page of its own that works without script. */
export const bookingPages: readonly ServedPage[] = [
  servedPage({
    path: PATH,
    endpoint: contract.findSlots,
    operation: findSlots,
    fresh: true,
    inputOf: ({ fields }) => ({
      ...(fields['thu-tuc'] && { procedureCode: fields['thu-tuc'] }),
      ...(fields.noi && { unitId: fields.noi }),
      ...(fields.ngay && { day: fields.ngay }),
    }),
    draw: (answer, view) => ('problem' in answer ? refused(view, answer.problem) : step(view, answer.found)),
  }),
  servedPage({
    path: PATH,
    method: 'POST',
    endpoint: contract.bookAppointment,
    operation: bookAppointment,
    inputOf: ({ fields }) => ({
      requestKey: fields.viec,
      ...(fields['thu-tuc'] && { procedureCode: fields['thu-tuc'] }),
      unitId: fields.noi,
      day: fields.ngay,
      at: fields.gio,
      name: fields.ten ?? '',
      contact: fields['lien-he'] ?? '',
      consent: fields['dong-y'] === 'co',
      language: fields.ngon === 'en' ? 'en' : 'vi',
    }),
    draw: (answer, view) => ('problem' in answer ? again(view, answer.problem) : booked(view, answer.found)),
  }),
]

/** The address of the next question, with what was answered so far. */
function next(
  view: PageView,
  more: Readonly<Record<string, string>>,
  kept = ['thu-tuc', 'noi', 'ngay', 'gio'],
): string {
  const own = kept.flatMap((name) => (view.fields[name] ? [[name, view.fields[name]] as const] : []))
  return `${at(view, PATH)}?${new URLSearchParams({ ...Object.fromEntries(own), ...more }).toString()}`
}

function step(view: PageView, found: Found): Html {
  const m = wordsOf(view)
  const time = found.slots.find((slot) => slot.at === view.fields.gio && slot.free > 0)
  const body =
    found.unit === null
      ? places(view, found)
      : !view.fields.ngay
        ? days(view, found)
        : view.fields.gio && time
          ? personForm(view, { keepDays: found.unit.keepDays, wrong: null })
          : times(view, found)
  return framed(view, {
    title: m.bookTitle,
    description: m.bookLead,
    personal: Boolean(view.fields.gio),
    main: html`<h1>${m.bookTitle}</h1>${chosen(view, found)}${body}`,
  })
}

function chosen(view: PageView, { procedure, unit }: Found): Html {
  const m = wordsOf(view)
  const { ngay, gio } = view.fields
  return html`${unit === null ? html`<p>${m.bookLead}</p>` : ''}${procedure ? html`<p>${m.forProcedure(say(view, procedure.name))}</p>` : ''}
${unit ? html`<p><strong>${unit.name}</strong>${unit.desk ? html`<br>${unit.desk.name}, ${unit.desk.address}` : ''} <a href="${next(view, {}, ['thu-tuc'])}">${m.otherPlace}</a></p>` : ''}
${unit && ngay ? html`<p class="large">${gio ? m.at(gio, dayText(view, ngay)) : dayText(view, ngay)}</p><p><a href="${next(view, {}, ['thu-tuc', 'noi'])}">${m.otherDay}</a>${gio ? html` · <a href="${next(view, {}, ['thu-tuc', 'noi', 'ngay'])}">${m.otherTime}</a>` : ''}</p>` : ''}`
}

function places(view: PageView, found: Found): Html {
  const m = wordsOf(view)
  if (found.places.length === 0) return html`<p role="status">${m.noPlace}</p>`
  return section(
    'places',
    m.choosePlace,
    html`<ul class="list">${found.places.map(
      ({ id, name, above, desk }) =>
        html`<li><a class="big" href="${next(view, { noi: id })}">${name}</a><span class="quiet">${above}</span>${desk ? html`<span>${desk.name}, ${desk.address}. ${m.phone(desk.phone)}</span>` : ''}</li>`,
    )}</ul>`,
  )
}

function days(view: PageView, found: Found): Html {
  const m = wordsOf(view)
  if (found.days.length === 0) return html`<p role="status">${m.noDay}</p>`
  return section(
    'days',
    m.chooseDay,
    html`<ul class="choices">${found.days.map(({ day, free }) => choice(view, { to: next(view, { ngay: day }), label: dayText(view, day), free }))}</ul>`,
  )
}

function times(view: PageView, found: Found): Html {
  const m = wordsOf(view)
  const gone = view.fields.gio ? html`<p role="alert" class="problem">${m.timeGone}</p>` : ''
  if (found.slots.length === 0) return html`${gone}<p role="status">${m.noTime}</p>`
  return html`${gone}${section(
    'times',
    m.chooseTime,
    html`<ul class="choices times">${found.slots.map((slot) => choice(view, { to: next(view, { gio: slot.at }), label: slot.at, free: slot.free }))}</ul>`,
  )}`
}

function choice(view: PageView, { to, label, free }: { to: string; label: string; free: number }): Html {
  const said = html`<span>${label}</span> <span class="quiet">${wordsOf(view).free(free)}</span>`
  return free === 0 ? html`<li class="full">${said}</li>` : html`<li><a href="${to}">${said}</a></li>`
}

/** Who comes; what was refused stands above, and what was typed stays. */
function personForm(view: PageView, { keepDays, wrong }: { keepDays: number; wrong: ProblemBody | null }): Html {
  const m = wordsOf(view)
  const { fields, language } = view
  const marked = (path: string) =>
    wrong?.errors?.some((one) => one.path === path) ? html` aria-invalid="true" aria-describedby="problem"` : ''
  const kept = ['thu-tuc', 'noi', 'ngay', 'gio'].flatMap((name) =>
    fields[name] ? [[name, fields[name]] as const] : [],
  )
  const query = new URLSearchParams({ ...Object.fromEntries(kept), lang: language })
  return section(
    'person',
    m.yourDetails,
    html`${wrong ? refusal(wrong) : ''}<form method="post" action="${at(view, PATH)}">
${hidden({ viec: fields.viec ?? newId(), ngon: language, giu: String(keepDays), ...Object.fromEntries(kept) })}
<p class="field"><label for="ten">${m.name}</label><input id="ten" name="ten" value="${fields.ten ?? ''}" maxlength="120" required autocomplete="name"${marked('name')}></p>
<p class="field"><label for="lien-he">${m.contact}</label><span class="hint" id="lien-he-hint">${m.contactHint}</span><input id="lien-he" name="lien-he" value="${fields['lien-he'] ?? ''}" maxlength="200" required autocomplete="tel"${marked('contact')}></p>
<p class="field tick"><input type="checkbox" id="dong-y" name="dong-y" value="co" required${marked('consent')}><label for="dong-y">${CONSENT[language](keepDays)}</label></p>
<p><button type="submit">${m.book}</button></p></form>
<p><a href="/lich-hen-cua-toi?${query.toString()}">${m.withAccount}</a></p>`,
  )
}

/** The form once more, with what was refused. */
function again(view: PageView, problem: ProblemBody): Html {
  const m = wordsOf(view)
  const { ngay, gio } = view.fields
  const keepDays = Math.min(365, Math.max(1, Number(view.fields.giu) || 365))
  return framed(view, {
    title: m.wrong,
    personal: true,
    main: html`<h1>${m.bookTitle}</h1>${ngay && gio ? html`<p class="large">${m.at(gio, /^\d{4}-\d\d-\d\d$/.test(ngay) ? dayText(view, ngay) : ngay)}</p>` : ''}
<p><a href="${next(view, {}, ['thu-tuc', 'noi', 'ngay'])}">${m.otherTime}</a></p>${personForm(view, { keepDays, wrong: problem })}`,
  })
}

function booked(view: PageView, one: contract.Opened): Html {
  const m = wordsOf(view)
  const { appointment } = one
  return framed(view, {
    title: m.booked,
    personal: true,
    main: html`<h1>${m.booked}</h1>${facts(view, appointment)}<p>${m.keepCode}</p>${codes(view, one)}
<p>${appointment.isTold ? m.told : m.notTold}</p><p>${m.late(appointment.graceMinutes)}</p>
<p class="quiet">${m.erased(formatDay(appointment.eraseOn))}</p>
<p><a href="${ownPath(view)}">${m.ownTitle}</a></p>`,
  })
}
