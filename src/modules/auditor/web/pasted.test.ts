import { expect, test } from 'vitest'
import { fileOf, pastedFrom } from './pasted.ts'

const clipboard = (html: string, text: string) => ({ getData: (kind: string) => (kind === 'text/html' ? html : text) })
const TABLE = '<html><body><!--StartFragment--><table><tr><td>Phường 1</td><td>1.582</td></tr></table></body></html>'

test('a copied table stays a table', async () => {
  const pasted = pastedFrom(clipboard(TABLE, 'Phường 1\t1.582'))
  expect(pasted).toMatchObject({ text: 'Phường 1\t1.582', tables: 1 })
  const file = fileOf(pasted, 'Nội dung dán')
  expect(file.name).toBe('Nội dung dán.html')
  expect(await file.text()).toContain('<td>1.582</td>')
})

test('copied words without a table are taken as text', async () => {
  const pasted = pastedFrom(clipboard('<p>98,27% <b>(23.391/23.802)</b></p>', '98,27% (23.391/23.802)'))
  expect(pasted).toEqual({ text: '98,27% (23.391/23.802)', html: null, tables: 0 })
  const file = fileOf(pasted, 'Nội dung dán')
  expect(file.name).toBe('Nội dung dán.txt')
  expect(await file.text()).toBe('98,27% (23.391/23.802)')
})
