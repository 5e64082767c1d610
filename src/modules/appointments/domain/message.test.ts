import { expect, test } from 'vitest'
import { messageText, NEWS } from './message.ts'

const TOLD = {
  code: 'LH-ABCD-3467',
  secret: 'KMNPQR',
  day: '02/12/2026',
  at: '08:00',
  place: 'Phường Mẫu',
  reason: 'Mất điện',
  address: null,
}

test('where nobody has said the address of the platform, a message names the page in words and never half an address', () => {
  for (const news of NEWS)
    for (const language of ['vi', 'en'] as const)
      for (const channel of ['email', 'sms']) {
        const text = messageText(news, TOLD, { language, channel })
        expect(text).not.toMatch(/\/(en\/)?lich-hen|null|undefined/)
        expect(text.trim()).toBe(text)
      }
  expect(messageText('booked', TOLD, { language: 'vi', channel: 'email' })).toContain('mục Lịch hẹn của tôi')
  const address = 'https://dichvu.example.vn/lich-hen'
  expect(messageText('booked', { ...TOLD, address }, { language: 'vi', channel: 'sms' })).toContain(address)
})
