import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { readMail } from './mail-text.ts'

/** A mail as the platform writes it. */
async function written(subject: string, text: string): Promise<string> {
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'Một cửa <motcua@vungtau.example>',
    to: { name: '', address: 'dan@example.vn' },
    subject,
    text,
    messageId: '<0190-abc@vungtau.example>',
    textEncoding: 'base64',
  })
  if (!Buffer.isBuffer(sent.message)) throw new Error('The mail was to be written at once.')
  return sent.message.toString('utf8')
}

test.each([
  ['Hồ sơ H29.265.06-261201-0001 đã được tiếp nhận, mời xem trong thư này', 'Kính gửi Bà Nguyễn Thị Ước,\n\nĐã nhận.'],
  ['Plain = subject?', 'x'.repeat(500)],
  ['Xin lỗi và hẹn lại ngày trả kết quả', '=?UTF-8?B?eA==?= is not read in the text'],
])('a mail is read as it was written: %s', async (subject, text) => {
  expect(readMail(await written(subject, text))).toEqual({
    messageId: '0190-abc@vungtau.example',
    to: 'dan@example.vn',
    subject,
    text,
  })
})

test('nonsense is read as nothing', () => {
  expect(readMail('')).toEqual({ messageId: '', to: '', subject: '', text: '' })
})
