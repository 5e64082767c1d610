import { type Day, formatDay } from '#kernel/calendar.ts'
import { type Html, html, type Piece } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, say } from '#modules/portal/index.ts'
import type { PageView } from '#server/page.ts'
import type { Appointment, Opened } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The words of a page. */
export const wordsOf = ({ language }: Pick<PageView, 'language'>) => (language === 'vi' ? vi : en)

const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** `Thứ Hai, 30/11/2026`. */
export function dayText({ language }: Pick<PageView, 'language'>, day: Day): string {
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()]
  return `${weekday}, ${formatDay(day)}`
}

export const section = (id: string, title: string, body: Piece): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`

/** A device that is none any more is not asked to sign in. */
export const atDevice = (view: PageView, problem: ProblemBody): ProblemBody =>
  problem.status === 401
    ? { ...problem, detail: problems['appointments/device-revoked']?.[view.language]({}) ?? '' }
    : problem

/** What was refused, announced and focused. */
export function refusal({ detail, title, errors }: ProblemBody): Html {
  const said = (errors ?? []).map(({ message }) => message)
  return html`<div class="problem" role="alert" id="problem" tabindex="-1" data-focus><p>${detail ?? title}</p>${said.length > 0 ? html`<ul>${said.map((one) => html`<li>${one}</li>`)}</ul>` : ''}</div>`
}

export const hidden = (fields: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

/** When, where, what for: of an appointment. */
export function facts(view: PageView, one: Appointment): Html {
  const m = wordsOf(view)
  const { desk, name } = one.unit
  const place = desk ? html`${desk.name}, ${desk.address}. ${m.phone(desk.phone)}` : name
  const rows: readonly (readonly [string, Piece])[] = [
    [m.when, html`${m.at(one.at, dayText(view, one.day))} <span class="quiet">(${m.minutes(one.minutes)})</span>`],
    [m.where, place],
    [m.what, one.procedureName === null ? m.anything : say(view, one.procedureName)],
  ]
  return html`<dl class="facts">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Code and secret as they are kept, and the way into a calendar. */
export function codes(view: PageView, { appointment, secret }: Opened): Html {
  const m = wordsOf(view)
  return html`<dl class="facts codes"><div><dt>${m.code}</dt><dd class="large" translate="no">${appointment.code}</dd></div>
<div><dt>${m.secret}</dt><dd class="large" translate="no">${secret}</dd></div></dl>
<p><a class="button" href="/api/appointments/calendar/${appointment.calendarToken}" type="text/calendar">${m.calendar}</a></p>`
}

/** The two fields that open an appointment. */
export function keyFields(view: PageView, wrong: boolean): Html {
  const m = wordsOf(view)
  const mark = wrong ? html` aria-invalid="true" aria-describedby="problem"` : ''
  return html`<p class="field"><label for="code">${m.code}</label><span class="hint" id="code-hint">${m.codeHint}</span>
<input class="short" id="code" name="code" value="${view.fields.code ?? ''}" maxlength="40" required autocapitalize="characters" autocomplete="off"${mark}></p>
<p class="field"><label for="secret">${m.secret}</label><span class="hint" id="secret-hint">${m.secretHint}</span>
<input class="short" id="secret" name="secret" maxlength="40" required autocapitalize="characters" autocomplete="off"${mark}></p>`
}

/** Where a device in a hall has its screen, whatever it is there for. */
export const DEVICE_PATH = '/thiet-bi'

export const ownPath = (view: PageView): string => at(view, '/lich-hen')
