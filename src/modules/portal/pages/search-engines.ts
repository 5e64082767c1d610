import { html } from '#kernel/html.ts'
import { fixedPage, type PageView, servedPage } from '#server/page.ts'
import * as contract from '../contract.ts'
import { listPublicPages } from '../operations/list-public-pages.ts'
import { ANSWERS_PATH } from './answers-page.ts'
import { alternatesOf, at } from './frame.ts'

/** What search engines may look at: everything that is not about somebody, and no page of officials. */
export const robotsPage = fixedPage(
  '/robots.txt',
  ({ origin }) => html`User-agent: *
Allow: /dich-vu
Allow: /en/dich-vu
Allow: /tra-cuu
Allow: /en/tra-cuu
Allow: /assets/
Allow: /favicon.svg
Disallow: /

Sitemap: ${origin}/sitemap.xml
`,
  'text/plain',
)

/** Every page of citizens in both languages. */
export const sitemapPage = servedPage({
  path: '/sitemap.xml',
  endpoint: contract.listPublicPages,
  operation: listPublicPages,
  inputOf: () => ({}),
  mediaType: 'application/xml',
  draw: (answer, view) => {
    const { services = [], events = [], fields = [] } = 'found' in answer ? answer.found : {}
    const paths = [
      '/dich-vu',
      '/dich-vu/tim',
      '/dich-vu/noi-tiep-nhan',
      '/dich-vu/ban-do',
      '/tra-cuu',
      ANSWERS_PATH,
      ...events.map((code) => `/dich-vu/su-kien/${code}`),
      ...fields.map((code) => `/dich-vu/linh-vuc/${code}`),
      ...services.map((code) => `/dich-vu/thu-tuc/${code}`),
    ]
    return html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map((path) => (['vi', 'en'] as const).map((language) => entry({ ...view, path, language, fields: {} })))}</urlset>
`
  },
})

const entry = (view: PageView) => html`<url><loc>${view.origin}${at(view, view.path)}</loc>${alternatesOf(view).map(
  ([language, address]) => html`<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`,
)}</url>
`
