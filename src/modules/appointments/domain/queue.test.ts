import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, isInTime, HOLDERS_IN_A_ROW as ROW, streakOf, type Waiting } from './queue.ts'

const NOW = 1_000_000
const anyWaiting = fc
  .array(fc.record({ takenAt: fc.integer({ min: 0, max: NOW }), slot: fc.option(fc.integer({ min: -5, max: 5 })) }), {
    maxLength: 40,
  })
  .map((rows) =>
    rows.map(({ takenAt, slot }, place) => ({
      id: String(place).padStart(4, '0'),
      number: place + 1,
      takenAt,
      slotFrom: slot === null ? null : NOW + slot * 1000,
    })),
  )
const anyStreak = fc.integer({ min: 0, max: 6 })
const isDue = ({ slotFrom }: Waiting) => slotFrom !== null && slotFrom <= NOW

test('whoever has an appointment goes first, and every third is one who has none', () => {
  const person = (id: string, takenAt: number, slotFrom: number | null) => ({ id, number: 1, takenAt, slotFrom })
  const waiting = [
    person('w1', 1, null),
    person('w2', 2, null),
    person('later', 3, NOW + 60_000),
    person('h3', 4, 30),
    person('h1', 5, 10),
    person('h2', 6, 20),
  ]
  expect(inOrder(waiting, { now: NOW, streak: 0 }).map(({ ticket, because }) => `${ticket.id} ${because}`)).toEqual([
    'h1 appointment',
    'h2 appointment',
    'w1 turn',
    'h3 appointment',
    'w2 order',
    'later early',
  ])
})

test('everybody is in the order once, whatever order they were given in', () => {
  fc.assert(
    fc.property(anyWaiting, anyStreak, fc.integer({ min: 0, max: 40 }), (waiting, streak, turn) => {
      const ids = (list: readonly Waiting[]) => inOrder(list, { now: NOW, streak }).map(({ ticket }) => ticket.id)
      const turned = [...waiting.slice(turn), ...waiting.slice(0, turn)]
      expect(ids(waiting).toSorted()).toEqual(waiting.map(({ id }) => id))
      expect(ids(turned)).toEqual(ids(waiting))
    }),
  )
})

test('without an appointment one is called in the order of arrival, after a bounded number of others', () => {
  fc.assert(
    fc.property(anyWaiting, anyStreak, (waiting, streak) => {
      const order = inOrder(waiting, { now: NOW, streak }).map(({ ticket }) => ticket)
      const walkIns = order.filter(({ slotFrom }) => slotFrom === null)
      expect(walkIns).toEqual(walkIns.toSorted((a, b) => a.takenAt - b.takenAt || a.number - b.number))
      for (const [place, ticket] of walkIns.entries())
        expect(order.indexOf(ticket)).toBeLessThan((place + 1) * (ROW + 1))
    }),
  )
})

test('in time with an appointment one is called after a bounded number of others', () => {
  fc.assert(
    fc.property(anyWaiting, anyStreak, (waiting, streak) => {
      const order = inOrder(waiting, { now: NOW, streak }).map(({ ticket }) => ticket)
      for (const [place, ticket] of order.filter(isDue).entries())
        expect(order.indexOf(ticket)).toBeLessThanOrEqual(place + Math.floor(place / ROW) + 1)
    }),
  )
})

test('nobody starves: however many with an appointment keep coming, all who wait are called in time', () => {
  fc.assert(
    fc.property(anyWaiting, fc.infiniteStream(fc.boolean()), (start, comes) => {
      let waiting: Waiting[] = start
      const calls: { because: ReturnType<typeof inOrder>[number]['because'] }[] = []
      const walkIns = start.filter(({ slotFrom }) => slotFrom === null).length
      for (let call = 0; call < walkIns * (ROW + 1); call++) {
        const next = inOrder(waiting, { now: NOW, streak: streakOf(calls.toReversed()) })[0]
        if (!next) break
        calls.push(next)
        waiting = waiting.filter(({ id }) => id !== next.ticket.id)
        if (comes.next().value) waiting.push({ id: `new ${call}`, number: 1000 + call, takenAt: NOW, slotFrom: 0 })
      }
      expect(waiting.filter(({ slotFrom }) => slotFrom === null)).toEqual([])
    }),
  )
})

test('one more who comes later moves nobody without an appointment by more than the turns of those with one', () => {
  fc.assert(
    fc.property(anyWaiting, anyStreak, (waiting, streak) => {
      const before = inOrder(waiting, { now: NOW, streak }).map(({ ticket }) => ticket.id)
      const late = { id: '9999', number: 9999, takenAt: NOW + 1, slotFrom: null }
      const after = inOrder([...waiting, late], { now: NOW, streak }).map(({ ticket }) => ticket.id)
      const walkIns = waiting.filter(({ slotFrom }) => slotFrom === null).map(({ id }) => id)
      expect(after.filter((id) => walkIns.includes(id))).toEqual(before.filter((id) => walkIns.includes(id)))
      expect(after.indexOf('9999')).toBeGreaterThan(Math.max(-1, ...walkIns.map((id) => after.indexOf(id))))
    }),
  )
})

test('the grace of a slot is counted to its last moment', () => {
  expect(isInTime(600_000, 0, 10)).toBe(true)
  expect(isInTime(600_001, 0, 10)).toBe(false)
})
