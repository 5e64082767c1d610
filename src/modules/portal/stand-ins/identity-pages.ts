import { formatDay } from '#kernel/calendar.ts'
import { type Html, html, type Piece } from '#kernel/html.ts'
import { MOODS, type Mood, PEOPLE, type StandInPerson } from '../domain/stand-in.ts'
import { IDENTITY_STYLE } from './identity-style.ts'
import { type Language, wordsIn } from './words.ts'

/** On every page, whatever language it is read in. */
const LABEL = { vi: 'Bản mô phỏng, không phải VNeID', en: 'A simulation, not VNeID' }

export type View = {
  readonly language: Language
  /** Allows the style of the page. */
  readonly nonce: string
  /** The same page in the other language; null: it was posted. */
  readonly otherLanguage: string | null
}

function page({ language, nonce, otherLanguage }: View, title: string, main: Piece): string {
  const m = wordsIn(language)
  const other = language === 'vi' ? 'en' : 'vi'
  const { markup } = html`<html lang="${language}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} – ${LABEL[language]}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${IDENTITY_STYLE}</style>
</head>
<body>
<aside class="label" aria-label="${LABEL[language]}"><strong lang="vi">${LABEL.vi}</strong><span lang="en">${LABEL.en}</span></aside>
<header><p>${m.title}</p>${otherLanguage === null ? '' : html`<a href="${otherLanguage}" lang="${other}" hreflang="${other}">${m.other}</a>`}</header>
<main>${main}</main>
</body>
</html>`
  return `<!doctype html>\n${markup}`
}

/** Whom to play. `request`: what the portal asked, kept here. */
export function choosePage(view: View, request: string, mood: Mood): string {
  const m = wordsIn(view.language)
  return page(
    view,
    m.choose,
    html`<h1>${m.choose}</h1>
<p>${m.chooseLead}</p>
<form method="post" action="/person">
<input type="hidden" name="request" value="${request}"><input type="hidden" name="lang" value="${view.language}">
<ul class="people">${PEOPLE.map(({ sub, name, birthdate, identity_number: number }) => {
      const said = [birthdate && `${m.born} ${formatDay(birthdate)}`, number && `${m.number} …${number.slice(-4)}`]
      return html`<li><button name="person" value="${sub}"><b>${name}</b><span>${said.filter(Boolean).join(' · ') || m.nothingElse}</span></button></li>`
    })}</ul>
<p><button name="person" value="" class="quiet">${m.decline}</button></p>
</form>
${moodNow(view, mood)}`,
  )
}

/** What would be passed on of whoever was chosen. */
export function consentPage(view: View, request: string, person: StandInPerson, told: readonly string[]): string {
  const m = wordsIn(view.language)
  return page(
    view,
    m.consent,
    html`<h1>${m.consent}</h1>
<p>${m.consentLead(m.client)}</p>
<dl>${told.map((claim) => fact(m.facts, person, claim))}</dl>
<form method="post" action="/consent" class="line">
<input type="hidden" name="request" value="${request}"><input type="hidden" name="lang" value="${view.language}">
<button name="agreed" value="yes">${m.agree}</button>
<button name="agreed" value="no" class="quiet">${m.decline}</button>
</form>`,
  )
}

function fact(words: Readonly<Record<string, string>>, person: StandInPerson, claim: string): Html | null {
  const word = words[claim]
  const said = Object.entries(person).find(([name]) => name === claim)?.[1]
  if (word === undefined || said === undefined) return null
  const text = typeof said === 'object' ? said.formatted : String(said)
  return html`<div><dt>${word}</dt><dd>${claim === 'birthdate' ? formatDay(text) : text}</dd></div>`
}

/** How it behaves, and how else it could. */
export function moodPage(view: View, mood: Mood): string {
  const m = wordsIn(view.language)
  return page(
    view,
    m.moodTitle,
    html`<h1>${m.moodTitle}</h1>
<p>${m.moodLead}</p>
<p role="status"><b>${m.moodNow}:</b> ${m.moods[mood]}</p>
<form method="post" action="/mood">
<input type="hidden" name="lang" value="${view.language}">
<fieldset><legend>${m.moodTitle}</legend>${MOODS.map((one) => html`<label><input type="radio" name="mood" value="${one}"${one === mood ? html` checked` : ''}> ${m.moods[one]}</label>`)}</fieldset>
<p><button>${m.apply}</button></p>
</form>`,
  )
}

export function refusalPage(view: View, why: 'wrongRequest' | 'down'): string {
  const m = wordsIn(view.language)
  return page(
    view,
    m[why],
    html`<h1>${m[why]}</h1><p>${m[`${why}Lead`]}</p>
<p><a href="/?lang=${view.language}">${m.moodLink}</a></p>`,
  )
}

function moodNow({ language }: View, mood: Mood): Html {
  const m = wordsIn(language)
  return html`<p class="foot">${m.moodNow}: ${m.moods[mood]}. <a href="/?lang=${language}">${m.moodLink}</a></p>`
}
