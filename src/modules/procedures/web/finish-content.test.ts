import { expect, test } from 'vitest'
import { emptyContent, finishContent } from './finish-content.ts'

const paper = (code: string, vi: string) => ({
  code,
  name: { vi, en: '' },
  forms: ['original' as const],
  copies: 1,
  required: true,
  when: null,
  legalBasis: null,
  reusable: false,
})

test('a part without a code gets one from its name, unlike those there are', () => {
  const papers = [paper('', 'Tờ khai'), paper('to-khai', 'Tờ khai cũ'), paper('', 'Tờ khai')]
  const finished = finishContent({ ...emptyContent('ho-tich'), papers })
  expect(finished.papers.map(({ code }) => code)).toEqual(['to-khai-2', 'to-khai', 'to-khai-3'])
})

test('English that was left empty says the Vietnamese; English that was typed stays', () => {
  const content = { ...emptyContent('ho-tich'), name: { vi: 'Khai sinh', en: '' }, steps: { vi: 'a', en: 'b' } }
  const finished = finishContent(content)
  expect(finished.name).toEqual({ vi: 'Khai sinh', en: 'Khai sinh' })
  expect(finished.steps).toEqual({ vi: 'a', en: 'b' })
})

test('a finished content is finished', () => {
  const once = finishContent({ ...emptyContent('ho-tich'), papers: [paper('', 'Đơn')] })
  expect(finishContent(once)).toEqual(once)
})
