import { type Html, html } from '#kernel/html.ts'

/** Drawings of 24 × 24: for each life event that has one, and for what a page speaks of; a folder for the others. */
const DRAWN: Readonly<Record<string, string>> = {
  'sinh-con': 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M6 20c0-4 3-6 6-6s6 2 6 6zM10.5 8.5h.01M13.500 8.500h.01',
  'ket-hon': 'M9 8a5 5 0 1 1 0 10 5 5 0 0 1 0-10M15 8a5 5 0 1 1 0 10 5 5 0 0 1 0-10M10 5l2-2 2 2-2 2z',
  'nha-dat': 'M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6',
  'kinh-doanh': 'M4 10h16l-1.500-5h-13zM5 10v10h14V10M9 20v-6h6v6',
  'di-hoc': 'M2 9l10-5 10 5-10 5zM6 11v5c2 3 10 3 12 0v-5M22 9v6',
  'kho-khan': 'M12 20s-8-5-8-11a4.500 4.500 0 0 1 8-2.500A4.500 4.500 0 0 1 20 9c0 6-8 11-8 11z',
  'nguoi-mat': 'M12 3c2 2 2 4 0 5-2-1-2-3 0-5M10 9h4v9h-4zM6 21h12M8 18h8',
  'giay-to': 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  'chu-lon': 'M2 19l5.500-14L13 19M4 14.500h7M15 19l3-8 3 8M16 16.500h4',
  'doc-to': 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11',
  phi: 'M3 7h18v10H3zM12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5M6 10v4M18 10v4',
  'thoi-han': 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5l3.500 2',
  noi: 'M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5',
  nguoi: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 21c0-5 4-7 8-7s8 2 8 7z',
  'tra-cuu': 'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13M15.500 15.500L21 21',
  lich: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4',
  loi: 'M4 5h16v11H10l-5 4v-4H4z',
  'ket-qua': 'M6 3h8l4 4v14H6zM14 3v4h4M9 14l2 2 4-4',
  'cac-buoc': 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  hoi: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .900-1 1.700M12 16.500h.01',
}
const FOLDER = 'M3 6h6l2 2h10v11H3z'

export const icon = (code: string): Html => drawing(code, 'icon')

/** Shown beside its words to whoever has asked for the easy page. */
export const easyIcon = (code: string): Html => drawing(code, 'icon easy')

function drawing(code: string, kind: string): Html {
  return html`<svg class="${kind}" viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${DRAWN[code] ?? FOLDER}"/></svg>`
}
