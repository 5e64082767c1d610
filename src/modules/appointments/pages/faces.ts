import { type Html, html } from '#kernel/html.ts'
import type { PageView } from '#server/page.ts'
import { STARS } from '../domain/satisfaction.ts'
import { en } from './rating-messages.en.ts'
import { vi } from './rating-messages.vi.ts'

/** Faces that say with a word what they mean; each sends the form. */
export function faces(view: PageView): Html {
  const m = view.language === 'vi' ? vi : en
  return html`<ul class="faces">${STARS.map(
    (stars) =>
      html`<li><button type="submit" name="sao" value="${stars}" class="plain">${face(stars)}<span>${m.stars[stars]}</span></button></li>`,
  )}</ul>`
}

const MOUTHS = {
  5: 'M7 13c1.500 5 8.500 5 10 0z',
  4: 'M8 14c2 2.500 6 2.500 8 0',
  3: 'M8 15h8',
  2: 'M8 16c2-2.500 6-2.500 8 0',
  1: 'M7 17c2-4 8-4 10 0',
}

function face(stars: (typeof STARS)[number]): Html {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M9 9h.01M15 9h.01"/><path d="${MOUTHS[stars]}"/></svg>`
}
