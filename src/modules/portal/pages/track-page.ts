import type { z } from 'zod'
import { formatMoment } from '#kernel/calendar.ts'
import { html, type Piece } from '#kernel/html.ts'
import { formatNumber } from '#kernel/number.ts'
import { lookUpCase as contract, writeByReceipt as writing } from '#modules/cases/contract.ts'
import { lookUpCase, writeByReceipt } from '#modules/cases/index.ts'
import { fixedPage, type PageView, type ServedPage, servedPage } from '#server/page.ts'
import { at, framed, say } from './frame.ts'
import { refusedLetterForm, talk } from './track-letters.ts'
import { en } from './track-messages.en.ts'
import { vi } from './track-messages.vi.ts'

const PATH = '/tra-cuu'
const WRITE_PATH = '/tra-cuu/loi-nhan'
const words = ({ language }: PageView) => (language === 'vi' ? vi : en)

/** A case followed with the receipt in hand. Code and secret travel in the body of the form, never in an address. */
export const trackPages: readonly ServedPage[] = [
  fixedPage(PATH, (view) => formPage(view, '')),
  servedPage({
    path: PATH,
    method: 'POST',
    endpoint: contract,
    operation: lookUpCase,
    inputOf: ({ fields }) => ({ code: fields.code ?? '', secret: fields.secret ?? '' }),
    draw: (answer, view) =>
      'found' in answer
        ? casePage(view, answer.found, null)
        : formPage(view, answer.problem.detail ?? answer.problem.title),
  }),
  servedPage({
    path: WRITE_PATH,
    method: 'POST',
    endpoint: writing,
    operation: writeByReceipt,
    inputOf: ({ fields }) => ({ code: fields.code ?? '', secret: fields.secret ?? '', text: fields.text ?? '' }),
    draw: (answer, view) =>
      'found' in answer
        ? casePage(view, answer.found, words(view).letterKept)
        : refusedLetter(view, answer.problem.detail ?? answer.problem.title),
  }),
]

/** The form; what was refused is said above it, focused by the script, announced in any case. */
function formPage(view: PageView, refusal: string) {
  const m = words(view)
  const code = view.fields.code ?? view.fields.ma ?? ''
  const wrong = refusal === '' ? '' : html` aria-invalid="true" aria-describedby="problem"`
  return framed(view, {
    title: m.title,
    description: m.lead,
    personal: refusal !== '' || code !== '',
    main: html`<h1>${m.title}</h1>
${refusal === '' ? '' : html`<div class="problem" role="alert" id="problem" tabindex="-1" data-focus><p>${refusal}</p></div>`}
<p>${m.lead}</p>
<form method="post" action="${at(view, PATH)}" data-track autocomplete="off">
<p class="field"><label for="code">${m.code}</label><span class="hint" id="code-hint">${m.codeHint}</span>
<input id="code" name="code" value="${code}" maxlength="60" required autocapitalize="characters" spellcheck="false"${wrong}></p>
<p class="field"><label for="secret">${m.secret}</label><span class="hint" id="secret-hint">${m.secretHint}</span>
<input id="secret" name="secret" maxlength="20" required autocapitalize="characters" spellcheck="false" class="short"${wrong}></p>
<p><button type="submit">${m.lookUp}</button></p></form>`,
  })
}

type Case = z.output<typeof contract.output>

function casePage(view: PageView, one: Case, done: string | null) {
  const m = words(view)
  return framed(view, {
    title: m.title,
    personal: true,
    main: html`<h1>${m.title}</h1>${done === null ? '' : html`<p class="notice" role="status">${done}</p>`}${caseInWords(view, one)}
${section('letters', m.letters, talk(view, one, WRITE_PATH))}
<p><a href="/phan-anh?${new URLSearchParams({ ma: one.code, lang: view.language }).toString()}">${m.complain}</a></p>
<p><a href="${at(view, PATH)}">${m.another}</a></p><p class="quiet">${m.privacy}</p>`,
  })
}

/** Nothing that was typed is lost: it stands in the form again, under why it was not taken. */
function refusedLetter(view: PageView, refusal: string) {
  const m = words(view)
  return framed(view, {
    title: m.title,
    personal: true,
    main: html`<h1>${m.title}</h1>
<div class="problem" role="alert" tabindex="-1" data-focus><p>${refusal}</p></div>
${refusedLetterForm(view, WRITE_PATH)}<p><a href="${at(view, PATH)}">${m.another}</a></p>`,
  })
}

/** A case in plain words: what is asked, where it stands, until when and how that was counted. */
function caseInWords(view: PageView, one: Case) {
  const m = words(view)
  return html`<p><strong>${one.code}</strong><br>${m.of(one.subjectInitials)}${one.demonstration ? html` · <strong class="mark">${m.demonstration}</strong>` : ''}</p>
${asked(view, one)}
${section('stage', m.stage, html`<p class="large">${say(view, one.stage)}</p>${one.stepName ? html`<p class="quiet">${m.step(say(view, one.stepName), one.holderUnit)}</p>` : ''}`)}
${due(view, one)}
<dl class="facts">${facts(view, one).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${counted(view, one)}
${
  one.dueChanges.length === 0
    ? ''
    : section(
        'changes',
        m.changes,
        html`<ol>${one.dueChanges.map(
          ({ at: when, why, after, reason }) =>
            html`<li>${formatMoment(when)}: ${say(view, why)}${reason === '' ? '' : html`<br>${reason}`}${after === null ? '' : html`<br>${m.toMoment(formatMoment(after))}`}</li>`,
        )}</ol>`,
      )
}
${one.desk ? section('desk', m.desk, html`<p>${one.desk.name}<br>${one.desk.address}<br>${m.phone(one.desk.phone)}</p>`) : ''}`
}

const section = (id: string, title: string, body: Piece) =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`

function asked(view: PageView, { toPayVnd, asked: wanted }: Case): Piece {
  const m = words(view)
  if (toPayVnd > 0)
    return html`<div class="notice" role="note"><h2>${m.pay}</h2><p>${m.amount(formatNumber(toPayVnd))}</p></div>`
  if (!wanted) return ''
  return html`<div class="notice" role="note"><h2>${m.asked}</h2><ul>${wanted.papers.map(
    ({ name, form, copies, note }) =>
      html`<li>${name} – ${m.copies(copies, m.forms[form])}${note === '' ? '' : ` (${note})`}</li>`,
  )}</ul><p>${wanted.reason}</p><p class="quiet">${m.askedSince(formatMoment(wanted.since))}</p></div>`
}

function due(view: PageView, { endedAt, onTime, firstDueAt, dueAt, receivedAt }: Case): Piece {
  const m = words(view)
  if (endedAt !== null)
    return onTime === null
      ? ''
      : html`<p><strong class="${onTime ? 'good' : 'bad'}">${onTime ? m.onTime : m.late}</strong></p>`
  const moved = firstDueAt !== null && firstDueAt !== dueAt
  return section(
    'due',
    m.due,
    html`<p class="large">${dueAt === null ? (receivedAt ? m.paused : m.notReceived) : formatMoment(dueAt)}</p>${moved ? html`<p class="quiet">${m.firstDue(formatMoment(firstDueAt))}</p>` : ''}`,
  )
}

function facts(view: PageView, one: Case): readonly (readonly [string, string])[] {
  const m = words(view)
  const moments = [
    [m.received, one.receivedAt],
    [m.ended, one.endedAt],
    [m.returned, one.returnedAt],
  ] as const
  const term = say(view, one.term)
  return [
    [m.procedure, say(view, one.procedureName)],
    [m.receivedAt, one.receivedUnit],
    [m.competent, one.competentUnit],
    ...(term === '' ? [] : [[m.term, term] as const]),
    ...moments.flatMap(([label, when]) => (when === null ? [] : [[label, formatMoment(when)] as const])),
  ]
}

function counted(view: PageView, { counted: both, countAgrees, endedAt }: Case): Piece {
  const m = words(view)
  const sentences = both[view.language]
  if (sentences.length === 0) return ''
  return section(
    'counted',
    m.counted,
    html`<p class="quiet">${m.countedLead}</p><ol>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol>
${!countAgrees && endedAt === null ? html`<p class="notice" role="note">${m.differs}</p>` : ''}`,
  )
}
