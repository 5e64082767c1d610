import { type Html, html, jsonInElement, type Piece } from '#kernel/html.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import type { PageView } from '#server/page.ts'
import { easyIcon, icon } from './icons.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The words of a page. */
export const wordsOf = ({ language }: Pick<PageView, 'language'>) => (language === 'vi' ? vi : en)

/** The address of a page in the language of the view. */
export const at = ({ language }: Pick<PageView, 'language'>, path: string): string =>
  language === 'vi' ? path : `/en${path}`

/** The side of a text that is read. */
export const say = (
  { language }: Pick<PageView, 'language'>,
  both: { readonly vi: string; readonly en: string },
): string => both[language]

/** The same page in each language, and the one for who reads neither. */
export function alternatesOf(view: PageView): readonly (readonly [string, string])[] {
  const query = Object.keys(view.fields).length === 0 ? '' : `?${new URLSearchParams(view.fields).toString()}`
  const here = (language: 'vi' | 'en') => `${view.origin}${at({ language }, view.path)}${query}`
  return [
    ['vi', here('vi')],
    ['en', here('en')],
    ['x-default', here('vi')],
  ]
}

type Framed = {
  readonly title: string
  readonly description?: string
  readonly main: Piece
  /** Said to search engines in the words of schema.org. */
  readonly structured?: unknown
  /** Not to be found by search engines: it says something of one case. */
  readonly personal?: boolean
  /** Stands alone on a screen of an office: no menu, no way elsewhere. `display` is read from afar, the whole width of the screen. */
  readonly alone?: 'kiosk' | 'display'
}

/** A page for citizens, whole and readable without script. */
export function framed(
  view: PageView,
  { title, description, main, structured, personal = false, alone }: Framed,
): Html {
  const m = wordsOf(view)
  const other = view.language === 'vi' ? 'en' : 'vi'
  const query =
    personal || Object.keys(view.fields).length === 0 ? '' : `?${new URLSearchParams(view.fields).toString()}`
  return html`<html lang="${view.language}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#002c37">
<title>${title} – ${m.brand}</title>
${description ? html`<meta name="description" content="${description.slice(0, 300)}">` : ''}
${personal ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${view.origin}${at(view, view.path)}${query}">${alternatesOf(view).map(([language, address]) => html`<link rel="alternate" hreflang="${language}" href="${address}">`)}`}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${view.assets.styles.map((file) => html`<link rel="stylesheet" href="${file}">`)}
${view.assets.scripts.map((file) => html`<script type="module" src="${file}"></script>`)}
${structured === undefined ? '' : html`<script type="application/ld+json">${jsonInElement(structured)}</script>`}
</head>
<body${alone ? html` class="alone ${alone}"` : ''}>
<a class="skip" href="#main">${m.skip}</a>
${view.demonstration ? html`<aside class="demo" aria-label="${m.demonstrationMark}">${m.demonstration}</aside>` : ''}
<header class="top"><div class="wide">
${alone ? html`<span class="brand">${m.brand} <span>${m.platform}</span></span>` : html`<a class="brand" href="${at(view, '/dich-vu')}">${m.brand} <span>${m.platform}</span></a>`}
<nav aria-label="${m.menu}"><ul>
${alone ? '' : menuLinks(view)}
<li><a href="${at({ language: other }, view.path)}${query}" hreflang="${other}" lang="${other}">${m.otherLanguage}</a></li>
</ul></nav>
${alone === 'display' ? '' : tools(view)}
</div></header>
<main id="main" class="wide" tabindex="-1">${main}</main>
<footer class="bottom"><div class="wide">
${
  alone
    ? ''
    : html`<p>${m.footer}</p>
<p><a href="/">${m.officials}</a></p>`
}
</div></footer>
</body>
</html>`
}

function menuLinks(view: PageView): Html {
  const m = wordsOf(view)
  return html`<li><a href="${at(view, '/dich-vu/noi-tiep-nhan')}">${easyIcon('noi')}${m.places}</a></li>
<li><a href="${at(view, '/tra-cuu')}">${easyIcon('tra-cuu')}${m.track}</a></li>
<li><a href="/ho-so-cua-toi?lang=${view.language}">${easyIcon('nguoi')}${m.own}</a></li>`
}

/** What makes a page easier; the script shows what this browser can do. */
function tools(view: PageView): Html {
  const m = wordsOf(view)
  return html`<p class="tools"><button type="button" hidden data-tool="easy" aria-pressed="false">${icon('chu-lon')}<span>${m.easy}</span></button>
<button type="button" hidden data-tool="read" data-stop="${m.stopReading}" data-part="${m.readPart}" data-mute="${m.noVoice}">${icon('doc-to')}<span>${m.read}</span></button>
<span aria-live="polite" data-tool="said"></span></p>`
}

/** The page of a refusal. */
export function refused(view: PageView, { detail }: ProblemBody): Html {
  const m = wordsOf(view)
  return framed(view, {
    title: m.wrong,
    personal: true,
    main: html`<h1>${m.wrong}</h1><p role="alert">${detail}</p><p><a href="${at(view, '/dich-vu')}">${m.back}</a></p>`,
  })
}

/** The one box in which everything is searched for. */
export function searchBox(view: PageView, value: string, extra: Piece = ''): Html {
  const m = wordsOf(view)
  return html`<form class="search" role="search" action="${at(view, '/dich-vu/tim')}" method="get">
<label for="q">${m.searchLabel}</label>
<div class="line"><input id="q" name="q" type="search" value="${value}" maxlength="200" autocomplete="off" enterkeyhint="search">
<button type="submit">${m.searchButton}</button></div>${extra}</form>`
}
