import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountFor, type Lease, leaseFault } from './lease.ts'
import { ITEM_STATES, type ItemEvent, type ItemState, nextState, onArrival } from './queue.ts'

const DAY = { unitCode: 'H29.01', day: '2026-12-01' } as const
const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 1, minute))

type Item = {
  id: string
  lease: number
  number: number
  takenAt: Date
  content: string
  state: ItemState
  code: string | null
}
type Counter = { leases: number[]; next: Map<number, number>; items: Item[] }
type Row = {
  state: 'received' | 'refused' | 'void'
  lease: number
  number: number
  contentHash: string
  code: string | null
}

/** Two counters of one unit and the server between them, by the rules of the domain alone. */
function world() {
  const leases: Lease[] = []
  const rows = new Map<string, Row>()
  let [lastLeased, lastCode, clock] = [0, 0, 0]
  const counters: Counter[] = [0, 1].map(() => ({ leases: [], next: new Map(), items: [] }))

  const lease = (counter: Counter) => {
    const first = lastLeased + 1
    lastLeased += 3
    const time = { leasedAt: at(clock), validUntil: at(clock + 600) }
    leases.push({ id: String(leases.length), ...DAY, first, last: lastLeased, ...time, endKind: null, lastGiven: null })
    counter.leases.push(leases.length - 1)
    counter.next.set(leases.length - 1, first)
  }
  const numberFor = (counter: Counter): { lease: number; number: number } => {
    const free = counter.leases.find((one) => (counter.next.get(one) ?? 0) <= (leases[one]?.last ?? 0))
    if (free === undefined) {
      lease(counter)
      return numberFor(counter)
    }
    const number = counter.next.get(free) ?? 0
    counter.next.set(free, number + 1)
    return { lease: free, number }
  }
  const take = (counter: Counter) => {
    const id = `${counters.indexOf(counter)}-${counter.items.length}`
    const content = `content of ${id}`
    counter.items.push({ id, ...numberFor(counter), takenAt: at(clock), content, state: 'kept', code: null })
  }
  /** What the server does with what comes in; the code, or null for a refusal. */
  const arrive = (item: Item): string | null => {
    const known = rows.get(item.id)
    const what = onArrival(known, item.content)
    if (what === 'again') return known?.code ?? null
    if (what !== 'receive') return null
    const numberIsOthers = [...rows].some(
      ([id, row]) => id !== item.id && row.lease === item.lease && row.number === item.number,
    )
    if (numberIsOthers) return null
    const under = leases[item.lease]
    const isRight = under && leaseFault(under, item, at(clock)) === null && !item.content.includes('wrong')
    const code = isRight ? String(++lastCode) : null
    const { lease: leaseIndex, number, content: contentHash } = item
    rows.set(item.id, { state: isRight ? 'received' : 'refused', lease: leaseIndex, number, contentHash, code })
    return code
  }
  const move = (item: Item, event: ItemEvent): boolean => {
    const next = nextState(item.state, event)
    if (next === null) return false
    item.state = next
    return true
  }
  const answered = (item: Item, code: string | null) => {
    if (move(item, code === null ? 'explain' : 'receive')) item.code = code
  }
  return { leases, rows, counters, take, arrive, move, answered, numberFor, tick: () => clock++ }
}

const step = fc.record({
  who: fc.constantFrom(0, 1),
  item: fc.nat(5),
  what: fc.constantFrom(
    'take',
    'take',
    'take-wrong',
    'send',
    'send',
    'lost-on-the-way',
    'answer-lost',
    'sent-twice',
    'kill',
    'correct',
    'revoke',
    'give-back',
    'give-up',
  ),
})

test('no order of cuts, kills, double sendings, corrections and revocations loses or doubles an item', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const one = world()
      const { counters, rows, leases, take, arrive, move, answered, numberFor } = one
      for (const { who, item: place, what } of steps) {
        one.tick()
        const counter = counters[who]
        if (!counter) throw new Error('There are two counters.')
        const item = counter.items[place]
        if (what === 'take') take(counter)
        if (what === 'take-wrong') {
          take(counter)
          const last = counter.items.at(-1)
          if (last) last.content += ', wrong'
        }
        if (what === 'revoke')
          for (const index of counter.leases) leases[index] = { ...at0(leases, index), endKind: 'revoked' }
        if (what === 'give-back')
          for (const index of counter.leases) {
            const running = at0(leases, index)
            const lastGiven = (counter.next.get(index) ?? 1) - 1
            if (running.endKind === null) leases[index] = { ...running, endKind: 'returned', lastGiven }
            counter.next.set(index, running.last + 1)
          }
        // The browser starts again: what was on its way is not known to have come in.
        if (what === 'kill') for (const any of counter.items) move(any, 'cut')
        if (!item) continue
        if (what === 'send' && move(item, 'send')) answered(item, arrive(item))
        if (what === 'lost-on-the-way' && move(item, 'send')) move(item, 'cut')
        if (what === 'answer-lost' && move(item, 'send')) {
          arrive(item)
          move(item, 'cut')
        }
        if (what === 'sent-twice' && move(item, 'send')) {
          arrive(item)
          answered(item, arrive(item))
        }
        if (what === 'correct' && item.state === 'explained') {
          move(item, 'correct')
          item.content = item.content.replace(', wrong', '')
          Object.assign(item, numberFor(counter), { takenAt: at(steps.length) })
        }
        if (what === 'give-up' && item.state === 'explained' && rows.get(item.id)?.state !== 'received') {
          move(item, 'give-up')
          const row = rows.get(item.id)
          if (row) rows.set(item.id, { ...row, state: 'void' })
        }
        // Nothing is called received before the server has received it, and then under that code.
        for (const any of counters.flatMap(({ items }) => items)) {
          if (any.state !== 'received') continue
          expect(rows.get(any.id)).toMatchObject({ state: 'received', code: any.code })
        }
      }
      // The network is back for good: everything is sent until it is received or explained.
      const all = counters.flatMap(({ items }) => items)
      for (const item of all) {
        move(item, 'cut')
        if (move(item, 'send')) answered(item, arrive(item))
        expect(['received', 'explained', 'void']).toContain(item.state)
        // An item with a new number keeps its content: what is explained is refused there, never a case under another name.
        if (item.state === 'explained') expect(rows.get(item.id)?.state).not.toBe('void')
      }
      const codes = [...rows.values()].flatMap(({ code }) => (code === null ? [] : [code]))
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes.toSorted((a, b) => Number(a) - Number(b))).toEqual(codes.map((_, place) => String(place + 1)))
      const numbers = [...rows.values()].map(({ lease, number }) => `${lease} ${number}`)
      expect(new Set(numbers).size).toBe(numbers.length)
      for (const [index, lease] of leases.entries()) {
        const came = [...rows.values()].filter((row) => row.lease === index)
        expect(accountFor(lease, came)).toHaveLength(lease.last - lease.first + 1)
      }
    }),
    { numRuns: 400 },
  )
})

function at0(leases: readonly Lease[], index: number): Lease {
  const found = leases[index]
  if (!found) throw new Error('There is no such lease.')
  return found
}

test('only the word of the server makes an item received, and nothing leaves that state', () => {
  const events: readonly ItemEvent[] = ['send', 'cut', 'receive', 'explain', 'correct', 'give-up']
  for (const state of ITEM_STATES)
    for (const event of events)
      if (nextState(state, event) === 'received') expect([state, event]).toEqual(['sending', 'receive'])
  for (const event of events) expect(nextState('received', event)).toBeNull()
})
