import type { Words } from '../words.ts'

/** Two steps of which the second cannot be before the first. Patterns over lower-case text with its marks. */
export type OrderedSteps = {
  readonly first: RegExp
  readonly next: RegExp
  /** `likely` where the words often speak of two things. */
  readonly severity: 'proved' | 'likely'
  readonly why: Words
}

export const ORDERED_STEPS: readonly OrderedSteps[] = [
  {
    first: /vận hành thử(?: nghiệm)?|chạy thử|thử nghiệm|thí điểm/giu,
    next: /chính thức/giu,
    severity: 'proved',
    why: {
      vi: 'Vận hành chính thức không thể diễn ra trước vận hành thử nghiệm.',
      en: 'Official operation cannot come before the trial.',
    },
  },
  {
    first: /khởi công|bắt đầu|khai mạc/giu,
    next: /hoàn thành|kết thúc|khánh thành|nghiệm thu|bế mạc/giu,
    severity: 'likely',
    why: {
      vi: 'Việc không thể kết thúc trước khi bắt đầu.',
      en: 'Work cannot end before it began.',
    },
  },
]

/** A new thing named behind the first step: then the second may be a step of another. */
export const ANOTHER_SUBJECT =
  /(?<!\p{L})(?:hệ thống|phần mềm|nền tảng|ứng dụng|cổng|dự án|công trình|trung tâm|trang|giai đoạn|gói thầu)(?!\p{L})/iu

/** Words by which the text itself turns the order round. */
export const TURNED = /(?<!\p{L})(?:sau khi|trước đó|kể từ khi|trên cơ sở)(?!\p{L})/iu

/** Words between two documents by which the first is put in the place of the second, or changes it. */
export const REPLACES =
  /(?<!được )(?<!bị )(?:thay thế|bãi bỏ|sửa đổi|điều chỉnh|bổ sung)(?:,?\s+(?:bổ sung|thay thế|một số điều|một số nội dung|của|cho|cả))*\s*$/iu
export const REPLACED_BY =
  /(?:được|bị)\s+(?:thay thế|bãi bỏ|sửa đổi|điều chỉnh|bổ sung)(?:,?\s+bổ sung)?\s+(?:bởi|bằng|tại|theo)\s*$/iu

/** Headers of columns whose days begin a thing, and of those whose days end it. Folded. */
export const BEGIN_HEADER =
  /\b(?:bat dau|khoi cong|tu ngay|ngay (?:tiep )?nhan|tiep nhan|ngay nop|ngay giao|ngay ky|ngay ban hanh|hieu luc tu)\b/
export const END_HEADER =
  /\b(?:ket thuc|hoan thanh|den ngay|han|thoi han|ngay (?:hen )?tra|hen tra|nghiem thu|het hieu luc|khanh thanh)\b/
