import { formatDay } from '#kernel/calendar.ts'
import { html } from '#kernel/html.ts'
import { listPublishedAnswers as contract, OUTCOME_WORDS, TOPIC_WORDS } from '#modules/complaints/contract.ts'
import { listPublishedAnswers } from '#modules/complaints/index.ts'
import { servedPage } from '#server/page.ts'
import { at, framed, refused, say, wordsOf } from './frame.ts'

export const ANSWERS_PATH = '/dich-vu/tra-loi-phan-anh'

/** What units made public of the complaints they answered. */
export const answersPage = servedPage({
  path: ANSWERS_PATH,
  endpoint: contract,
  operation: listPublishedAnswers,
  inputOf: ({ fields }) => ({ limit: 20, ...(fields.after && { after: fields.after }) }),
  draw: (found, view) => {
    if ('problem' in found) return refused(view, found.problem)
    const m = wordsOf(view)
    const { answers, next } = found.found
    return framed(view, {
      title: m.answersTitle,
      description: m.answersLead,
      main: html`<h1>${m.answersTitle}</h1><p>${m.answersLead}</p>
<p><a href="/phan-anh?lang=${view.language}">${m.toComplain}</a></p>
${answers.length === 0 ? html`<p>${m.noAnswers}</p>` : ''}
${answers.map(
  ({
    question,
    answer,
    topic,
    outcome,
    unit,
    procedureName,
    answeredOn,
    onTime,
  }) => html`<article class="answered"><h2>${question}</h2>
<p class="quiet">${say(view, TOPIC_WORDS[topic])}${procedureName ? html` · ${say(view, procedureName)}` : ''}</p>
<p><strong>${say(view, OUTCOME_WORDS[outcome])}.</strong></p><p class="written">${answer}</p>
<p class="quiet">${m.answeredOn(unit, formatDay(answeredOn), onTime)}</p></article>`,
)}
${next === null ? '' : html`<p><a href="${at(view, ANSWERS_PATH)}?after=${encodeURIComponent(next)}">${m.olderAnswers}</a></p>`}`,
    })
  },
})
