import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'

type Land = {
  readonly tt: string
  readonly name: string
  readonly code: string
  readonly among?: string
  readonly parts?: readonly Land[]
}

const LAND: readonly Land[] = [
  {
    tt: '1',
    name: 'Đất nông nghiệp',
    code: 'NNP',
    parts: [
      { tt: '1.1', name: 'Đất trồng lúa', code: 'LUA', among: 'Trong đó: Đất chuyên trồng lúa nước' },
      { tt: '1.2', name: 'Đất trồng cây hằng năm khác', code: 'HNK' },
      { tt: '1.3', name: 'Đất trồng cây lâu năm', code: 'CLN' },
      { tt: '1.4', name: 'Đất nuôi trồng thủy sản', code: 'NTS' },
    ],
  },
  {
    tt: '2',
    name: 'Đất phi nông nghiệp',
    code: 'PNN',
    parts: [
      {
        tt: '2.1',
        name: 'Đất ở',
        code: 'OTC',
        parts: [
          { tt: '2.1.1', name: 'Đất ở tại nông thôn', code: 'ONT' },
          { tt: '2.1.2', name: 'Đất ở tại đô thị', code: 'ODT' },
        ],
      },
      { tt: '2.2', name: 'Đất chuyên dùng', code: 'CDG' },
      { tt: '2.3', name: 'Đất sông, ngòi, kênh, rạch, suối', code: 'SON' },
    ],
  },
  { tt: '3', name: 'Đất chưa sử dụng', code: 'CSD' },
]

type Pair = { readonly now: Mark; readonly before: Mark }

/** Land in hectares at two decimals: three levels of parts, codes, structure in percent, gains and losses. */
export function land(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả thống kê đất đai')
  const rows: RowSpec[] = []
  const flat: { readonly land: Land; readonly pair: Pair; readonly at: number }[] = []
  const fill = (of: Land): Pair => {
    const at = rows.push({ cells: {} }) - 1
    const parts = (of.parts ?? []).map(fill)
    const now =
      parts.length > 0
        ? make.sum(
            parts.map((part) => part.now),
            'subtotal',
          )
        : make.amount(chance.int(9000, 900_000) / 100, 2)
    const before =
      parts.length > 0
        ? make.sum(
            parts.map((part) => part.before),
            'subtotal',
          )
        : make.amount(Math.round(now.value * chance.int(960, 1040)) / 1000, 2)
    flat.push({ land: of, pair: { now, before }, at })
    if (of.among) {
      const inner = make.amount(Math.round(now.value * chance.int(40, 90)) / 100, 2)
      make.part(inner, now)
      rows.push({ cells: { tt: '', name: of.among, code: 'LUC', now: inner } })
    }
    return { now, before }
  }
  const pairs = LAND.map(fill)
  const all = { now: make.sum(pairs.map(({ now }) => now)), before: make.sum(pairs.map(({ before }) => before)) }
  for (const one of flat) rows[one.at] = lineOf(make, one.land, one.pair, all.now)
  rows.unshift({
    ...lineOf(make, { tt: '', name: 'Tổng diện tích tự nhiên', code: '' }, all, all.now),
    kind: 'total',
  })
  if (chance.yes(0.7)) make.say('Tổng diện tích tự nhiên là ', make.again(all.now), ' ha.')
  table(make, {
    title: 'Biểu 01/TKĐĐ. Thống kê, kiểm kê diện tích đất đai (đơn vị tính: ha)',
    unnumbered: ['tt', 'name', 'code'],
    columns: [
      { key: 'tt', title: 'Thứ tự' },
      { key: 'name', title: 'Loại đất' },
      { key: 'code', title: 'Mã' },
      { key: 'now', title: `Diện tích năm ${frame.period.year}` },
      { key: 'share', title: 'Cơ cấu (%)' },
      { key: 'before', title: `Diện tích năm ${frame.period.year - 1}` },
      { key: 'change', title: 'Tăng (+), giảm (-)' },
    ],
    rows,
  })
  close(make, frame)
}

function lineOf(make: Maker, { tt, name, code }: Land, { now, before }: Pair, all: Mark): RowSpec {
  const change = make.amount(Math.round((now.value - before.value) * 100) / 100, 2)
  make.relate('balance', change, [now, before], () => Math.abs(change.value - (now.value - before.value)) <= 0.0151)
  return { cells: { tt, name, code, now, before, change, share: make.ratio(now, all, { decimals: 2, sign: false }) } }
}
