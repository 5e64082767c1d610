import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, jsonInElement } from './html.ts'

test('what somebody typed stays text, in elements and in attributes', () => {
  const typed = `"><script>alert('x')</script>&`
  expect(html`<p title="${typed}">${typed}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  )
})

test('pieces stand in pieces, and nothing stands for nothing', () => {
  const rows = ['một', 'hai'].map((text) => html`<li>${text}</li>`)
  expect(html`<ul>${rows}${false}${null}${undefined}${0}</ul>`.markup).toBe('<ul><li>một</li><li>hai</li>0</ul>')
})

test('no text ends its element or its attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      expect(html`${typed}`.markup).not.toMatch(/[<>"']/)
      const data = jsonInElement({ typed }).markup
      expect(data).not.toContain('<')
      expect(JSON.parse(data)).toEqual({ typed })
    }),
  )
})
