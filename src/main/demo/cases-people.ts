// Invented people for the demonstration's cases: none of them exists.

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const MIDDLE = {
  male: ['Văn', 'Minh', 'Quốc', 'Hữu', 'Đức', 'Gia'],
  female: ['Thị', 'Ngọc', 'Thu', 'Mỹ', 'Kim', 'Thanh'],
}
const GIVEN = {
  male: ['An', 'Bảo', 'Cường', 'Dũng', 'Hải', 'Khoa', 'Long', 'Nam', 'Phúc', 'Sơn', 'Tâm', 'Việt'],
  female: ['Anh', 'Bình', 'Chi', 'Dung', 'Hạnh', 'Lan', 'Mai', 'Nga', 'Oanh', 'Phượng', 'Thuỷ', 'Yến'],
}
const STREETS = ['Lê Lợi', 'Trương Công Định', 'Nguyễn An Ninh', 'Hoàng Hoa Thám', 'Ba Cu', 'Lê Hồng Phong', 'Bình Giã']

/** Numbers in [0, 1) that are the same each time for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('There is nothing to pick from.')
  return one
}

/** A person as an intake takes it, with a number that fits birth and sex. */
export function inventPerson(random: () => number) {
  const gender = random() < 0.5 ? ('male' as const) : ('female' as const)
  const born = 1950 + Math.floor(random() * 55)
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const two = (number: number) => String(number).padStart(2, '0')
  const century = (born < 2000 ? 0 : 2) + (gender === 'male' ? 0 : 1)
  return {
    kind: 'person' as const,
    name: [pick(random, FAMILY), pick(random, MIDDLE[gender]), pick(random, GIVEN[gender])].join(' '),
    identityNumber: `077${century}${two(born % 100)}${digits(6)}`,
    bornOn: `${born}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
    gender,
    phone: `09${digits(8)}`.replace(/^090/, '091'),
    address: `${1 + Math.floor(random() * 400)} ${pick(random, STREETS)}, Phường Vũng Tàu`,
  }
}
