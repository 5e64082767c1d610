import { type Html, html } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { at, framed } from '#modules/portal/index.ts'
import { fixedPage, type PageView, type ServedPage, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { REASONS, STARS, UNHAPPY } from '../domain/satisfaction.ts'
import { rateCaseByReceipt } from '../operations/rate-case-by-receipt.ts'
import { rateTicket } from '../operations/rate-ticket.ts'
import { faces } from './faces.ts'
import { DEVICE_PATH, hidden, refusal, section } from './parts.ts'
import { en } from './rating-messages.en.ts'
import { vi } from './rating-messages.vi.ts'

const PATH = '/danh-gia'
const RETURN_S = 30
type Fields = Readonly<Record<string, string>>
const words = ({ language }: PageView) => (language === 'vi' ? vi : en)

/** What was said of how one was served. */
const saidIn = (fields: Fields) => ({
  stars: fields.sao,
  reasons: REASONS.filter((reason) => fields[`vi-${reason}`] === 'co'),
  words: fields.loi ?? '',
})
/** On a kiosk the screen goes back by itself. */
const isKiosk = ({ path }: PageView): boolean => path.startsWith(`${DEVICE_PATH}/`)
const baseOf = (view: PageView): string => at(view, isKiosk(view) ? DEVICE_PATH + PATH : PATH)

/** For everybody, and for those who stand at a kiosk. */
export const ratingPages: readonly ServedPage[] = [PATH, DEVICE_PATH + PATH].flatMap((path) => [
  fixedPage(path, (view) => formsPage(view, null)),
  servedPage({
    path,
    method: 'POST',
    endpoint: contract.rateTicket,
    operation: rateTicket,
    inputOf: ({ fields }) => ({ code: fields.so ?? '', ...saidIn(fields) }),
    draw: (answer, view) => ('problem' in answer ? formsPage(view, answer.problem) : thanksPage(view)),
  }),
  servedPage({
    path: `${path}/ho-so`,
    method: 'POST',
    endpoint: contract.rateCaseByReceipt,
    operation: rateCaseByReceipt,
    inputOf: ({ fields }) => ({ code: fields.hs ?? '', secret: fields.ma ?? '', ...saidIn(fields) }),
    draw: (answer, view) => ('problem' in answer ? formsPage(view, answer.problem) : thanksPage(view)),
  }),
])

function formsPage(view: PageView, problem: ProblemBody | null): Html {
  const m = words(view)
  const { fields } = view
  const kiosk = isKiosk(view)
  const field = (name: string, label: string, hint = '') =>
    html`<p class="field"><label for="${name}">${label}</label>${hint === '' ? '' : html`<span class="hint" id="${name}-hint">${hint}</span>`}<input class="short" id="${name}" name="${name}" value="${name === 'ma' ? '' : (fields[name] ?? '')}" required maxlength="60" autocomplete="off" autocapitalize="characters"></p>`
  return framed(view, {
    title: m.title,
    description: m.lead,
    personal: problem !== null || kiosk || Boolean(fields.so),
    ...(kiosk && { alone: 'kiosk' as const }),
    main: html`<h1>${m.title}</h1>${problem ? refusal(problem) : ''}<p>${m.lead}</p>
${fields.hs ? '' : section('ticket', m.ticket, html`<form method="post" action="${baseOf(view)}">${field('so', m.ticketCode, m.ticketHint)}<p class="large">${m.how}</p>${faces(view)}</form>`)}
${fields.so ? '' : section('case', m.case, html`<form method="post" action="${baseOf(view)}/ho-so" autocomplete="off">${field('hs', m.caseCode)}${field('ma', m.caseSecret)}<p class="large">${m.how}</p>${faces(view)}</form>`)}
${kiosk ? html`<p><a class="button" href="${at(view, DEVICE_PATH)}" data-return="${RETURN_S * 2}">${m.done}</a></p>` : ''}`,
  })
}

/** Kept already; whoever was not content may say why. */
function thanksPage(view: PageView): Html {
  const m = words(view)
  const { fields } = view
  const stars = STARS.find((one) => String(one) === fields.sao) ?? 5
  const kiosk = isKiosk(view)
  const asked = stars <= UNHAPPY && fields['da-hoi'] !== 'co'
  return framed(view, {
    title: m.title,
    personal: true,
    ...(kiosk && { alone: 'kiosk' as const }),
    main: html`<h1>${m.title}</h1><p class="large" role="status">${m.thanks}</p><p>${m.yours(m.stars[stars])}</p>
${asked ? why(view, stars) : ''}
${kiosk ? html`<p><a class="button" href="${at(view, DEVICE_PATH)}" data-return="${RETURN_S}">${m.done}</a></p>` : ''}`,
  })
}

function why(view: PageView, stars: number): Html {
  const m = words(view)
  const own = ['so', 'hs', 'ma'].flatMap((name) => (view.fields[name] ? [[name, view.fields[name]] as const] : []))
  return section(
    'why',
    m.why,
    html`<p>${m.whyLead}</p><form method="post" action="${at(view, view.path)}">${hidden({ ...Object.fromEntries(own), sao: String(stars), 'da-hoi': 'co' })}
${REASONS.map((reason) => html`<p class="field tick"><input type="checkbox" id="vi-${reason}" name="vi-${reason}" value="co"><label for="vi-${reason}">${m.reasons[reason]}</label></p>`)}
<p class="field"><label for="loi">${m.words}</label><span class="hint" id="loi-hint">${m.wordsHint}</span><textarea id="loi" name="loi" rows="3" maxlength="1000"></textarea></p>
<p><button type="submit">${m.send}</button></p></form>`,
  )
}
