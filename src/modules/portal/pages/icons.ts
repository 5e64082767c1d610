import { type Html, html } from '#kernel/html.ts'

/** One drawing of 24 × 24 for each life event that has one; a folder for the others. */
const DRAWN: Readonly<Record<string, string>> = {
  'sinh-con': 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M6 20c0-4 3-6 6-6s6 2 6 6zM10.5 8.5h.01M13.500 8.500h.01',
  'ket-hon': 'M9 8a5 5 0 1 1 0 10 5 5 0 0 1 0-10M15 8a5 5 0 1 1 0 10 5 5 0 0 1 0-10M10 5l2-2 2 2-2 2z',
  'nha-dat': 'M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6',
  'kinh-doanh': 'M4 10h16l-1.500-5h-13zM5 10v10h14V10M9 20v-6h6v6',
  'di-hoc': 'M2 9l10-5 10 5-10 5zM6 11v5c2 3 10 3 12 0v-5M22 9v6',
  'kho-khan': 'M12 20s-8-5-8-11a4.500 4.500 0 0 1 8-2.500A4.500 4.500 0 0 1 20 9c0 6-8 11-8 11z',
  'nguoi-mat': 'M12 3c2 2 2 4 0 5-2-1-2-3 0-5M10 9h4v9h-4zM6 21h12M8 18h8',
  'giay-to': 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
}
const FOLDER = 'M3 6h6l2 2h10v11H3z'

export function icon(code: string): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${DRAWN[code] ?? FOLDER}"/></svg>`
}
