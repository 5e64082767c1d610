import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookForm } from './book.ts'
import { controlForm, handOvers } from './control.ts'
import type { FormCase } from './facts.ts'
import { act, at, department, formCase, ward } from './form.fixture.ts'
import { apologyForm, refusalForm, stopForm, supplementForm } from './letters.ts'
import type { FormBlock, FormDocument } from './page.ts'
import { receiptForm } from './receipt.ts'
import { bookPlace, momentText, termText } from './words.ts'

const first = (document: FormDocument) => {
  const [page] = document.pages
  if (!page) throw new Error('a form has a page')
  return page
}
const fieldsOf = (blocks: readonly FormBlock[]) =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : [])).map((one) => [one.label, one.value]),
  )
const tableOf = (blocks: readonly FormBlock[]) => {
  const table = blocks.find((block) => block.kind === 'table')
  if (!table) throw new Error('a table is wanted')
  return table
}

describe('the receipt, form 01', () => {
  test('says who, what, when, until when, where, and under which number', () => {
    const page = first(receiptForm(formCase(), 'vi'))
    expect(page).toMatchObject({
      parentAgency: 'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
      agency: 'ỦY BAN NHÂN DÂN PHƯỜNG VŨNG TÀU',
      reference: 'Mã số hồ sơ: H29.12.05-261116-0007',
      placeAndDay: 'Vũng Tàu, ngày 16 tháng 11 năm 2026',
      foot: 'DỮ LIỆU MINH HỌA',
    })
    expect(fieldsOf(page.blocks)).toMatchObject({
      'Tiếp nhận hồ sơ của': 'Trần Thị Bích Ngọc',
      'Thời gian giải quyết hồ sơ theo quy định': '03 ngày làm việc',
      'Thời gian nhận hồ sơ': '09 giờ 00 phút, ngày 16 tháng 11 năm 2026',
      'Thời gian hẹn trả kết quả': '17 giờ 00 phút, ngày 19 tháng 11 năm 2026',
      'Vào Sổ theo dõi hồ sơ, Quyển số': '2026. Số thứ tự: 261116-0007',
      'Số điện thoại liên hệ': '0254 3852 000',
    })
    expect(tableOf(page.blocks).rows[1]).toEqual([
      '2',
      'Trích lục ghi chú ly hôn (bản của năm 2021)',
      'Bản chứng thực',
      '2',
    ])
    expect(page.qr?.url).toBe('https://haidang.example.vn/tra-cuu?ma=H29.12.05-261116-0007#K7QF')
    expect(page.qr?.caption).toContain('Mã tra cứu: K7QF')
  })

  test('keeps the first promise after the due moment was moved', () => {
    const page = first(receiptForm(formCase({ dueAt: at('2026-12-01T17:00') }), 'vi'))
    expect(fieldsOf(page.blocks)['Thời gian hẹn trả kết quả']).toContain('ngày 19 tháng 11')
  })

  test('comes with a translation that calls itself one, when English is asked for', () => {
    const { pages } = receiptForm(formCase(), 'en')
    expect(pages.map(({ language }) => language)).toEqual(['vi', 'en'])
    expect(pages[1]?.mark).toContain('Bản dịch tham khảo')
    expect(pages[0]?.mark).toBe('')
  })

  test('is not given for what was never received', () => {
    expect(() => receiptForm(formCase({ receivedAt: null, code: null }), 'vi')).toThrow(
      expect.objectContaining({ code: 'cases/form-not-applicable', values: { form: '01' } }),
    )
  })
})

const asking = act(2, {
  act: 'ask-supplement',
  at: at('2026-11-17T10:00'),
  details: {
    note: 'Thiếu quyết định ly hôn.',
    papers: [
      { code: 'qd', name: 'Quyết định ly hôn', form: 'certified-copy', copies: 1, note: '' },
      { code: 'tk', form: 'original', copies: 2, note: 'ký lại' },
    ],
  },
})

test('form 02 lists what is asked for in the column of its form, with the reason', () => {
  const page = first(supplementForm(formCase({ acts: [...formCase().acts, asking] })))
  expect(tableOf(page.blocks).rows).toEqual([
    ['1', 'Quyết định ly hôn', '', '01', '', ''],
    ['2', 'tk (ký lại)', '02', '', '', ''],
  ])
  expect(fieldsOf(page.blocks)['Lý do']).toBe('Thiếu quyết định ly hôn.')
  expect(page.reference).toBe('Số: H29.12.05-261116-0007/HDHS')
})

test('form 03 gives the reason of the refusal', () => {
  const refused = act(1, { act: 'refuse', at: at('2026-11-16T10:00'), details: { note: 'Không thuộc thẩm quyền.' } })
  const page = first(refusalForm(formCase({ acts: [refused], code: null, lookUpUrl: null })))
  expect(page.qr).toBeNull()
  expect(page.blocks).toContainEqual({ kind: 'text', style: 'plain', text: 'Không thuộc thẩm quyền.' })
})

test('form 04 is a letter of the competent agency with the first and the new moment', () => {
  const extended = act(2, { act: 'extend', at: at('2026-11-18T10:00'), details: { note: 'Chờ xác minh.' } })
  const change = {
    kind: 'extension',
    at: extended.at,
    before: at('2026-11-19T17:00'),
    after: at('2026-11-26T17:00'),
    reason: '',
  }
  const page = first(apologyForm(formCase({ competent: department, acts: [extended], dueChanges: [change] })))
  expect(page.agency).toBe('SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG')
  expect(fieldsOf(page.blocks)).toMatchObject({
    'Thời gian hẹn trả kết quả': '17 giờ 00 phút, ngày 19 tháng 11 năm 2026',
    'Thời gian hẹn trả kết quả lại': '17 giờ 00 phút, ngày 26 tháng 11 năm 2026',
    'Lý do': 'Chờ xác minh.',
  })
  expect(page.signatures).toEqual([expect.objectContaining({ title: 'THỦ TRƯỞNG CƠ QUAN', name: '' })])
})

test('form 05 says at whose wish, at which stage, on what decision, and what becomes of the money', () => {
  const details = { note: 'Có tranh chấp.', decision: 'QĐ 15/QĐ-UBND', finance: 'refund' }
  const stopped = act(2, { act: 'stop', at: at('2026-11-18T10:00'), fromStep: 'Thẩm tra', toState: 'stopped', details })
  const page = first(stopForm(formCase({ business: 'stopped', acts: [stopped] })))
  expect(fieldsOf(page.blocks)).toMatchObject({
    'Giai đoạn giải quyết': 'Thẩm tra',
    'Căn cứ, quyết định': 'QĐ 15/QĐ-UBND',
    'Xử lý tài chính': 'Hoàn trả phí, lệ phí đã nộp',
  })
  expect(() => stopForm(formCase({ business: 'processing', acts: [stopped] }))).toThrow()
})

describe('the control slip, form 06', () => {
  const officer = (number: number, name: string, given: Partial<ReturnType<typeof act>>) =>
    act(number, { act: 'forward', at: at('2026-11-17T09:00'), actorName: name, ...given })
  const log: FormCase['acts'] = [
    act(1, {
      act: 'receive',
      at: at('2026-11-16T09:00'),
      fromUnitName: null,
      toStep: 'A',
      details: { dueAt: '2026-11-19T10:00:00Z' },
    }),
    officer(2, 'Ông Một', { fromStep: 'A', toStep: 'B', details: { stepDueAt: '2026-11-18T10:00:00Z' } }),
    officer(3, 'Bà Hai', {
      at: at('2026-11-18T16:00'),
      fromStep: 'B',
      toStep: 'C',
      details: { stepDueAt: '2026-11-19T02:00:00Z' },
    }),
    officer(4, 'Ông Ba', {
      act: 'decide',
      at: at('2026-11-20T08:00'),
      fromStep: 'C',
      toStep: 'D',
      details: { outcome: 'granted' },
    }),
    officer(5, 'Bà Bốn', { act: 'return', at: at('2026-11-20T09:00') }),
  ]

  test('tells each hand-over from the log: who gave, who took, and whether in time', () => {
    const rows = handOvers(formCase({ acts: log }))
    expect(rows.map(({ giver, taker, result }) => [giver, taker, result])).toEqual([
      ['Trần Thị Bích Ngọc', 'Nguyễn Thị Tiếp Nhận', ''],
      ['Ông Một', 'Bà Hai', ''],
      ['Bà Hai', 'Ông Ba', 'Đúng hạn'],
      ['Ông Ba', 'Bà Bốn', 'Quá hạn'],
      ['Bà Bốn', 'Trần Thị Bích Ngọc', ''],
    ])
  })

  test('never names a taker or a result that the log does not hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('forward', 'assign', 'check', 'send-back', 'decide'), { maxLength: 12 }),
        (kinds) => {
          const acts = kinds.map((kind, index) => officer(index + 1, `N${index + 1}`, { act: kind as 'forward' }))
          const names = new Set(['', ...acts.map(({ actorName }) => actorName)])
          for (const { giver, taker, result } of handOvers(formCase({ acts }))) {
            expect(names.has(giver) && names.has(taker)).toBe(true)
            expect(result).toBe('')
          }
        },
      ),
    )
  })

  test('is not given before anything was handed over', () => {
    expect(() => controlForm(formCase({ acts: [] }), at('2026-11-20T08:00'))).toThrow()
  })
})

test('an empty book says so, a full one counts', () => {
  const row = {
    code: 'H29-261116-0001',
    procedureName: 'X',
    sets: 1,
    subjectName: 'A',
    address: null,
    phone: null,
    competent: 'B',
    receivedAt: at('2026-11-16T09:00'),
    dueAt: null,
    endedAt: null,
    returnedAt: null,
    returnWay: null,
    state: 'processing',
  }
  const book = { unit: ward, from: '2026-11-01', to: '2026-11-30', demonstration: false }
  const said = (rows: (typeof row)[]) => JSON.stringify(bookForm({ ...book, rows }, at('2026-12-01T08:00')))
  expect(said([])).toContain('Không có hồ sơ nào')
  expect(said([row, row])).toContain('Tổng số: 2 hồ sơ.')
  expect(said([row])).not.toContain('MINH HỌA')
})

test('times and places in a book are written as offices write them', () => {
  expect(momentText(at('2026-02-05T08:05'))).toBe('08 giờ 05 phút, ngày 05 tháng 02 năm 2026')
  expect(momentText(at('2026-10-05T00:00'))).toBe('00 giờ 00 phút, ngày 05 tháng 10 năm 2026')
  expect(momentText(null)).toBe('')
  expect(termText({ amount: 1.5, unit: 'working-days', rule: 'hours' })).toBe('1,5 ngày làm việc')
  expect(termText({ amount: 0, unit: 'in-day', rule: 'days' })).toBe('Trong ngày làm việc')
  expect(termText({ amount: 1, unit: 'months', rule: 'days' }, 'en')).toBe('1 month')
  expect(bookPlace('G09.20-20260609-0092637')).toEqual({ book: '2026', place: '20260609-0092637' })
  expect(bookPlace(null)).toEqual({ book: '', place: '' })
})
