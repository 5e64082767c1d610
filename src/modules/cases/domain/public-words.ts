import type { BusinessState, Outcome } from './words.ts'

type Both = { readonly vi: string; readonly en: string }

const STAGES: Readonly<Record<BusinessState, Both>> = {
  draft: { vi: 'Hồ sơ chưa được gửi.', en: 'The case has not been sent yet.' },
  submitted: {
    vi: 'Hồ sơ đã gửi đến, đang chờ cơ quan tiếp nhận.',
    en: 'The case has arrived and waits to be received.',
  },
  received: { vi: 'Hồ sơ đã được tiếp nhận.', en: 'The case has been received.' },
  refused: {
    vi: 'Hồ sơ không được tiếp nhận. Lý do ghi trên phiếu từ chối.',
    en: 'The case was not received. The reason stands on the note of refusal.',
  },
  processing: { vi: 'Hồ sơ đang được giải quyết.', en: 'The case is being handled.' },
  supplement: {
    vi: 'Cơ quan đang chờ bạn bổ sung hồ sơ.',
    en: 'The agency is waiting for you to complete the case.',
  },
  payment: { vi: 'Cơ quan đang chờ bạn nộp phí, lệ phí.', en: 'The agency is waiting for your payment.' },
  withdrawn: { vi: 'Hồ sơ đã được rút theo đề nghị.', en: 'The case was withdrawn as asked.' },
  stopped: { vi: 'Cơ quan đã dừng giải quyết hồ sơ.', en: 'The agency has stopped handling the case.' },
  decided: { vi: 'Đã có kết quả, mời bạn đến nhận.', en: 'The result is ready for you.' },
  returned: { vi: 'Đã trả kết quả.', en: 'The result has been handed over.' },
}
const REJECTED: Both = {
  vi: 'Đã có kết quả: hồ sơ không được chấp thuận. Văn bản trả lời nêu rõ lý do.',
  en: 'There is a result: the request was not granted. The answer states why.',
}

/** Where a case stands, in a sentence for the citizen. */
export function stageWords(business: BusinessState, outcome: Outcome | null): Both {
  return business === 'decided' && outcome === 'rejected' ? REJECTED : STAGES[business]
}

const CHANGES: Readonly<Record<string, Both>> = {
  first: { vi: 'Hẹn lần đầu', en: 'First appointment' },
  pause: { vi: 'Tạm dừng tính thời hạn', en: 'The clock was stopped' },
  resume: { vi: 'Tính tiếp thời hạn', en: 'The clock runs again' },
  extension: { vi: 'Xin lỗi và hẹn lại', en: 'Apology and new appointment' },
  calendar: { vi: 'Lịch nghỉ thay đổi', en: 'Days off were changed' },
  transfer: { vi: 'Chuyển cơ quan giải quyết', en: 'Passed to another agency' },
  reopen: { vi: 'Mở lại hồ sơ', en: 'The case was reopened' },
}
export const dueChangeWords = (kind: string): Both => CHANGES[kind] ?? { vi: 'Thay đổi', en: 'Change' }

/** `Trần Thị Bích Ngọc` as `T. T. B. N.`; of a longer name (a company's) the first six words. */
export function initials(name: string): string {
  const words = name.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 6)
  return words.map((word) => `${(Array.from(word)[0] ?? '').toLocaleUpperCase('vi')}.`).join(' ')
}

/** Code and secret as they are kept, however they were typed. */
export const typedCode = (text: string) => text.replace(/\s+/g, '').toUpperCase()
