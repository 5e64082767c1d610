import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphOffsets } from './docx-offsets.ts'
import { visitXml } from './xml.ts'

test('offsets stand around the runs, behind the properties', () => {
  const xml =
    '<w:body><w:p w:rsid="1>0"><w:pPr><w:jc/></w:pPr><w:r><w:t>Một</w:t></w:r></w:p><!-- <w:p> --><w:p/><w:p><w:r/></w:p><w:pict/></w:body>'
  const found = paragraphOffsets(xml)
  expect(found.map(({ contentStart, end }) => xml.slice(contentStart, end))).toEqual([
    '<w:r><w:t>Một</w:t></w:r>',
    '',
    '<w:r/>',
  ])
  expect(found.map(({ start }) => xml.slice(start, start + 4))).toEqual(['<w:p', '<w:p', '<w:p'])
  expect(found[1]).toMatchObject({ selfClosed: true })
  expect(xml.slice(found[1]?.end)).toMatch(/^\/>/)
})

test('a nested paragraph comes after the one around it, and its properties are its own', () => {
  const xml = '<w:p><w:r><w:txbxContent><w:p><w:pPr/><w:r>trong</w:r></w:p></w:txbxContent></w:r><w:r>ngoài</w:r></w:p>'
  const [outer, inner] = paragraphOffsets(xml)
  expect(xml.slice(inner?.contentStart, inner?.end)).toBe('<w:r>trong</w:r>')
  expect(xml.slice(outer?.contentStart, outer?.contentStart).length).toBe(0)
  expect(outer?.contentStart).toBe('<w:p>'.length)
  expect(xml.slice(outer?.end)).toBe('</w:p>')
})

test('another prefix for Word’s namespace is understood', () => {
  const xml =
    '<n:document xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:x"><n:p><w:p/>x</n:p></n:document>'
  expect(paragraphOffsets(xml).map(({ contentStart, end }) => xml.slice(contentStart, end))).toEqual(['<w:p/>x'])
})

type Node = { readonly name: string; readonly note: string; readonly children: readonly Node[] }
const leaf = fc.record({
  name: fc.constantFrom('w:p', 'w:pPr', 'w:r', 'w:pict', 'w:tc', 'p'),
  note: fc.constantFrom('', 'a', "> '", '/', '<!-- <w:p> -->', '<![CDATA[<w:p>]]>', '<?x <w:p> ?>'),
  children: fc.constant<readonly Node[]>([]),
})
function tree(depth: number): fc.Arbitrary<Node> {
  if (depth === 1) return leaf
  return fc.tuple(leaf, fc.array(tree(depth - 1), { maxLength: 4 })).map(([node, children]) => ({ ...node, children }))
}

function written({ name, note, children }: Node): string {
  const attribute = note.startsWith('<') ? '' : ` a="${note}"`
  const inside = (note.startsWith('<') ? note : '') + children.map(written).join('')
  return inside === '' ? `<${name}${attribute}/>` : `<${name}${attribute}>${inside}</${name}>`
}

test('paragraphs are counted exactly as the reader of the document counts them', () => {
  fc.assert(
    fc.property(tree(5), (root) => {
      const xml = written(root)
      let count = 0
      visitXml(new TextEncoder().encode(xml), {
        open: (name) => {
          if (name === 'w:p') count++
        },
        close: () => {},
        text: () => {},
      })
      const found = paragraphOffsets(xml)
      expect(found.length).toBe(count)
      for (const [index, { start, contentStart, end }] of found.entries()) {
        expect(xml.startsWith('<w:p', start)).toBe(true)
        expect(start).toBeLessThan(contentStart)
        expect(contentStart).toBeLessThanOrEqual(end)
        expect(start).toBeGreaterThan(found[index - 1]?.start ?? -1)
      }
    }),
  )
})
