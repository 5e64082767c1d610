import type { PageLink } from '#server/page.ts'

const LEAD = {
  vi: 'Chọn ngày giờ đến quầy, không phải chờ. Không cần tài khoản.',
  en: 'Choose when to come and do not wait. No account is needed.',
}

/** Where the pages of the portal lead here. */
export const links: readonly PageLink[] = [
  {
    on: '/dich-vu/thu-tuc/:code',
    label: { vi: 'Đặt lịch hẹn đến quầy', en: 'Make an appointment at the counter' },
    lead: LEAD,
    icon: 'lich',
    to: ({ params, fields }) => {
      const query = new URLSearchParams({ 'thu-tuc': params.code ?? '', ...(fields.noi && { noi: fields.noi }) })
      return `/dat-lich?${query.toString()}`
    },
  },
  {
    on: '/dich-vu',
    label: { vi: 'Đặt lịch hẹn đến quầy', en: 'Make an appointment at the counter' },
    lead: LEAD,
    icon: 'lich',
    to: () => '/dat-lich',
  },
  {
    on: '/dich-vu',
    label: { vi: 'Lịch hẹn của tôi', en: 'My appointment' },
    lead: { vi: 'Xem, đổi hoặc hủy bằng mã lịch hẹn.', en: 'See, change or cancel it with its code.' },
    icon: 'lich',
    to: () => '/lich-hen',
  },
]
