import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { dayField, idField, line } from '#kernel/fields.ts'

const file = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value)

/** An official form of one case as a PDF: 01 receipt, 02 supplements, 03 refusal, 04 apology, 05 stop, 06 control slip. */
export const printForm = endpoint({
  id: 'cases.print-form',
  method: 'GET',
  path: '/cases/:caseId/forms/:form',
  permission: 'cases:read',
  summary: { vi: 'In biểu mẫu của hồ sơ', en: 'Print an official form of a case' },
  audit: 'read',
  answers: 'file',
  input: z.object({
    caseId: idField,
    form: z.enum(['01', '02', '03', '04', '05', '06']),
    /** `en` adds a translation for reference to form 01; the others are in Vietnamese alone. */
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  output: file,
})

/** Cases that one printed book holds at most; a longer time is printed in parts. */
export const MOST_BOOK_ROWS = 2000

/** Form 07: the book of cases that a unit received in a time, from the log. `to` is its last day. */
export const printBook = endpoint({
  id: 'cases.print-book',
  method: 'GET',
  path: '/cases/book',
  permission: 'cases:read',
  summary: { vi: 'In sổ theo dõi hồ sơ', en: 'Print the book of cases' },
  audit: 'read',
  answers: 'file',
  perMinute: 10,
  input: z.object({ unitId: idField, from: dayField, to: dayField }),
  output: file,
})

/** The desk that receives and returns, as printed on receipts. */
const Desk = z.object({ name: line(200), address: line(300), phone: line(40) })

export const getDesk = endpoint({
  id: 'cases.get-desk',
  method: 'GET',
  path: '/cases/desks/:unitId',
  permission: 'cases:read',
  summary: { vi: 'Xem nơi tiếp nhận và trả kết quả', en: 'See the desk of a unit' },
  input: z.object({ unitId: idField }),
  output: z.object({ desk: Desk.nullable() }),
})

export const setDesk = endpoint({
  id: 'cases.set-desk',
  method: 'PUT',
  path: '/cases/desks/:unitId',
  permission: 'cases:steer',
  summary: { vi: 'Ghi nơi tiếp nhận và trả kết quả', en: 'Set the desk of a unit' },
  input: Desk.extend({ unitId: idField }),
  output: z.null(),
})
