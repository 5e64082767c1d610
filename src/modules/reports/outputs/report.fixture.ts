import { type Figure, figureKey } from '../domain/figure.ts'
import { figuresNeeded, fill } from '../domain/fill.ts'
import type { FilledReport } from '../domain/filled.ts'
import type { FillContext } from '../domain/lookup.ts'
import { smallTemplate } from '../operations/city.fixture.ts'

const context: FillContext = {
  unit: { id: 'city', name: 'Thành phố Vũng Tàu' },
  period: { kind: 'nine-months', year: 2023, number: 1 },
  from: '2022-12-15',
  to: '2023-09-14',
  structureDay: '2023-09-14',
  groups: new Map([
    ['offices', { name: 'Phòng, ban', units: [{ id: 'o1', name: 'Phòng Nội vụ' }] }],
    [
      'wards',
      {
        name: 'Phường, xã',
        units: [
          { id: 'w1', name: 'Phường 1' },
          { id: 'w2', name: '=HYPERLINK("x")' },
        ],
      },
    ],
  ]),
  indicators: [
    {
      code: 'I.01',
      rowCode: 'I.01',
      part: null,
      name: 'Tỷ lệ đúng hạn',
      group: 'I',
      groupName: 'I. Chính quyền số',
      ordinal: '01',
    },
    {
      code: 'I.02.a',
      rowCode: 'I.02',
      part: 'hộ',
      name: 'Tài khoản',
      group: 'I',
      groupName: 'I. Chính quyền số',
      ordinal: '02',
    },
    {
      code: 'I.02.b',
      rowCode: 'I.02',
      part: 'sản phẩm',
      name: 'Tài khoản',
      group: 'I',
      groupName: 'I. Chính quyền số',
      ordinal: '02',
    },
  ],
}

/** A filled report without a database: counts 1.234 and 4.936 everywhere, ratios 3.702 of 4.936. */
export function sampleReport(
  issue: { number: string; day: string } | null = { number: '07', day: '2023-10-05' },
): FilledReport {
  const template = smallTemplate()
  const texts = new Map([['s2.text', '<b>Đạt</b> & vượt: #image("x.png") $1$\nNgày ỳ ỹ ữ ặ Ẫ đ Đ ₫']])
  const figures = figuresNeeded(template, context, texts).map((request): [string, Figure] => {
    const indicator = request.subject.kind === 'indicator'
    const value = request.subject.code === 'ho_so' ? 4936 : 1234
    const key = figureKey(request)
    return [
      key,
      {
        key,
        ...request,
        name: request.subject.code,
        unitOfMeasure: 'văn bản',
        unitName: request.unitId,
        from: context.from,
        to: context.to,
        state: 'reported',
        value: indicator ? null : value,
        numerator: indicator ? 3702 : null,
        denominator: indicator ? 4936 : null,
        quality: 'exact',
        formula: 'tử ÷ mẫu',
        targets: [{ level: 'city', text: 'Trên 60%', verdict: 'met' }],
        note: null,
        parts: [],
      },
    ]
  })
  return fill(template, context, texts, new Map(figures), issue)
}
