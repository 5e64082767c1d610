import type { z } from 'zod'
import { formatMoment } from '#kernel/calendar.ts'
import { html, type Piece } from '#kernel/html.ts'
import type { FollowedCase } from '#modules/cases/contract.ts'
import type { PageView } from '#server/page.ts'
import { at } from './frame.ts'
import { en } from './track-messages.en.ts'
import { vi } from './track-messages.vi.ts'

const words = ({ language }: PageView) => (language === 'vi' ? vi : en)
const MOST_TEXT = 2000

type Case = z.output<typeof FollowedCase>

/** What was said with the receipt in hand, and a form for more. Code and secret go on in the body, never in an address. */
export function talk(view: PageView, one: Case, path: string): Piece {
  const m = words(view)
  return html`<p class="quiet">${m.lettersLead} <a href="/ho-so-cua-toi">${m.lettersOwn}</a></p>
${one.letters.length === 0 ? '' : html`<ol class="talk">${one.letters.map((letter) => said(view, letter))}</ol>`}
${one.mayWrite ? form(view, path, { code: one.code, secret: view.fields.secret ?? '', text: '' }) : html`<p>${m.letterClosed}</p>`}`
}

/** The form with what was typed before it was refused. */
export function refusedLetterForm(view: PageView, path: string): Piece {
  const { code = '', secret = '', text = '' } = view.fields
  return form(view, path, { code, secret, text: text.slice(0, MOST_TEXT) })
}

function said(view: PageView, { side, text, unit, at: when, readAt }: Case['letters'][number]): Piece {
  const m = words(view)
  const who = side === 'citizen' ? m.letterYou : (unit ?? '')
  const seen =
    side === 'office' ? '' : html`<br><span class="quiet">${readAt === null ? m.letterNotSeen : m.letterSeen}</span>`
  return html`<li data-side="${side}"><strong>${who}</strong> <span class="quiet">${formatMoment(when)}</span>
<p>${text.split('\n').map((line, place) => html`${place === 0 ? '' : html`<br>`}${line}`)}</p>${seen}</li>`
}

type Typed = { readonly code: string; readonly secret: string; readonly text: string }

function form(view: PageView, path: string, { code, secret, text }: Typed): Piece {
  const m = words(view)
  return html`<form method="post" action="${at(view, path)}" autocomplete="off">
<input type="hidden" name="code" value="${code}"><input type="hidden" name="secret" value="${secret}">
<p class="field"><label for="text">${m.letterText}</label>
<textarea id="text" name="text" rows="4" maxlength="${MOST_TEXT}" required>${text}</textarea></p>
<p><button type="submit">${m.letterSend}</button></p></form>`
}
