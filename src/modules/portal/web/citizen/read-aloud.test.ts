import { expect, test } from 'vitest'
import { lacksVoice, linesOf } from './read-aloud.ts'

test('a device lacks a voice only when it names others and none of the language', () => {
  expect(lacksVoice('vi', [])).toBe(false)
  expect(lacksVoice('vi', [{ lang: 'en-US' }, { lang: 'fr-FR' }])).toBe(true)
  expect(lacksVoice('vi', [{ lang: 'en-US' }, { lang: 'vi-VN' }])).toBe(false)
  expect(lacksVoice('vi', [{ lang: 'vi_VN' }])).toBe(false)
})

test('lines are read, not the room and the signs between them', () => {
  expect(linesOf(' Giấy tờ cần có\n\n · \n1 bản chính ')).toEqual(['Giấy tờ cần có', '1 bản chính'])
  expect(linesOf('')).toEqual([])
})
