import type { ProblemMessages } from '#kernel/problem-messages.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  'appointments/unknown': {
    vi: () => 'Không có lịch hẹn với mã và mã bí mật này. Xin xem lại.',
    en: () => 'There is no appointment with this code and secret. Please check both.',
  },
  'appointments/look-up-closed': {
    vi: () => 'Mã này đã bị nhập sai nhiều lần. Xin thử lại sau một giờ.',
    en: () => 'This code was tried wrongly many times. Please try again in an hour.',
  },
  'appointments/over': {
    vi: () => 'Lịch hẹn này đã qua hoặc đã hủy, không đổi được nữa.',
    en: () => 'This appointment is over or cancelled and cannot be changed any more.',
  },
  'appointments/unknown-procedure': {
    vi: () => 'Không có thủ tục này, hoặc thủ tục đã hết hiệu lực.',
    en: () => 'There is no such procedure, or it is no longer in force.',
  },
  'appointments/unknown-unit': {
    vi: () => 'Không có đơn vị này, hoặc đơn vị đã sắp xếp lại.',
    en: () => 'There is no such unit, or it was reorganised.',
  },
  'appointments/not-here': {
    vi: () => 'Nơi này không nhận đặt lịch hẹn cho việc này. Bạn có thể đến lấy số thứ tự.',
    en: () => 'This office makes no appointments for this. You may come and take a number.',
  },
  'appointments/no-such-slot': {
    vi: () => 'Không còn đặt được giờ này. Xin chọn giờ khác.',
    en: () => 'This time can no longer be booked. Please choose another.',
  },
  'appointments/slot-full': {
    vi: () => 'Giờ này vừa có người đặt hết chỗ. Xin chọn giờ khác.',
    en: () => 'The last place at this time has just been taken. Please choose another.',
  },
  'appointments/too-many': {
    vi: ({ most }) => `Mỗi số điện thoại hoặc thư điện tử có nhiều nhất ${most} lịch hẹn sắp tới.`,
    en: ({ most }) => `One phone number or e-mail may have at most ${most} appointments to come.`,
  },
  'appointments/missed-too-often': {
    vi: ({ most }) => `Bạn đã không đến ${most} lần trong 30 ngày. Xin đến lấy số thứ tự tại quầy.`,
    en: ({ most }) => `You missed ${most} appointments in 30 days. Please come and take a number.`,
  },
  'appointments/already-sent': {
    vi: () => 'Phiếu này đã được gửi với thông tin khác. Xin mở lại trang chọn giờ.',
    en: () => 'This form was already sent with something else. Please choose the time again.',
  },
  'appointments/no-consent': {
    vi: () => 'Cần đồng ý cho giữ họ tên và cách liên hệ để đặt lịch hẹn.',
    en: () => 'To make an appointment you have to agree that your name and address are kept.',
  },
  'appointments/day-gone': { vi: () => 'Chọn từ hôm nay trở đi.', en: () => 'Choose today or later.' },
  'appointments/which-days': {
    vi: ({ most }) => `Chọn ngày đầu và ngày cuối, ngày đầu không sau ngày cuối, nhiều nhất ${most} ngày.`,
    en: ({ most }) => `Choose a first and a last day, the first not after the last, at most ${most} days.`,
  },
  'appointments/goal-day-gone': {
    vi: () => 'Chọn từ ngày mai trở đi: số của hôm nay đã được đếm theo mục tiêu đang áp dụng.',
    en: () => 'Choose tomorrow or later: the numbers of today are counted by the goal in force.',
  },
  'appointments/line-code': {
    vi: () => 'Ký hiệu hàng là một chữ cái in, từ A đến Z.',
    en: () => 'A line is called by one capital letter, A to Z.',
  },
  'appointments/line-twice': { vi: () => 'Hai hàng trùng ký hiệu.', en: () => 'Two lines have the same letter.' },
  'appointments/desk-twice': { vi: () => 'Hai quầy trùng số.', en: () => 'Two desks have the same number.' },
  'appointments/desk-line': {
    vi: () => 'Mỗi quầy phục vụ ít nhất một hàng, và chỉ các hàng có ở trên.',
    en: () => 'A desk serves at least one line, and only lines listed above.',
  },
  'appointments/line-without-desk': {
    vi: () => 'Có hàng không quầy nào phục vụ.',
    en: () => 'A line is served by no desk.',
  },
  'appointments/window-order': { vi: () => 'Giờ đến phải sau giờ từ.', en: () => 'The end is after the beginning.' },
  'appointments/no-counters': {
    vi: () => 'Đơn vị này hôm nay không phát số thứ tự.',
    en: () => 'This unit gives out no numbers today.',
  },
  'appointments/unknown-desk': { vi: () => 'Đơn vị không có quầy này.', en: () => 'The unit has no such desk.' },
  'appointments/unknown-line': { vi: () => 'Đơn vị không có hàng này.', en: () => 'The unit has no such line.' },
  'appointments/closed-now': {
    vi: () => 'Ngoài giờ phát số. Xin xem giờ mở quầy trên trang này.',
    en: () => 'No numbers are given out at this hour. See the opening hours on this page.',
  },
  'appointments/line-full': {
    vi: () => 'Hàng này đã quá đông cho hôm nay. Xin đặt lịch hẹn cho ngày khác.',
    en: () => 'This line is too long for today. Please make an appointment for another day.',
  },
  'appointments/not-today': {
    vi: ({ day, at }) => `Lịch hẹn này là lúc ${at} ngày ${day}. Xin đến lấy số vào ngày đó.`,
    en: ({ day, at }) => `This appointment is at ${at} on ${day}. Please check in on that day.`,
  },
  'appointments/other-unit': {
    vi: ({ unit }) => `Lịch hẹn này ở nơi khác: ${unit}.`,
    en: ({ unit }) => `This appointment is at another place: ${unit}.`,
  },
  'appointments/unknown-code': {
    vi: () => 'Không có lịch hẹn với mã này. Xin xem lại mã, hoặc lấy số ở hàng bên dưới.',
    en: () => 'There is no appointment with this code. Check the code, or take a number of a line below.',
  },
  'appointments/unknown-ticket': {
    vi: () => 'Không có số thứ tự này.',
    en: () => 'There is no such number.',
  },
  'appointments/paired-already': {
    vi: () => 'Thiết bị này đã được ghép.',
    en: () => 'This device is paired already.',
  },
  'appointments/unknown-pairing': {
    vi: () => 'Không có màn hình nào đang hiện mã này. Mã có hiệu lực 10 phút; xin bấm lấy mã mới trên thiết bị.',
    en: () => 'No screen shows this code now. A code is good for 10 minutes; ask for a new one on the device.',
  },
  'appointments/pairing-closed': {
    vi: () => 'Đã nhập sai mã ghép quá nhiều lần. Xin thử lại sau một giờ.',
    en: () => 'Too many wrong pairing codes. Please try again in an hour.',
  },
  'appointments/desk-of-rating': {
    vi: () => 'Thiết bị đánh giá đặt tại một quầy; thiết bị khác thì không chọn quầy.',
    en: () => 'A device that rates stands at a desk; the others at none.',
  },
  'appointments/too-many-devices': {
    vi: ({ most }) => `Mỗi đơn vị có nhiều nhất ${most} thiết bị đang dùng. Xin thu hồi thiết bị không còn dùng.`,
    en: ({ most }) => `A unit has at most ${most} devices in use. Revoke one that is not used any more.`,
  },
  'appointments/device-name-taken': {
    vi: () => 'Đơn vị đã có thiết bị đang dùng mang tên này.',
    en: () => 'Another device in use at this unit bears this name.',
  },
  'appointments/no-device': { vi: () => 'Không có thiết bị này.', en: () => 'There is no such device.' },
  'appointments/revoked-already': {
    vi: () => 'Thiết bị này đã bị thu hồi.',
    en: () => 'This device was revoked already.',
  },
  'appointments/device-revoked': {
    vi: () => 'Thiết bị này chưa được ghép hoặc đã bị thu hồi.',
    en: () => 'This device is not paired, or it was revoked.',
  },
  'appointments/other-device': {
    vi: () => 'Thiết bị này được ghép cho việc khác.',
    en: () => 'This device was paired for something else.',
  },
  'appointments/rated-already': {
    vi: () => 'Lượt này đã được đánh giá.',
    en: () => 'This one was rated already.',
  },
  'appointments/desk-busy': {
    vi: ({ shown }) => `Quầy đang tiếp số ${shown}. Xin bấm “Xong” hoặc “Không có mặt” trước.`,
    en: ({ shown }) => `The desk is serving ${shown}. Say “Done” or “Not there” first.`,
  },
  'appointments/not-called': {
    vi: () => 'Số này không còn ở quầy này. Xin xem lại hàng đợi.',
    en: () => 'This number is no longer at this desk. Look at the queue again.',
  },
  'appointments/not-served': {
    vi: () => 'Đánh giá được sau khi đã được tiếp.',
    en: () => 'It can be rated after it was served.',
  },
  'appointments/not-ended': {
    vi: () => 'Hồ sơ chưa giải quyết xong, nên chưa đánh giá được.',
    en: () => 'The case is not finished and cannot be rated yet.',
  },
}
