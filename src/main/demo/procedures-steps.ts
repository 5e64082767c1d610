import type { z } from 'zod'
import type * as contract from '#modules/procedures/contract.ts'
import { type Row, rule, termOf } from './procedures-rows.ts'

type Process = z.input<typeof contract.Process>
type Node = Process['nodes'][number]
type Term = z.input<typeof contract.Term>
type Step = Pick<Node, 'id' | 'kind' | 'name' | 'role'> & {
  /** Its part of the time; 0: it takes none. */
  readonly weight: number
  readonly holder?: Node['holder']
}

const step = (
  [id, kind, role]: [id: string, kind: Node['kind'], role: NonNullable<Node['role']>],
  [vi, en]: [vi: string, en: string],
  weight: number,
  holder?: Node['holder'],
): Step => ({ id, kind, role, name: { vi, en }, weight, ...(holder && { holder }) })

const ASSIGN = step(['phan-cong', 'work', 'assigner'], ['Phân công xử lý', 'Assign'], 1)
const EXAMINE = step(['tham-dinh', 'work', 'specialist'], ['Thẩm định hồ sơ', 'Examine'], 5)
const CONSULT = step(['lay-y-kien', 'consult', 'specialist'], ['Lấy ý kiến, xác minh', 'Ask others, verify'], 4, {
  kind: 'chosen',
})
const AGENCY = step(
  ['lien-thong', 'agency', 'specialist'],
  ['Cơ quan liên thông xử lý', 'Work of the other agency'],
  4,
  { kind: 'chosen' },
)
const DRAFT = step(['du-thao', 'work', 'specialist'], ['Dự thảo kết quả', 'Draft the result'], 2)
const SIGN = step(['ky-duyet', 'approve', 'leader'], ['Lãnh đạo ký duyệt', 'Leader decides'], 2)
const CLERK = step(['van-thu', 'clerk', 'clerk'], ['Vào số, đóng dấu', 'Number and seal'], 1)
const RETURN = step(['tra-ket-qua', 'return', 'returner'], ['Trả kết quả', 'Return the result'], 0, {
  kind: 'received',
})

/** The ways of handling, from the counter to the result. */
const TEMPLATES: Readonly<Record<Row['process'], readonly Step[]>> = {
  desk: [EXAMINE, SIGN, CLERK, RETURN],
  quick: [EXAMINE, SIGN, RETURN],
  standard: [ASSIGN, EXAMINE, SIGN, CLERK, RETURN],
  verify: [ASSIGN, EXAMINE, CONSULT, DRAFT, SIGN, CLERK, RETURN],
  agency: [ASSIGN, EXAMINE, AGENCY, SIGN, CLERK, RETURN],
}

/** How cases of a procedure are handled: the times of its steps add up to its limit. */
export function processOf({ process, term, longerTerm }: Row): Process {
  const steps = TEMPLATES[process]
  // With a longer limit for when others are asked, asking them has the time between the two.
  const apart = longerTerm === undefined ? 0 : CONSULT.weight
  const weights = steps.map((one) => (one.id === CONSULT.id ? one.weight - apart : one.weight))
  const times = share(termOf(term), weights)
  const nodes = steps.map((one, index) => nodeOf(one, times[index] ?? null, index))
  if (longerTerm !== undefined) {
    const consult = nodes.find(({ id }) => id === CONSULT.id)
    if (consult) consult.term = between(termOf(term), termOf(longerTerm))
  }
  const ids = ['tiep-nhan', ...steps.map(({ id }) => id), 'ket-thuc']
  return {
    nodes: [
      {
        id: 'tiep-nhan',
        kind: 'start',
        role: 'receiver',
        name: { vi: 'Tiếp nhận', en: 'Receive' },
        holder: { kind: 'received' },
      },
      ...nodes,
      { id: 'ket-thuc', kind: 'end', name: { vi: 'Kết thúc', en: 'End' }, x: (ids.length - 1) * 3 },
    ],
    edges: ids.slice(1).flatMap((to, index) => waysTo(to, ids[index] ?? '')),
  }
}

/** Others are asked when the case needs it; else the step is passed by. */
function waysTo(to: string, from: string): Process['edges'] {
  if (to !== CONSULT.id) return [{ from, to }]
  return [
    { from, to, when: rule('[needs_opinion]'), label: { vi: 'Phải lấy ý kiến', en: 'Others have to be asked' } },
    { from, to: DRAFT.id, label: { vi: 'Không phải lấy ý kiến', en: 'Nobody has to be asked' } },
  ]
}

const nodeOf = ({ id, kind, name, role, holder }: Step, term: Term | null, index: number): Node => ({
  id,
  kind,
  name,
  role,
  ...(holder && { holder }),
  term,
  x: (index + 1) * 3,
})

/** The limit in parts by weight, whole hours or days that add up to it; nothing for weight 0. */
function share(limit: Term, weights: readonly number[]): (Term | null)[] {
  const whole = inParts(limit)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const counted = weights.filter((weight) => weight > 0).length
  const parts = weights.map((weight) => (weight === 0 ? 0 : 1 + Math.floor(((whole.amount - counted) * weight) / all)))
  const left = whole.amount - parts.reduce((sum, part) => sum + part, 0)
  const heaviest = weights.indexOf(Math.max(...weights))
  return parts.map((part, index) =>
    part === 0 ? null : { amount: index === heaviest ? part + left : part, unit: whole.unit },
  )
}

/** A limit in units small enough to be shared out. */
function inParts({ amount, unit }: Term): Term {
  switch (unit) {
    case 'in-day':
      return { amount: 8, unit: 'working-hours' }
    case 'working-days':
      return { amount: amount * 8, unit: 'working-hours' }
    case 'months':
      return { amount: amount * 30, unit: 'calendar-days' }
    case 'working-hours':
    case 'calendar-days':
      return { amount, unit }
  }
}

/** The time between a limit and a longer one, in whole parts of the longer one's unit. */
function between(limit: Term, longer: Term): Term {
  const [short, long] = [inParts(limit), inParts(longer)]
  // A calendar day is five sevenths of a working day of eight hours.
  const perPart = { hours: 7, days: 40 }
  const size = ({ unit }: Term) => (unit === 'calendar-days' ? perPart.days : perPart.hours)
  const parts = Math.floor((long.amount * size(long) - short.amount * size(short)) / size(long))
  return { amount: Math.max(1, parts), unit: long.unit }
}
