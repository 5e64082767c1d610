import { expect, test } from 'vitest'
import { visitXml } from './xml.ts'

function visited(xml: string | Uint8Array) {
  const seen: string[] = []
  const fault = visitXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, {
    open: (name, attributes) => {
      const own = Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns'))
      seen.push(`<${name}${own.map(([key, value]) => ` ${key}=${value}`).join('')}>`)
    },
    close: (name) => seen.push(`</${name}>`),
    text: (text) => seen.push(text),
  })
  return { fault, seen: seen.join('') }
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

test('names are told by their namespace, not by the prefix the file happens to use', () => {
  const plain = '<w:p w:val=1><w:t>Đạt</w:t></w:p>'
  expect(visited(`<w:p xmlns:w="${WORD}" w:val="1"><w:t>Đạt</w:t></w:p>`).seen).toBe(plain)
  expect(visited(`<n:p xmlns:n="${WORD}" n:val="1"><n:t>Đạt</n:t></n:p>`).seen).toBe(plain)
  expect(visited(`<p xmlns="${WORD}"><t>1</t></p>`).seen).toBe('<w:p><w:t>1</w:t></w:p>')
  expect(visited('<w:p xmlns:w="urn:other"/>').seen).toBe('<other-w:p></other-w:p>')
})

test('a namespace declared within an element ends with it', () => {
  expect(visited(`<a><p xmlns="${WORD}"><t/></p><t/></a>`).seen).toBe('<a><w:p><w:t></w:t></w:p><t></t></a>')
})

test('UTF-16 is read, and text that falls on the border of two chunks stays whole', () => {
  expect(visited(Buffer.from('\ufeff<a>Đạt</a>', 'utf16le')).seen).toBe('<a>Đạt</a>')
  const long = 'ệ'.repeat(300_000)
  expect(visited(`<a>${long}</a>`).seen).toBe(`<a>${long}</a>`)
})

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]><a>&lol9;</a>`
test.each([
  ['billion laughs', laughs, 'entities'],
  ['an outside entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'entities'],
  ['an entity nobody declared', '<a>&nbsp;</a>', 'entities'],
  ['a tag that is not closed', '<a><b></a>', 'broken'],
  ['an end before its time', '<a><b>', 'broken'],
  ['nothing', '', 'broken'],
  ['bytes that are not text', new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28]), 'broken'],
  ['100,000 elements in each other', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, 'deep'],
])('%s stops the visit', (_, xml, fault) => {
  expect(visited(xml).fault).toBe(fault)
})

test('what a visitor throws is a defect of ours, not a fault of the file', () => {
  const visitor = {
    open: () => {
      throw new TypeError('ours')
    },
    close: () => {},
    text: () => {},
  }
  expect(() => visitXml(new TextEncoder().encode('<a/>'), visitor)).toThrow('ours')
})
