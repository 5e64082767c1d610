import { operation } from '#server/operation.ts'
import { previewMessageTemplate as contract } from '../contract/messages.ts'
import { type Filling, smsParts, unknownPlaces } from '../domain/template.ts'
import { plainChannels, worded } from '../filling.ts'

/** Made-up particulars, long ones, so that the preview is not prettier than what arrives. */
const MADE_UP: Filling = {
  code: 'H29.12.05-261116-0042',
  secret: 'K7QF',
  name: 'Nguyễn Thị Tường Vân (ví dụ)',
  title: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  unit: 'Phường Vũng Tàu',
  due: '17:00, 19/11/2026',
  reason: 'Thiếu bản sao chứng thực Quyết định ly hôn',
  fee: '15.000 đ',
  link: 'https://…/tra-cuu',
}

export const previewMessageTemplate = operation(contract, async ({ tx }, { channel, subject, text }) => {
  const words = worded({ subject, text }, MADE_UP, (await plainChannels(tx)).has(channel))
  return {
    ...words,
    parts: channel === 'sms' ? smsParts(words.text) : null,
    unknownPlaces: unknownPlaces(`${subject} ${text}`),
  }
})
