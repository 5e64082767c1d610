import { formatDay } from '#kernel/calendar.ts'
import { html, type Piece } from '#kernel/html.ts'
import { formatNumber } from '#kernel/number.ts'
import { type PageView, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { getGuide } from '../operations/get-guide.ts'
import { at, framed, refused, say, wordsOf } from './frame.ts'
import { easyIcon } from './icons.ts'
import { structuredService } from './structured.ts'

/** How the name of an answer begins in the address. */
const ANSWER = 'tl.'

export const guidePage = servedPage({
  path: '/dich-vu/thu-tuc/:code',
  endpoint: contract.getGuide,
  operation: getGuide,
  inputOf: ({ params, fields }) => ({
    code: params.code,
    answers: answersIn(fields),
    ...(fields.noi && { unitId: fields.noi }),
  }),
  draw: (answer, view) => {
    if ('problem' in answer) return refused(view, answer.problem)
    const guide = answer.found
    const m = wordsOf(view)
    const name = say(view, guide.name)
    return framed(view, {
      title: name,
      description: `${name}. ${m.fee}: ${feeWords(guide, view)}. ${m.time}: ${say(view, guide.term)}.`,
      structured: structuredService(guide, view),
      main: html`<article><p class="quiet">${m.guideOf} · ${say(view, guide.field)}</p><h1>${name}</h1>
<p class="quiet">${m.code(guide.code)}${guide.demonstration ? html` · <strong class="mark">${m.demonstrationMark}</strong>` : ''}</p>
${glance(guide, view)}
${applyLine(guide, view)}
${view.links.map(({ to, label, lead, icon }) => html`<p><a class="big" href="${to}">${easyIcon(icon)}${label}</a> <span class="quiet">${lead}</span></p>`)}
${guide.questions.length > 0 ? questions(guide, view) : ''}
${papers(guide, view)}
${fees(guide, view)}
${section('results', m.results, html`<ul>${guide.results.map((one) => html`<li>${say(view, one)}</li>`)}</ul>`)}
${prose('steps', m.steps, say(view, guide.steps))}
${prose('requirements', m.requirements, say(view, guide.requirements))}
${section(
  'basis',
  m.basis,
  html`<ul lang="vi">${guide.legalBasis.map(
    ({ number, title, article, url }) =>
      html`<li>${url?.startsWith('https://') ? html`<a href="${url}" rel="noopener">${number}</a>` : number}: ${title}${article ? m.article(article) : ''}</li>`,
  )}</ul>${guide.validFrom ? html`<p class="quiet">${m.inForceSince(formatDay(guide.validFrom))}</p>` : ''}`,
)}
<p><a href="/phan-anh?${new URLSearchParams({ procedure: guide.code, lang: view.language, ...(guide.unit && { unit: guide.unit.id }) }).toString()}">${m.complain}</a></p></article>`,
    })
  },
})

function answersIn(fields: Readonly<Record<string, string>>): Record<string, string | boolean> {
  const given = Object.entries(fields).filter(([name, value]) => name.startsWith(ANSWER) && value !== '')
  return Object.fromEntries(
    given.map(([name, value]) => [
      name.slice(ANSWER.length),
      value === 'co' ? true : value === 'khong' ? false : value,
    ]),
  )
}

/** What is drawn beside the heading of a part. */
const DRAWN: Readonly<Record<string, string>> = {
  questions: 'hoi',
  papers: 'giay-to',
  'not-asked': 'giay-to',
  fees: 'phi',
  results: 'ket-qua',
  steps: 'cac-buoc',
}

const section = (id: string, title: string, body: Piece) =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${DRAWN[id] ? easyIcon(DRAWN[id]) : ''}${title}</h2>${body}</section>`

const prose = (id: string, title: string, text: string) =>
  text === ''
    ? ''
    : section(
        id,
        title,
        text.split('\n').map((line) => html`<p>${line}</p>`),
      )

function feeWords({ totalVnd }: contract.Guide, view: PageView): string {
  const m = wordsOf(view)
  return totalVnd === 0 ? m.free : m.dong(formatNumber(totalVnd))
}

/** What most people came for, before everything else. */
function glance(guide: contract.Guide, view: PageView) {
  const m = wordsOf(view)
  const { unit } = guide
  const where = unit?.desk
    ? html`${unit.desk.name}, ${unit.desk.address}. ${m.phone(unit.desk.phone)}`
    : html`${unit ? html`${unit.name}: ` : ''}${guide.levels.map((level) => m.placeLevels[level]).join(m.or)}`
  const ways = guide.channels.map((channel) => m.channels[channel]).join(', ')
  return html`<dl class="glance">
<div><dt>${easyIcon('phi')}${m.fee}</dt><dd>${feeWords(guide, view)}</dd></div>
<div><dt>${easyIcon('thoi-han')}${m.time}</dt><dd>${say(view, guide.term)} <span class="quiet">${m.timeLead}</span></dd></div>
<div><dt>${easyIcon('noi')}${m.place}</dt><dd>${where} <span class="quiet">(${ways})</span><br><a href="${at(view, '/dich-vu/noi-tiep-nhan')}">${m.choosePlace}</a></dd></div>
<div><dt>${easyIcon('nguoi')}${m.who}</dt><dd>${guide.applicants.map((one) => m.applicants[one] ?? one).join(', ')}</dd></div>
</dl>`
}

function applyLine({ code, onlineLevel, channels }: contract.Guide, view: PageView) {
  const m = wordsOf(view)
  if (onlineLevel === 'none' || !channels.includes('online')) return html`<p>${m.notOnline}</p>`
  const query = new URLSearchParams({ lang: view.language, ...(view.fields.noi && { noi: view.fields.noi }) })
  return html`<p><a class="button" href="/nop-ho-so/${code}?${query.toString()}">${m.apply}</a></p>`
}

/** Questions that say at once what they change; a form that works without script. */
function questions(guide: contract.Guide, view: PageView) {
  const m = wordsOf(view)
  return section(
    'questions',
    m.questions,
    html`<p>${m.questionsLead}</p><form method="get" action="${at(view, `/dich-vu/thu-tuc/${guide.code}`)}#papers">
${view.fields.noi ? html`<input type="hidden" name="noi" value="${view.fields.noi}">` : ''}
${guide.questions.map((question) => field(question, view))}
<p><button type="submit">${m.showMine}</button></p></form>`,
  )
}

function field({ name, label, type, choices, answer }: contract.Guide['questions'][number], view: PageView) {
  const m = wordsOf(view)
  const id = `${ANSWER}${name}`
  const value = answer === true ? 'co' : answer === false ? 'khong' : String(answer ?? '')
  const options =
    type === 'boolean'
      ? [
          { value: 'co', label: m.yes },
          { value: 'khong', label: m.no },
        ]
      : choices.map((choice) => ({ value: choice.value, label: say(view, choice.label) }))
  if (type === 'boolean' || type === 'choice')
    return html`<p class="field"><label for="${id}">${say(view, label)}</label><select id="${id}" name="${id}"><option value="">${m.unanswered}</option>
${options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : ''}>${option.label}</option>`)}</select></p>`
  const kind = type === 'day' ? 'date' : 'text'
  return html`<p class="field"><label for="${id}">${say(view, label)}</label><input id="${id}" name="${id}" type="${kind}" value="${value}"${type === 'number' ? html` inputmode="decimal"` : ''}></p>`
}

function answered(guide: contract.Guide, names: readonly string[], view: PageView): string {
  const m = wordsOf(view)
  const asked = guide.questions.filter(({ name }) => names.includes(name))
  return asked
    .map(({ label, answer, choices }) => {
      const choice = choices.find(({ value }) => value === answer)
      const said =
        answer === true ? m.yes : answer === false ? m.no : choice ? say(view, choice.label) : String(answer ?? '')
      return answer === null ? say(view, label) : `${say(view, label)} ${said}`
    })
    .join('; ')
}

function papers(guide: contract.Guide, view: PageView) {
  const m = wordsOf(view)
  const [asked, not] = [
    guide.papers.filter(({ state }) => state !== 'not-asked'),
    guide.papers.filter(({ state }) => state === 'not-asked'),
  ]
  const one = (paper: contract.Guide['papers'][number]) => {
    const why = answered(guide, paper.because, view)
    return html`<li><strong>${say(view, paper.name)}</strong> <span class="quiet">${m.copies(paper.copies, paper.forms.map((form) => m.forms[form] ?? form).join(m.or))}${paper.required ? '' : ` · ${m.optional}`}</span>
<span class="why">${m.why}: ${paper.legalBasis === null ? m.noBasis : html`<span lang="vi">${paper.legalBasis}</span>`}</span>
${why === '' ? '' : html`<span class="why">${paper.state === 'depends' ? m.dependsOn(why) : paper.state === 'asked' ? m.askedBecause(why) : m.notAskedBecause(why)}</span>`}
${paper.reusable ? html`<span class="why">${m.reusable}</span>` : ''}</li>`
  }
  return html`${section('papers', m.papers, asked.length === 0 ? html`<p>${m.noPapers}</p>` : html`<ol class="papers">${asked.map(one)}</ol>`)}
${not.length === 0 ? '' : section('not-asked', m.notAsked, html`<ul class="papers">${not.map(one)}</ul>`)}`
}

function fees(guide: contract.Guide, view: PageView) {
  const m = wordsOf(view)
  if (guide.fees.length === 0) return ''
  return section(
    'fees',
    m.fee,
    html`<ul class="papers">${guide.fees.map(
      ({
        name,
        amountVnd,
        dueVnd,
        legalBasis,
        exemption,
        possible,
      }) => html`<li><strong>${say(view, name)}</strong>: ${dueVnd === amountVnd ? '' : html`<s>${m.dong(formatNumber(amountVnd))}</s> `}${m.dong(formatNumber(dueVnd))}
${exemption ? html`<span class="why">${m.exempt(say(view, exemption.who), exemption.percent)}</span>` : ''}
${possible.map(({ who, percent }) => html`<span class="why">${m.mayBeExempt(say(view, who), percent)}</span>`)}
<span class="why">${m.why}: ${legalBasis ?? m.noBasis}</span></li>`,
    )}</ul>`,
  )
}
