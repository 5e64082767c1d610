import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { statedPercentage } from './stated-percentage.ts'

const find = (...texts: string[]) => findingsOf(statedPercentage, documentOf(...texts))
const cutTo = (value: number, places: number) =>
  (Math.floor(value * 10 ** places + 1e-9) / 10 ** places).toFixed(places)

test.each([
  '98.27% (23.391/23.802)',
  '34% (Thực hiện 18/52 cuộc kiểm tra)',
  '67.17% (354.053/527.025)',
  '39% cán bộ được cấp tài khoản (202/511)',
  '80% (898/1123)',
  '87% (77.420/89.035)',
  '- Có 2.265/ 5.843 người hưởng chế độ bảo trợ xã hội, đạt 39%.',
  'Đạt hơn 8.5% (420/900 doanh nghiệp)',
  'đạt trên 50% (268/511 phản ánh)',
  'gần 55% (281/511 phản ánh)',
  'khoảng 1/3 số hộ, đạt 40%',
  'còn 1,73% chưa nộp (23.391/23.802 giao dịch)',
  'tăng trưởng đạt 20% (1.200/1.000 hồ sơ)',
  'xử lý 281/511 phản ánh, vượt chỉ tiêu 3,6%',
  'xử lý 281/511 phản ánh, tỷ lệ hài lòng đạt 95%',
  '12/17 phường và 30/45 trường, đạt 67,74%',
  'giải ngân 15,5/20,3 tỷ đồng, đạt 76,35%',
  'Đạt hơn 8.5% (5/5 doanh nghiệp và hơn 400/760 cơ sở)',
  'thực hiện 600/500 hộ, đạt 120%',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test('a percentage with its digits exchanged', () => {
  const [found] = find('90,2% (81.930/89.035)', 'Hộ gia đình có Internet: 100% (89.035/89.035)')
  expect(found).toMatchObject({ severity: 'proved', worked: { vi: '81.930 / 89.035 = 92,02%' } })
  expect(found?.correction).toMatchObject({ kind: 'transpose', changes: [{ from: '90,2%', to: '92,02%' }] })
  expect(found?.correction?.confirmedBy.length).toBeGreaterThanOrEqual(2)
})

test('a lost zero is put back when the percentage confirms it', () => {
  const [found] = find('80% (421.62/527.025)')
  expect(found).toMatchObject({
    severity: 'proved',
    correction: { kind: 'lost-mark', changes: [{ from: '421.62', to: '421.620' }] },
  })
})

test('numerator and denominator in each other’s place', () => {
  const [found] = find('98.27% (23.802/23.391)')
  expect(found?.correction?.kind).toBe('swap')
})

test('without a confirming number nothing is proposed', () => {
  expect(find('54.03% (118.103/142.378)')).toMatchObject([{ severity: 'proved' }])
  expect(find('54.03% (118.103/142.378)')[0]?.correction).toBeUndefined()
  expect(find('Có 1.147/2.154 người có công có tài khoản, đạt 54%.')).toMatchObject([
    { severity: 'proved', worked: { vi: '1.147 / 2.154 = 53,25%' } },
  ])
})

test('the whole that another statement uses for the same part', () => {
  const [found] = find('54,03% (118.103/142.378)', 'Tổng cộng 118.103/218.588 người')
  expect(found?.correction).toMatchObject({
    kind: 'wrong-denominator',
    changes: [{ from: '142.378', to: '218.588' }],
  })
})

test('a bound that the fraction does not reach', () => {
  expect(find('đạt trên 60% (281/511 phản ánh)')).toMatchObject([{ severity: 'proved' }])
  expect(find('dưới 50% (281/511 phản ánh)')).toMatchObject([{ severity: 'proved' }])
})

test('a share and a fraction of perhaps different things are never called proved', () => {
  expect(find('100% cán bộ được tập huấn (45/60 lớp)')).toMatchObject([{ severity: 'likely' }])
})

const pair = fc
  .integer({ min: 50, max: 900_000 })
  .chain((d) => fc.tuple(fc.integer({ min: 10, max: d }), fc.constant(d)))

test('no right share is accused: any numbers, any marks, any precision, rounded or cut off, in every wording', () => {
  const wording = fc.constantFrom(
    (p: string, n: string, d: string) => `${p} (${n}/${d})`,
    (p: string, n: string, d: string) => `Đạt ${p} (${n}/${d} hồ sơ)`,
    (p: string, n: string, d: string) => `- Có ${n}/${d} người hưởng chế độ nhận qua tài khoản, đạt ${p}.`,
    (p: string, n: string, d: string) => `${n}/${d} TTHC (${p})`,
    (p: string, n: string, d: string) => `trên ${p} (${n}/${d} hộ)`,
  )
  fc.assert(
    fc.property(pair, fc.nat(3), fc.boolean(), fc.boolean(), wording, ([n, d], places, cut, marks, say) => {
      const share = (100 * n) / d
      const text = `${(cut ? cutTo(share, places) : share.toFixed(places)).replace('.', ',')}%`
      const number = (value: number) => (marks ? formatNumber(value) : String(value))
      const spoken = say(text, number(n), number(d))
      // A rounded-up figure is not exceeded by its own share.
      if (spoken.startsWith('trên') && !cut) return
      expect(find(spoken)).toEqual([])
    }),
  )
})

test('every share off by more than rounding is found', () => {
  fc.assert(
    fc.property(pair, fc.integer({ min: 2, max: 90 }), ([n, d], off) => {
      const share = (100 * n) / d
      const stated = share > 50 ? share - off * 0.5 : share + off * 0.5
      fc.pre(Math.abs(stated - (100 - share)) > 0.02)
      const found = find(`${stated.toFixed(2)}% (${formatNumber(n)}/${formatNumber(d)})`)
      expect(found).toHaveLength(1)
      expect(found[0]?.severity).toBe('proved')
    }),
  )
})
