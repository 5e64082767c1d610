import type { Applicant, COMPETENT_LEVELS, OnlineLevel, Term } from './content.ts'

// Official words in Vietnamese, for documents that leave the platform.

export const ONLINE_WORDS: Readonly<Record<OnlineLevel, string>> = {
  none: 'Chưa trực tuyến',
  partial: 'Một phần',
  full: 'Toàn trình',
}

export const LEVEL_WORDS: Readonly<Record<(typeof COMPETENT_LEVELS)[number], string>> = {
  province: 'Cấp tỉnh',
  district: 'Cấp huyện (trước 01/7/2025)',
  commune: 'Cấp xã',
}

export const APPLICANT_WORDS: Readonly<Record<Applicant, string>> = {
  citizen: 'Công dân Việt Nam',
  'overseas-vietnamese': 'Người Việt Nam định cư ở nước ngoài',
  foreigner: 'Người nước ngoài',
  enterprise: 'Doanh nghiệp',
  'household-business': 'Hộ kinh doanh',
  organisation: 'Tổ chức',
}

const UNIT_WORDS: Readonly<Record<Exclude<Term['unit'], 'in-day'>, string>> = {
  'working-hours': 'giờ làm việc',
  'working-days': 'ngày làm việc',
  'calendar-days': 'ngày',
  months: 'tháng',
}

/** A time limit in words: `3 ngày làm việc`, `Trong ngày`. */
export const termWords = ({ amount, unit }: Term): string =>
  unit === 'in-day' ? 'Trong ngày' : `${amount} ${UNIT_WORDS[unit]}`
