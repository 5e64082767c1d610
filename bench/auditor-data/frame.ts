import { addDays } from '#kernel/calendar.ts'
import type { Mark, Piece } from './draft.ts'
import type { Maker } from './make.ts'
import { AUTHORITIES, OPEN_TASKS } from './words.ts'

export type Period = {
  readonly year: number
  /** `9 tháng đầu năm 2024` */
  readonly name: string
  readonly before: string
  readonly from: string
  readonly to: string
  readonly dated: string
}

const PERIODS = [
  { name: 'quý I năm', from: '12-15', to: '03-14', dated: '03-20', earlier: true },
  { name: '6 tháng đầu năm', from: '12-15', to: '06-14', dated: '06-18', earlier: true },
  { name: '9 tháng đầu năm', from: '12-15', to: '09-14', dated: '09-22', earlier: true },
  { name: 'năm', from: '12-15', to: '12-14', dated: '12-19', earlier: true },
  { name: 'tháng 8 năm', from: '07-15', to: '08-14', dated: '08-19', earlier: false },
] as const

/** Who reports, on which period: with `open` and `close` it makes the paper around the tables. */
export type Frame = {
  readonly authority: (typeof AUTHORITIES)[number]
  readonly period: Period
}

/** The letterhead, the title, the references and the opening sentence of a report. */
export function open(make: Maker, subject: string): Frame {
  const { chance } = make
  const authority = chance.pick(AUTHORITIES)
  // Cities below a province ended in July 2025.
  const year = chance.int(2022, authority.level === 'city' ? 2024 : 2026)
  const of = chance.pick(PERIODS)
  const period = {
    year,
    name: `${of.name} ${year}`,
    before: `${of.name} ${year - 1}`,
    from: `${of.earlier ? year - 1 : year}-${of.from}`,
    to: `${year}-${of.to}`,
    dated: `${year}-${of.dated}`,
  }
  if (chance.yes(0.85)) letterhead(make, authority, period, subject)
  references(make, period)
  const [from, to] = [make.day(period.from), make.day(period.to)]
  make.ordered(from, to)
  make.say(
    `${authority.name} báo cáo ${subject.toLowerCase()} ${period.name} (số liệu tính từ ngày `,
    from,
    ' đến hết ngày ',
    to,
    '), cụ thể như sau:',
  )
  return { authority, period }
}

function letterhead(make: Maker, authority: Frame['authority'], period: Period, subject: string): void {
  const { chance } = make
  make.say(authority.name.replace('UBND', 'ỦY BAN NHÂN DÂN').toUpperCase())
  make.say('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc')
  make.say(`Số: ${chance.yes(0.5) ? chance.int(12, 900) : '    '}/BC-UBND`)
  const [year = '', month = '', day = ''] = period.dated.split('-')
  const blank = chance.yes(0.3)
  make.say(`${authority.place}, ngày ${blank ? '   ' : day} tháng ${blank ? '   ' : month} năm ${year}`)
  make.heading(1, 'BÁO CÁO')
  make.heading(1, `${subject} ${period.name}`)
}

/** Documents with numbers and days, in an order that looks odd but is right: replaced, amended and same-numbered ones. */
function references(make: Maker, { year }: Period): void {
  const { chance } = make
  const number = chance.int(120, 900)
  const earlier = make.day(`${year - 1}-11-${chance.int(10, 28)}`)
  const later = make.day(`${year}-02-${chance.int(10, 27)}`)
  make.ordered(earlier, later)
  const lines: Piece[][] = [
    [
      'Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính; Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP;',
    ],
    [
      `Căn cứ Kế hoạch số ${number}/KH-UBND ngày `,
      later,
      ` thay thế Kế hoạch số ${number + 37}/KH-UBND ngày `,
      earlier,
      ' của UBND về nhiệm vụ trọng tâm;',
    ],
    [
      `Căn cứ Quyết định số ${number}/QĐ-UBND ngày 15/3/${year - 1} của Chủ tịch UBND tỉnh và Kế hoạch số ${number}/KH-UBND nêu trên;`,
    ],
    [
      'Thực hiện Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ phê duyệt Đề án đổi mới việc thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính;',
    ],
  ]
  const said = [
    ...chance.some(
      lines.filter((_, index) => index !== 1),
      chance.int(0, 2),
    ),
    ...(chance.yes(0.6) ? [lines[1] ?? []] : []),
  ]
  for (const line of said) make.say(...line)
}

/** Difficulties, tasks with percentages that are aims, a trial and its start, recipients. */
export function close(make: Maker, { authority, period }: Frame): void {
  const { chance } = make
  make.heading(
    2,
    chance.pick([
      'Tồn tại, hạn chế và phương hướng nhiệm vụ',
      'II. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI',
      'Phương hướng thời gian tới',
    ]),
  )
  for (const line of chance.some(OPEN_TASKS, chance.int(1, 3))) make.say(`- ${line}`)
  if (chance.yes(0.4)) {
    const [trial, real] = [
      make.day(addDays(period.dated, chance.int(20, 60))),
      make.day(addDays(period.dated, chance.int(75, 160))),
    ]
    make.ordered(trial, real)
    make.say(
      '- Hệ thống giám sát, điều hành dự kiến vận hành thử nghiệm từ ngày ',
      trial,
      ' và đưa vào vận hành chính thức từ ngày ',
      real,
      '.',
    )
  }
  make.say(`Trên đây là báo cáo ${period.name} của ${authority.name}./.`)
  make.say('Nơi nhận:\n- Thường trực HĐND;\n- Các phòng, ban, đơn vị;\n- Lưu: VT, TH.')
  make.say('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH')
}

/** A sentence that says again what a cell says. */
export function saysAgain(make: Maker, before: string, of: Mark, after: string): void {
  make.say(before, make.again(of), after)
}
