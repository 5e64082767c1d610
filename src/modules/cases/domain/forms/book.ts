import { type Day, formatDay } from '#kernel/calendar.ts'
import type { FormUnit } from './facts.ts'
import { framed } from './frame.ts'
import type { FormDocument } from './page.ts'
import { returnWayText, shortMoment } from './words.ts'

export type BookRow = {
  readonly code: string
  readonly procedureName: string
  readonly sets: number
  readonly subjectName: string
  readonly address: string | null
  readonly phone: string | null
  readonly competent: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  readonly returnWay: string | null
  readonly state: string
}

export type Book = {
  readonly unit: FormUnit
  readonly from: Day
  /** The last day that is in it. */
  readonly to: Day
  readonly rows: readonly BookRow[]
  readonly demonstration: boolean
}

const STATES: Readonly<Record<string, string>> = {
  received: 'Đã tiếp nhận',
  refused: 'Từ chối',
  processing: 'Đang giải quyết',
  supplement: 'Chờ bổ sung',
  payment: 'Chờ nghĩa vụ tài chính',
  withdrawn: 'Đã rút',
  stopped: 'Dừng giải quyết',
  decided: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
}

/** Form 07, Sổ theo dõi hồ sơ of a unit for a time, in the order of receipt. An empty book says so. */
export function bookForm({ unit, from, to, rows, demonstration }: Book, printedAt: Date): FormDocument {
  const times = 'NHẬN VÀ TRẢ KẾT QUẢ'
  const page = framed({
    form: '07',
    landscape: true,
    unit,
    at: printedAt,
    reference: `Quyển số: ${from.slice(0, 4)}`,
    title: 'SỔ THEO DÕI HỒ SƠ',
    subtitle: `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`,
    demonstration,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 0.9, align: 'center' },
          { title: 'Mã hồ sơ', width: 2.6, align: 'left' },
          { title: 'Tên TTHC', width: 4, align: 'left' },
          { title: 'Số lượng hồ sơ (bộ)', width: 1.1, align: 'center' },
          { title: 'Tên cá nhân, tổ chức', width: 2.8, align: 'left' },
          { title: 'Địa chỉ, số điện thoại', width: 3.3, align: 'left' },
          { title: 'Cơ quan chủ trì giải quyết', width: 2.5, align: 'left' },
          { title: 'Ngày, tháng, năm nhận', width: 1.75, align: 'center', group: times },
          { title: 'Hẹn trả', width: 1.75, align: 'center', group: times },
          { title: 'Trả kết quả', width: 1.75, align: 'center', group: times },
          { title: 'Phương thức nhận', width: 2, align: 'left', group: times },
          { title: 'Ký nhận', width: 1.2, align: 'center', group: times },
          { title: 'Ghi chú', width: 1.8, align: 'left' },
        ],
        rows: rows.map((row, index) => [
          String(index + 1),
          // Broken before the day, where it is read.
          row.code.replace(/-(?=\d)/, '-\n'),
          row.procedureName,
          String(row.sets).padStart(2, '0'),
          row.subjectName,
          [row.address, row.phone].filter(Boolean).join('\n'),
          row.competent,
          shortMoment(row.receivedAt),
          shortMoment(row.dueAt),
          shortMoment(row.returnedAt ?? row.endedAt),
          returnWayText(row.returnWay),
          '',
          STATES[row.state] ?? '',
        ]),
      },
      {
        kind: 'text',
        style: 'italic',
        text:
          rows.length === 0
            ? 'Không có hồ sơ nào được tiếp nhận trong thời gian này.'
            : `Tổng số: ${rows.length} hồ sơ.`,
      },
    ],
  })
  return { title: `Sổ theo dõi hồ sơ ${from} – ${to}`, pages: [page] }
}
