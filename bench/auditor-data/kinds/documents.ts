import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'
import type { Group, Numbers } from '../totals.ts'
import { groupedRows, over } from '../totals.ts'
import { CITY_WARDS, OFFICES } from '../words.ts'

/** Documents sent and received on and off the software, and how many were signed; half of the cells without thousands marks. */
export function documents(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Tình hình ứng dụng công nghệ thông tin, gửi nhận văn bản điện tử')
  make.heading(2, '1. Phần mềm Quản lý văn bản và điều hành')
  if (chance.yes(0.6)) traffic(make)
  else signedByUnit(make)
  make.heading(2, '2. Chữ ký số - Chứng thư số (CKS-CTS)')
  certificates(make)
  close(make, frame)
}

function members(make: Maker, row: () => Numbers): Group[] {
  const { chance } = make
  const unit = (name: string) => ({ name, numbers: row() })
  return [
    { order: 'I', name: 'Các cơ quan, phòng chuyên môn', members: chance.some(OFFICES, chance.int(4, 12)).map(unit) },
    { order: 'II', name: 'UBND các phường, xã', members: chance.some(CITY_WARDS, chance.int(5, 17)).map(unit) },
  ]
}

/** Four columns of counts that nothing in a row ties together; totals by column when the report has them. */
function traffic(make: Maker): void {
  const { chance } = make
  const row = (): Numbers => ({
    sent: make.count(chance.int(120, 4800)),
    got: make.count(chance.int(1000, 19000)),
    sentOff: make.count(chance.yes(0.8) ? 0 : chance.int(1, 240)),
    gotOff: make.count(chance.yes(0.6) ? 0 : chance.int(5, 480)),
  })
  const total = chance.pick(['top', 'bottom', 'none'] as const)
  const grouped = groupedRows(make, {
    groups: members(make, row),
    keys: ['sent', 'got', 'sentOff', 'gotOff'],
    derive: () => ({}),
    total,
    totalName: 'Tổng cộng',
    subtotals: total === 'none' ? false : chance.yes(0.7),
  })
  table(make, {
    columns: [
      { key: 'tt', title: 'T T' },
      { key: 'name', title: 'Tên cơ quan, đơn vị' },
      {
        title: 'Số lượng VB được thực hiện trên phần mềm',
        of: [
          { key: 'sent', title: 'VB đi' },
          { key: 'got', title: 'VB đến' },
        ],
      },
      {
        title: 'Số lượng VB không thực hiện trên phần mềm (trừ VB mật)',
        of: [
          { key: 'sentOff', title: 'VB đi' },
          { key: 'gotOff', title: 'VB đến' },
        ],
      },
    ],
    rows: grouped.rows,
  })
  const { sent, got } = grouped.total
  if (total === 'none' || !sent || !got || chance.yes(0.4)) return
  make.say(
    'Tổng số văn bản đi trên phần mềm là ',
    make.again(sent),
    ' văn bản, văn bản đến là ',
    make.again(got),
    ' văn bản.',
  )
}

function signedByUnit(make: Maker): void {
  const { chance } = make
  const row = (): Numbers => {
    const sent = make.count(chance.int(120, 4800))
    const signed = make.count(chance.int(Math.floor(sent.value * 0.7), sent.value))
    const got = make.count(chance.int(1000, 19000))
    make.part(signed, sent)
    return { sent, signed, got }
  }
  const stated = chance.yes(0.7)
  const grouped = groupedRows(make, {
    groups: members(make, row),
    keys: ['sent', 'signed', 'got'],
    derive: ({ sent, signed }) => ({ share: (sent && signed && make.ratio(signed, sent)) ?? '' }),
    total: 'bottom',
    totalName: chance.pick(['Tổng cộng', 'Tổng']),
    subtotals: chance.yes(0.7),
  })
  table(make, {
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Tên cơ quan, đơn vị' },
      { key: 'sent', title: 'Tổng số văn bản đi' },
      { key: 'signed', title: 'Số văn bản đi được ký số' },
      { key: 'share', title: 'Tỷ lệ ký số (%)', ...(stated ? { formula: over(make, 'signed', 'sent') } : {}) },
      { key: 'got', title: 'Tổng số văn bản đến' },
    ],
    rows: grouped.rows,
  })
}

/** Issued and used: one is a part of the other; the signed documents of the last two columns overlap and are no parts. */
function certificates(make: Maker): void {
  const { chance } = make
  const pair = (from: number, to: number): readonly [Numbers[string], Numbers[string]] => {
    const issued = make.count(chance.int(from, to))
    // Equal in most units; nothing says that it must be, and that used are of those issued only common sense says.
    const used = make.count(chance.yes(0.6) ? issued.value : chance.int(Math.ceil(from / 2), issued.value))
    return [issued, used]
  }
  const rows = ['UBND thành phố', 'UBND cấp xã', 'Đơn vị sự nghiệp công lập']
    .slice(0, chance.int(2, 3))
    .map((name, index) => {
      const [people, peopleUsed] = pair(30, 90)
      const [bodies, bodiesUsed] = pair(10, 20)
      return {
        cells: {
          tt: String(index + 1),
          name,
          people: people ?? null,
          peopleUsed: peopleUsed ?? null,
          bodies: bodies ?? null,
          bodiesUsed: bodiesUsed ?? null,
          both: make.count(chance.int(3000, 8000)),
          copies: make.count(chance.int(3000, 8000)),
        },
      }
    })
  table(make, {
    columns: [
      { key: 'tt', title: 'T T' },
      { key: 'name', title: 'Tên cơ quan, đơn vị' },
      {
        title: 'CKS-CTS của cá nhân',
        of: [
          { key: 'people', title: 'Đã cấp' },
          { key: 'peopleUsed', title: 'Sử dụng' },
        ],
      },
      {
        title: 'CKS-CTS của tổ chức',
        of: [
          { key: 'bodies', title: 'Đã cấp' },
          { key: 'bodiesUsed', title: 'Sử dụng' },
        ],
      },
      {
        title: 'Số lượng VB được ký số',
        of: [
          { key: 'copies', title: 'Tổ chức hoặc ký Sao y' },
          { key: 'both', title: 'Cá nhân và Tổ chức' },
        ],
      },
    ],
    rows,
  })
}
