import type { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type * as contract from '#modules/cases/contract.ts'
import { type ProcedureContent, papersAsked } from '#modules/procedures/contract.ts'
import { inventPerson, pick, randomFrom } from './cases-people.ts'
import { later, momentIn, weekdaysBefore } from './cases-times.ts'
import type { Acting, DemoDeps } from './deps.ts'

type Detail = z.output<typeof contract.CaseDetail>
type Perform = DemoDeps['perform']

/** How far a case of the demonstration has come. */
type Ending =
  | 'received'
  | 'assigned'
  | 'to-decide'
  | 'decided'
  | 'returned'
  | 'waiting-papers'
  | 'asking'
  | 'online'
  | 'refused'
  | 'withdrawn'

/** How many there are of each, and how many weekdays ago they came in: from the longest ago to the latest. */
const PLAN: readonly { readonly ending: Ending; readonly count: number; readonly ago: readonly [number, number] }[] = [
  { ending: 'returned', count: 50, ago: [42, 5] },
  { ending: 'decided', count: 12, ago: [9, 1] },
  { ending: 'to-decide', count: 26, ago: [6, 0] },
  { ending: 'assigned', count: 18, ago: [12, 0] },
  { ending: 'received', count: 9, ago: [3, 1] },
  { ending: 'waiting-papers', count: 8, ago: [12, 1] },
  { ending: 'asking', count: 5, ago: [6, 1] },
  { ending: 'online', count: 8, ago: [2, 1] },
  { ending: 'refused', count: 3, ago: [20, 3] },
  { ending: 'withdrawn', count: 2, ago: [20, 6] },
]
/** Handled by steps that need no choice of a unit, so that each can be walked alone: within the day, and over days. */
const QUICK = ['1.001193', '2.000635', '2.000815']
const LONG = ['1.004837', '1.001653', '1.001731', '1.001758', '1.004438']
/** Of cases that are still open only few are late. */
const ENDED: readonly Ending[] = ['returned', 'decided', 'refused', 'withdrawn', 'received', 'online']
const WARD = { code: '26506', names: ['motcua.vungtau', 'chuyenvien.vungtau', 'lanhdao.phuong'] }
const ASKED = '26526'
/** The step of the demonstration's processes at which the leader decides. */
const DECIDING_STEP = 'ky-duyet'
/** Cases made at the same time: the numbering of a day is the only thing they share. */
const AT_ONCE = 4

type Place = {
  readonly unitId: string
  readonly askedUnitId: string
  readonly clerk: Acting
  readonly specialist: Acting
  readonly leader: Acting
  readonly procedures: ReadonlyMap<string, ProcedureContent>
  readonly lateReason: string
}

/** Loads about 150 cases of a ward over the last two months, each carried as far as it is by its operations. Does nothing when there are cases. */
export async function loadCasesDemo(deps: DemoDeps): Promise<void> {
  const { perform } = deps
  const { cases } = await perform<{ cases: unknown[] }>('cases.list-cases', { list: 'all', limit: 1 })
  if (cases.length > 0) return
  const today = dayAt(new Date())
  const place = await findPlace(perform, today)
  const stories = PLAN.flatMap(({ ending, count, ago: [first, last] }, kind) =>
    Array.from({ length: count }, (_, place) => ({
      ending,
      ago: Math.round(first + ((last - first) * place) / Math.max(1, count - 1)),
      seed: 1000 * (kind + 1) + place,
    })),
  )
  for (let from = 0; from < stories.length; from += AT_ONCE) {
    await Promise.all(stories.slice(from, from + AT_ONCE).map((story) => tell(deps, place, today, story)))
  }
}

type Story = { readonly ending: Ending; readonly ago: number; readonly seed: number }

/** One case from its receipt to where it stands. What falls on a day without work, or later than now, is left out. */
async function tell(deps: DemoDeps, place: Place, today: Day, { ending, ago, seed }: Story): Promise<void> {
  const random = randomFrom(seed)
  const received = momentIn(weekdaysBefore(today, ago), random() * 0.9)
  if (received > new Date()) return
  try {
    const one = await arrive(deps.perform, place, ending, random, received)
    await handle({ perform: deps.perform, place, random }, one, ending, received)
  } catch (thrown) {
    // On some days a story does not come out (a holiday, the end of a year): the demonstration does without it.
    if (!(thrown instanceof Problem)) throw thrown
    deps.log(`${ending}: ${thrown.code}`)
  }
}

async function arrive(perform: Perform, place: Place, ending: Ending, random: () => number, at: Date): Promise<Detail> {
  const code = pick(random, ENDED.includes(ending) && random() < 0.6 ? QUICK : LONG)
  const content = place.procedures.get(code)
  const asked = content ? papersAsked(content, {}) : []
  const isOnline = ending === 'online'
  const papers = asked
    .filter(({ required }) => required)
    .slice(ending === 'waiting-papers' ? 1 : 0)
    .map((paper) => ({ code: paper.code, form: paper.forms[0] ?? 'copy', copies: Math.max(1, paper.copies) }))
  const common = {
    procedureCode: code,
    subject: inventPerson(random),
    papers,
    authentication: isOnline ? 'eid-2' : 'card-seen',
    competentUnitId: place.unitId,
  }
  if (isOnline && content?.channels.includes('online'))
    return perform<Detail>('cases.submit-case', common, { as: place.clerk, at })
  const missing = papers.length < asked.filter(({ required }) => required).length
  return perform<Detail>(
    'cases.receive-new-case',
    {
      ...common,
      receivedUnitId: place.unitId,
      channel: random() < 0.1 && content?.channels.includes('post') ? 'post' : 'counter',
      missingReason: missing ? 'Người nộp hẹn bổ sung sau' : '',
    },
    { as: place.clerk, at },
  )
}

type Teller = { readonly perform: Perform; readonly place: Place; readonly random: () => number }

async function handle(teller: Teller, received: Detail, ending: Ending, at: Date): Promise<void> {
  const { place } = teller
  const act = actor(teller)
  const soon = later(at, 1 + teller.random() * 2)
  if (ending === 'online' || ending === 'received') return
  if (ending === 'refused') {
    await act(received, 'refuse-case', place.clerk, soon, { reason: 'Không thuộc thẩm quyền của phường' })
    return
  }
  const assigned = await act(received, 'assign-case', place.specialist, soon, { assigneeId: place.specialist.id })
  if (ending === 'assigned') return
  if (ending === 'withdrawn') {
    await act(assigned, 'withdraw-case', place.clerk, later(soon, 3), { reason: 'Người nộp không còn nhu cầu' })
    return
  }
  if (ending === 'waiting-papers') {
    const [missing] = assigned.missingPapers
    await act(assigned, 'ask-supplement', place.specialist, later(soon, 1), {
      reason: 'Thiếu giấy tờ bắt buộc theo thành phần hồ sơ',
      papers: [
        missing
          ? { code: missing.code, form: 'copy' }
          : { code: 'other-1', name: 'Giấy tờ chứng minh nơi cư trú', form: 'copy' },
      ],
    })
    return
  }
  if (ending === 'asking') {
    await act(assigned, 'consult-units', place.specialist, later(soon, 1), {
      unitIds: [place.askedUnitId],
      question: 'Đề nghị xác minh thông tin cư trú của người nộp hồ sơ.',
    })
    return
  }
  await decideAndReturn(teller, assigned, ending, soon)
}

async function decideAndReturn(teller: Teller, assigned: Detail, ending: Ending, from: Date): Promise<void> {
  const { place, random } = teller
  const act = actor(teller)
  let one = assigned
  let at = from
  for (let steps = 0; steps < 6 && !canDecide(one); steps++) {
    const next = one.possible.find((each) => each.act === 'forward')?.steps[0]
    if (!next || next.needsUnit) return
    at = later(at, 1 + random() * 3)
    one = await act(one, 'forward-case', place.specialist, at, {
      stepId: next.stepId,
      // What the leader decides next stands in the leader's own list.
      ...(next.stepId === DECIDING_STEP && { assigneeId: place.leader.id }),
      note: 'Hồ sơ đủ điều kiện',
    })
  }
  if (ending === 'to-decide' || !canDecide(one)) return
  at = later(at, random() < 0.08 ? 40 : 1 + random() * 3)
  const isLate = one.dueAt !== null && new Date(one.dueAt) < at
  one = await act(one, 'decide-case', place.leader, at, {
    outcome: 'granted',
    ...(isLate && { lateReason: place.lateReason }),
  })
  if (ending === 'decided') return
  if (one.outstandingVnd > 0)
    one = await act(one, 'confirm-payment', place.clerk, later(at, 0.3), {
      amountVnd: one.outstandingVnd,
      online: random() < 0.6,
      reference: `BL-${Math.floor(random() * 1e6)}`,
    })
  await act(one, 'return-result', place.clerk, later(at, 0.5 + random() * 6), {
    way: 'desk',
    receiver: one.subjectName,
  })
}

const canDecide = (one: Detail) => one.possible.some(({ act }) => act === 'decide')

/** Performs an act at its moment, and nothing that would lie in the future. */
function actor({ perform }: Teller) {
  return async (one: Detail, name: string, as: Acting, at: Date, input: object): Promise<Detail> => {
    if (at > new Date()) return { ...one, possible: [] }
    return perform<Detail>(`cases.${name}`, { caseId: one.id, version: one.version, ...input }, { as, at })
  }
}

async function findPlace(perform: Perform, today: Day): Promise<Place> {
  const unit = async (code: string) => {
    const { units } = await perform<{ units: { unitId: string }[] }>('organisation.list-units', { code, day: today })
    return units[0]?.unitId ?? ''
  }
  const person = async (name: string): Promise<Acting> => {
    const { accounts } = await perform<{ accounts: { id: string; displayName: string; signInName: string }[] }>(
      'identity.list-accounts',
      { search: name, limit: 10 },
    )
    const found = accounts.find(({ signInName }) => signInName === name)
    if (!found) throw new Error(`The demonstration has no account ${name}.`)
    return { id: found.id, name: found.displayName }
  }
  const [clerk = '', specialist = '', leader = ''] = WARD.names
  const contentOf = async (code: string) => {
    const { content } = await perform<{ content: ProcedureContent }>('procedures.get-procedure', { code })
    return [code, content] as const
  }
  return {
    unitId: await unit(WARD.code),
    askedUnitId: await unit(ASKED),
    clerk: await person(clerk),
    specialist: await person(specialist),
    leader: await person(leader),
    procedures: new Map(await Promise.all([...QUICK, ...LONG].map(contentOf))),
    lateReason: 'workload',
  }
}
