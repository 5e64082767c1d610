import { addDays } from '#kernel/calendar.ts'
import type { Mark } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import { table } from '../table.ts'

/** A report of sentences: shares with their fractions, the table's figures again, periods compared, documents and days. */
export function narrative(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả công tác cải cách hành chính và phục vụ người dân')
  make.heading(2, '1. Công tác chỉ đạo, điều hành')
  direction(make, frame.period.year)
  make.heading(2, '2. Tiếp nhận và giải quyết hồ sơ')
  const sums = dossiers(make)
  retold(make, sums)
  make.heading(2, '3. Kết quả cụ thể')
  for (const say of chance.some([paid, signed, traders, meetings, rounded], chance.int(2, 5))) say(make)
  make.say(
    `So với cùng kỳ, số hồ sơ trực tuyến tăng ${chance.int(2, 30)},${chance.int(1, 9)}%; tỷ lệ trễ hạn giảm 0,${chance.int(11, 89)} điểm %.`,
  )
  close(make, frame)
}

function direction(make: Maker, year: number): void {
  const { chance } = make
  const base = `${year}-01-${chance.int(10, 28)}`
  const [kickoff, changed] = [make.day(base), make.day(addDays(base, chance.int(20, 50)))]
  make.ordered(kickoff, changed)
  const number = chance.int(10, 90)
  make.say(
    `- Ban hành Kế hoạch số 0${chance.int(1, 9)}/KH-BCĐ và Quyết định số ${number}/QĐ-BCĐ ngày `,
    kickoff,
    '; sau đó điều chỉnh tại Kế hoạch số ',
    String(number + 240),
    '/KH-UBND ngày ',
    changed,
    '.',
  )
  make.say(
    `- Tổ chức 0${chance.int(2, 9)} cuộc họp chuyên đề và ban hành ${chance.int(20, 80)} văn bản chỉ đạo, điều hành; duy trì 17/17 phường, xã có tổ công nghệ số cộng đồng.`,
  )
  const [from, to] = [make.day(`${year}-02-10`), make.day(`${year}-02-${chance.int(14, 27)}`)]
  make.ordered(from, to)
  make.say(
    '- Mở đợt cao điểm từ ngày ',
    from,
    ' đến ngày ',
    to,
    ` hỗ trợ người dân cài đặt ứng dụng; dự kiến tổng kết vào tháng 01/${year + 1}.`,
  )
}

type Sums = {
  readonly city: Mark
  readonly wards: Mark
  readonly all: Mark
  readonly ontime: Mark
  readonly late: Mark
  readonly online: Mark
}

function dossiers(make: Maker): Sums {
  const { chance } = make
  const row = (size: number) => {
    const [ontime, late] = [make.count(chance.int(size / 2, size)), make.count(chance.int(5, 400))]
    const received = make.sum([ontime, late], 'subtotal')
    const online = make.count(Math.floor(received.value * (chance.int(55, 98) / 100)))
    make.part(online, received)
    return { received, ontime, late, online }
  }
  const [city, wards] = [row(26_000), row(70_000)]
  const add = (key: keyof typeof city) => make.sum([city[key], wards[key]])
  const all = { received: add('received'), ontime: add('ontime'), late: add('late'), online: add('online') }
  table(make, {
    title: 'Bảng 1. Kết quả tiếp nhận và giải quyết hồ sơ',
    whole: true,
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Tên cơ quan, đơn vị' },
      { key: 'received', title: 'Tổng số hồ sơ tiếp nhận' },
      {
        title: 'Tổng số hồ sơ đã trả kết quả',
        of: [
          { key: 'ontime', title: 'Đúng hạn' },
          { key: 'late', title: 'Trễ hạn' },
        ],
      },
      { key: 'online', title: 'Trong đó: hồ sơ nộp trực tuyến' },
    ],
    rows: [
      { cells: { tt: '1', name: 'UBND thành phố', ...city } },
      { cells: { tt: '2', name: 'UBND phường, xã', ...wards } },
      { kind: 'total', cells: { name: 'Tổng cộng', ...all } },
    ],
  })
  return {
    city: city.received,
    wards: wards.received,
    all: all.received,
    ontime: all.ontime,
    late: all.late,
    online: all.online,
  }
}

function retold(make: Maker, { city, wards, all, ontime, late, online }: Sums): void {
  const share = make.ratio(online, all, { sign: true })
  const inTime = make.ratio(ontime, all, { sign: true })
  if (!share || !inTime) return
  make.say(
    'Trong kỳ, toàn thành phố tiếp nhận ',
    make.again(all),
    ' hồ sơ, trong đó cấp thành phố ',
    make.again(city),
    ' hồ sơ, cấp xã ',
    make.again(wards),
    ' hồ sơ. ',
    'Kết quả: đúng hạn ',
    make.again(ontime),
    ' hồ sơ, đạt ',
    inTime,
    '; trễ hạn ',
    make.again(late),
    ' hồ sơ.',
  )
  make.say('Hồ sơ nộp trực tuyến đạt ', share, ' (', make.again(online), '/', make.again(all), ' hồ sơ).')
}

function paid(make: Maker): void {
  fraction(
    make,
    make.chance.int(800, 90_000),
    '- Thanh toán trực tuyến thành công ',
    ' giao dịch',
    ' trên tổng số giao dịch phát sinh',
  )
}

function signed(make: Maker): void {
  fraction(
    make,
    make.chance.int(400, 9000),
    '- Có ',
    ' người hưởng chế độ bảo trợ xã hội nhận trợ cấp qua tài khoản',
    '',
  )
}

function traders(make: Maker): void {
  fraction(make, make.chance.int(90, 900), '- Kết quả, ', ' tiểu thương tham gia gắn mã QR', '')
}

function fraction(make: Maker, size: number, before: string, what: string, after: string): void {
  const whole = make.count(size)
  const part = make.count(make.chance.int(Math.floor(size / 3), size))
  make.part(part, whole)
  const share = make.ratio(part, whole, { sign: true, decimals: make.chance.pick([0, 1, 2]) })
  if (share) make.say(before, part, '/', whole, what, ', đạt ', share, after, '.')
}

/** Parts that are only some of the whole. */
function meetings(make: Maker): void {
  const { chance } = make
  const all = make.count(chance.int(60, 160))
  const [one, two] = [make.count(chance.int(4, 25)), make.count(chance.int(4, 25))]
  make.part(one, all)
  make.part(two, all)
  make.say(
    '- Đã tổ chức ',
    all,
    ' cuộc kiểm tra, trong đó có ',
    one,
    ' cuộc kiểm tra đột xuất và ',
    two,
    ' cuộc kiểm tra theo chuyên đề.',
  )
}

/** Rounded on purpose: near a number, over a number. */
function rounded(make: Maker): void {
  const { chance } = make
  const exact = chance.int(12_100, 98_900)
  make.say(
    `- Có hơn ${Math.floor(exact / 1000)} nghìn lượt truy cập (${exact} lượt) Cổng thông tin điện tử; trên ${chance.int(60, 90)}% người dân hài lòng; xếp thứ 7 trong cả nước, tăng 02 bậc.`,
  )
}
