import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'

const GROUPS = [
  { tt: 'I', name: 'Tai nạn giao thông', lines: ['Số vụ', 'Số người chết', 'Số người bị thương'] },
  { tt: 'II', name: 'Cháy, nổ', lines: ['Số vụ cháy', 'Số vụ nổ', 'Số người chết', 'Số người bị thương'] },
  {
    tt: 'III',
    name: 'Phạm pháp hình sự',
    lines: ['Số vụ phát hiện', 'Số vụ điều tra khám phá', 'Số đối tượng bị bắt giữ'],
  },
] as const

/** Small counts of two periods with differences below zero (also in brackets), −100 %, growth from nothing, lines that never add up. */
export function incidents(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình trật tự an toàn xã hội, an toàn giao thông')
  const minus = chance.pick(['-', '−', '()'] as const)
  const solved: { readonly found: Mark; readonly cleared: Mark }[] = []
  const rows: RowSpec[] = GROUPS.flatMap((group) => {
    const marks = group.lines.map((name) => ({
      name,
      now: make.count(chance.int(0, 60)),
      before: make.count(chance.yes(0.15) ? 0 : chance.int(0, 60)),
    }))
    const [found, cleared] = marks
    if (group.tt === 'III' && found && cleared) {
      found.now.value += 8
      cleared.now.value = Math.min(cleared.now.value, found.now.value)
      solved.push({ found: found.now, cleared: cleared.now })
    }
    return [
      { kind: 'section' as const, cells: { tt: group.tt, name: group.name } },
      ...marks.map(({ name, now, before }, index) => ({
        cells: {
          tt: String(index + 1),
          name,
          unit: name.includes('vụ') ? 'Vụ' : 'Người',
          before,
          now,
          change: difference(make, now, before, minus),
          growth: make.growth(now, before, { decimals: 1 }) ?? '-',
        },
      })),
    ]
  })
  const formula = chance.yes(0.5)
  table(make, {
    title: 'Phụ lục. Số liệu so sánh cùng kỳ',
    unnumbered: ['tt', 'name', 'unit'],
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'Nội dung' },
      { key: 'unit', title: 'ĐVT' },
      { key: 'before', title: frame.period.before },
      { key: 'now', title: frame.period.name },
      {
        title: 'So sánh',
        of: [
          {
            key: 'change',
            title: 'Tăng, giảm (+/-)',
            ...(formula ? { formula: (mark: (key: string) => string) => `${mark('now')}-${mark('before')}` } : {}),
          },
          { key: 'growth', title: 'Tỷ lệ (%)' },
        ],
      },
    ],
    rows,
  })
  const [one] = solved
  const share = one && make.ratio(one.cleared, one.found, { sign: true })
  if (one && share)
    make.say(
      'Điều tra khám phá ',
      make.again(one.cleared),
      '/',
      make.again(one.found),
      ' vụ phạm pháp hình sự, đạt tỷ lệ ',
      share,
      '.',
    )
  close(make, frame)
}

function difference(make: Maker, now: Mark, before: Mark, minus: '-' | '−' | '()'): Mark {
  const write = (value: number) => {
    if (value >= 0) return String(value)
    return minus === '()' ? `(${-value})` : `${minus}${-value}`
  }
  const mark: Mark = { ...make.count(now.value - before.value), write }
  make.relate('balance', mark, [now, before], () => mark.value === now.value - before.value)
  return mark
}
