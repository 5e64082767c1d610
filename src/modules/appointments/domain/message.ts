export const NEWS = ['booked', 'moved', 'cancelled', 'called-off', 'affected', 'kept-again'] as const
export type News = (typeof NEWS)[number]

export type Told = {
  readonly code: string
  readonly secret: string
  /** `01/12/2026` */
  readonly day: string
  readonly at: string
  readonly place: string
  readonly reason: string
  /** Null: where the platform is was not configured, and no address is made up. */
  readonly address: string | null
}

const PLACE = {
  vi: 'mục Lịch hẹn của tôi trên trang dịch vụ công',
  en: 'My appointment on the public services pages',
}

type Placed = Told & { readonly address: string }
const VI: Readonly<Record<News, (told: Placed) => string>> = {
  booked: ({ code, secret, day, at, place, address }) =>
    `Lịch hẹn ${code} lúc ${at} ngày ${day} tại ${place}. Mã bí mật ${secret}. Xem, đổi, hủy: ${address}`,
  moved: ({ code, day, at, place }) => `Lịch hẹn ${code} đã đổi sang ${at} ngày ${day} tại ${place}.`,
  cancelled: ({ code }) => `Lịch hẹn ${code} đã được hủy theo yêu cầu của bạn.`,
  'called-off': ({ code, day, at, place, reason, address }) =>
    `${place} phải hủy lịch hẹn ${code} lúc ${at} ngày ${day}. Lý do: ${reason}. Mong bạn đặt giờ khác tại ${address}`,
  affected: ({ code, secret, day, at, place, address }) =>
    `Lịch hẹn ${code} lúc ${at} ngày ${day} tại ${place} không thực hiện được vì lịch làm việc thay đổi. Chọn giờ khác tại ${address} bằng mã bí mật ${secret}`,
  'kept-again': ({ code, day, at, place }) => `Lịch hẹn ${code} lúc ${at} ngày ${day} tại ${place} vẫn giữ như đã đặt.`,
}
const EN: typeof VI = {
  booked: ({ code, secret, day, at, place, address }) =>
    `Appointment ${code} at ${at} on ${day}, ${place}. Secret ${secret}. See, change, cancel: ${address}`,
  moved: ({ code, day, at, place }) => `Appointment ${code} was moved to ${at} on ${day}, ${place}.`,
  cancelled: ({ code }) => `Appointment ${code} was cancelled as you asked.`,
  'called-off': ({ code, day, at, place, reason, address }) =>
    `${place} has to call off appointment ${code} at ${at} on ${day}. Reason: ${reason}. Please choose another time at ${address}`,
  affected: ({ code, secret, day, at, place, address }) =>
    `Appointment ${code} at ${at} on ${day}, ${place}, cannot be kept because working days changed. Choose another time at ${address} with the secret ${secret}`,
  'kept-again': ({ code, day, at, place }) =>
    `Appointment ${code} at ${at} on ${day}, ${place}, stands as it was booked.`,
}

/** What the message says. Text messages go without marks: with them they cost three times as much. */
export function messageText(news: News, told: Told, { language, channel }: { language: 'vi' | 'en'; channel: string }) {
  const text = (language === 'vi' ? VI : EN)[news]({ ...told, address: told.address ?? PLACE[language] })
  return channel === 'sms'
    ? text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
    : text
}
