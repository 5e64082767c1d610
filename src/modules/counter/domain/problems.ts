import type { ProblemMessages } from '#kernel/problem-messages.ts'

export const problems: ProblemMessages = {
  'counter/no-device': {
    vi: () => 'Máy này chưa được đăng ký làm quầy của bạn, hoặc đã bị thu hồi. Xin đăng ký lại quầy.',
    en: () => 'This machine is not registered as a counter of yours, or was revoked. Please register it again.',
  },
  'counter/no-numbers': {
    vi: () => 'Quầy hết số tạm hoặc dải số đã hết hiệu lực. Lấy thêm số khi có mạng; nội dung đã nhập vẫn còn.',
    en: () =>
      'The counter has no provisional numbers left, or they have run out. Take more with a network; what was typed stays.',
  },
  'counter/no-lease': {
    vi: () => 'Không có dải số này của quầy.',
    en: () => 'The counter has no such range of numbers.',
  },
  'counter/device-revoked': {
    vi: () => 'Quầy này đã bị thu hồi; hồ sơ còn giữ ở máy phải được tiếp nhận lại bằng quầy khác.',
    en: () => 'This counter was revoked; what the machine still holds is to be received again at another counter.',
  },
  'counter/too-many-devices': {
    vi: (v) => `Đơn vị đã có ${v.limit} quầy đang dùng; hãy thu hồi quầy không dùng nữa.`,
    en: (v) => `The unit has ${v.limit} counters in use; revoke those that are not used any more.`,
  },
  'counter/too-many-numbers': {
    vi: (v) =>
      `Quầy còn ${v.left} số chưa dùng; trả lại hoặc dùng hết rồi mới lấy thêm (mỗi quầy giữ nhiều nhất ${v.limit} số).`,
    en: (v) =>
      `The counter still holds ${v.left} unused numbers; give them back or use them first (at most ${v.limit}).`,
  },
  'counter/lease-ended': {
    vi: () => 'Dải số này đã kết thúc.',
    en: () => 'This range of numbers has ended.',
  },
  'counter/last-given-wrong': {
    vi: (v) => `Đã có hồ sơ mang số ${v.number} gửi đến, nên số cuối đã cấp không thể nhỏ hơn.`,
    en: (v) => `A case under number ${v.number} has come in, so the last number given cannot be smaller.`,
  },
  'counter/bad-key': {
    vi: () => 'Khóa của máy không đúng dạng (ECDSA P-256).',
    en: () => 'The key of the machine has the wrong form (ECDSA P-256).',
  },
  'counter/bad-signature': {
    vi: () => 'Chữ ký của quầy không khớp với nội dung gửi lên; hồ sơ chưa được tiếp nhận.',
    en: () => 'The signature of the counter does not fit what was sent; the case is not received.',
  },
  'counter/lease-revoked': {
    vi: () => 'Dải số của quầy đã bị thu hồi. Hãy lấy số mới; tờ biên nhận tạm cũ không còn giá trị.',
    en: () =>
      'The numbers of the counter were revoked. Take a new number; the old provisional receipt no longer holds.',
  },
  'counter/number-not-leased': {
    vi: () => 'Số tạm không thuộc dải số đã cấp cho quầy. Hãy lấy số mới.',
    en: () => 'The provisional number is not among those leased to the counter. Take a new number.',
  },
  'counter/number-given-back': {
    vi: () => 'Quầy đã trả lại số này khi kết thúc dải số. Hãy lấy số mới.',
    en: () => 'The counter gave this number back when it ended its range. Take a new number.',
  },
  'counter/number-taken': {
    vi: () => 'Số tạm này đã thuộc về một hồ sơ khác. Hãy lấy số mới và in lại biên nhận tạm.',
    en: () => 'This provisional number belongs to another case. Take a new number and print the slip again.',
  },
  'counter/taken-outside-lease': {
    vi: () => 'Thời điểm nhận nằm ngoài hiệu lực của dải số. Hãy lấy số mới.',
    en: () => 'It was taken outside the time for which the numbers were leased. Take a new number.',
  },
  'counter/taken-in-future': {
    vi: () => 'Đồng hồ của máy chạy trước giờ máy chủ. Hãy chỉnh giờ rồi gửi lại.',
    en: () => 'The clock of the machine is ahead of the server. Set it right and send again.',
  },
  'counter/received-otherwise': {
    vi: (v) =>
      `Hồ sơ này đã được tiếp nhận với mã ${v.code} theo nội dung gửi lần trước. Cần sửa gì, hãy sửa trong hồ sơ ${v.code}.`,
    en: (v) => `This was received as ${v.code} with what was sent before. Correct case ${v.code} where it is wrong.`,
  },
  'counter/given-up': {
    vi: () => 'Hồ sơ này đã được quầy hủy.',
    en: () => 'This was given up by the counter.',
  },
  'counter/received-already': {
    vi: (v) => `Hồ sơ này đã được tiếp nhận với mã ${v.code}, không hủy được.`,
    en: (v) => `This was received as ${v.code} and cannot be given up.`,
  },
  'counter/unreadable-content': {
    vi: () => 'Nội dung gửi lên không đọc được.',
    en: () => 'What was sent cannot be read.',
  },
  'counter/file-missing': {
    vi: (v) => `Thiếu tệp quét của giấy tờ ${v.paper}.`,
    en: (v) => `The scan of paper ${v.paper} is missing.`,
  },
  'counter/not-a-slip': {
    vi: () =>
      'Biên nhận tạm này không đúng: chữ ký không phải của quầy nào đã đăng ký, hoặc số không thuộc dải số của quầy.',
    en: () => 'This provisional receipt is not genuine: no registered counter signed it, or its number was not leased.',
  },
}
