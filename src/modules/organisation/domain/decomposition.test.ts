import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#kernel/calendar.ts'
import { type Act, planActs } from './acts.ts'
import { type Contribution, decompose } from './decomposition.ts'
import { type Fraction, NOTHING, plus } from './fraction.ts'
import { closureOf, coverOf } from './reach.ts'
import { lastVersion, type Structure, structureOf, unitsAt, unitsUnder, versionAt } from './structure.ts'
import type { UnitVersion } from './unit.ts'

const START = '2021-01-01'
const AFTER_ALL = '2022-01-01'

let counter = 0
const newId = () => `unit-${String(counter++).padStart(6, '0')}`

/** The structure after the acts; undefined when they are refused. */
function after(structure: Structure, effectiveOn: Day, acts: readonly Act[]): Structure | undefined {
  const { edit, refusals } = planActs(structure, { effectiveOn, decisionId: null, acts }, newId)
  if (refusals.length > 0) return undefined
  const ended = new Map(edit.ended.map((version) => [`${version.unitId} ${version.validFrom}`, version]))
  const kept = structure.versions.map((version) => ended.get(`${version.unitId} ${version.validFrom}`) ?? version)
  return structureOf([...kept, ...edit.begun], [...structure.changes, ...edit.changes])
}

const act = (fields: Partial<Act> & Pick<Act, 'kind'>): Act => ({
  from: [],
  to: [],
  withSubunits: true,
  basis: 'none',
  shares: [],
  article: null,
  note: null,
  ...fields,
})

const unit = (key: string, level: UnitVersion['level'], parent: { unitId: string } | { key: string } | null) => ({
  key,
  code: null,
  name: key,
  shortName: null,
  kind: 'ward' as const,
  level,
  parent,
})

/** A nation with three districts of three communes each. */
function start(): Structure {
  const districts = ['a', 'b', 'c'].map((key) => unit(key, 'district', { key: 'nation' }))
  const communes = districts.flatMap(({ key }) => [1, 2, 3].map((n) => unit(`${key}${n}`, 'commune', { key })))
  const founded = after(structureOf([], []), START, [
    act({ kind: 'create', to: [unit('nation', 'nation', null), ...districts, ...communes] }),
  ])
  if (!founded) throw new Error('the start is refused')
  return founded
}

type Step = {
  readonly kind: number
  readonly a: number
  readonly b: number
  readonly amount: number
  readonly gap: number
}
const anyStep = (weights: 'known' | 'unknown', kinds: readonly number[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    a: fc.nat(40),
    b: fc.nat(40),
    amount: weights === 'known' ? fc.integer({ min: 1, max: 9 }) : fc.constant(0),
    gap: fc.integer({ min: 1, max: 20 }),
  })

const MERGE = 0
const SPLIT = 1
const MOVE = 2
const DISSOLVE = 3
const CREATE = 4
const SHRINK = 5
const ALL = [MERGE, SPLIT, MOVE, DISSOLVE, CREATE, SHRINK]

function actOf(structure: Structure, day: Day, { kind, a, b, amount }: Step): Act | null {
  const communes = unitsAt(structure, day).filter(({ level }) => level === 'commune')
  const districts = unitsAt(structure, day).filter(({ level }) => level === 'district')
  const one = communes[a % Math.max(1, communes.length)]
  const other = communes[b % Math.max(1, communes.length)]
  const district = districts[b % Math.max(1, districts.length)]
  if (!one || !other || !district) return null
  const [from, into] = [{ unitId: one.unitId }, { unitId: district.unitId }]
  const fresh = unit(newId(), 'commune', into)
  if (kind === MERGE) {
    if (one === other) return null
    const pair = [from, { unitId: other.unitId }]
    const shares = pair.map((unitRef, index) => ({ from: unitRef, to: { key: fresh.key }, amount: amount + index }))
    return act({ kind: 'merge', from: pair, to: [fresh], ...(amount > 0 && { basis: 'population', shares }) })
  }
  if (kind === SPLIT || kind === SHRINK) {
    const rest = kind === SHRINK ? from : unit(newId(), 'commune', into)
    const keyOf = 'key' in rest ? { key: rest.key } : rest
    const shares = [keyOf, { key: fresh.key }].map((to, index) => ({ from, to, amount: amount + index }))
    return act({ kind: 'split', from: [from], to: [rest, fresh], ...(amount > 0 && { basis: 'area', shares }) })
  }
  if (kind === MOVE) return act({ kind: 'move', from: [from], set: { parent: into } })
  if (kind === DISSOLVE) return act({ kind: 'dissolve', from: [from] })
  return act({ kind: 'create', to: [fresh] })
}

/** The structure after random acts on random days. */
const anyStructure = (weights: 'known' | 'unknown', kinds: readonly number[] = ALL) =>
  fc.array(anyStep(weights, kinds), { maxLength: 14 }).map((steps) => {
    let structure = start()
    let day: Day = START
    for (const step of steps) {
      day = addDays(day, step.gap)
      const chosen = actOf(structure, day, step)
      if (chosen) structure = after(structure, day, [chosen]) ?? structure
    }
    return structure
  })

const anyDay = fc.nat(300).map((n) => addDays(START, n))

/** Each unit of the day with what a decomposition says of facts recorded at it: subtree terms spread over their units. */
function spread(structure: Structure, parts: readonly Contribution[], day: Day): Map<string, Fraction | null> {
  const found = new Map<string, Fraction | null>()
  for (const part of parts) {
    if (day < part.fromDay || day >= part.toDay) continue
    const units =
      part.covers === 'own' ? [part.sourceUnitId] : unitsUnder(structure, part.sourceUnitId, day).map((u) => u.unitId)
    for (const id of units) {
      if (found.has(id)) throw new Error(`${id} is counted twice on ${day}`)
      found.set(id, part.share)
    }
  }
  return found
}

const rangeOf = (day: Day) => ({ from: day, to: addDays(day, 1) })

describe('what makes up a unit', () => {
  test('no fact counts twice, whatever the acts and the days', () => {
    fc.assert(
      fc.property(anyStructure('unknown'), anyDay, anyDay, (structure, structureDay, day) => {
        for (const { unitId } of unitsAt(structure, structureDay)) {
          spread(structure, decompose(structure, { unitId, structureDay, range: rangeOf(day) }), day)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the nation is everything, exactly, in any structure', () => {
    fc.assert(
      fc.property(anyStructure('unknown'), anyDay, anyDay, (structure, structureDay, day) => {
        const nation = unitsAt(structure, structureDay).find(({ level }) => level === 'nation')?.unitId ?? ''
        const parts = decompose(structure, { unitId: nation, structureDay, range: rangeOf(day) })
        const shares = spread(structure, parts, day)
        expect(parts.every(({ quality }) => quality === 'exact')).toBe(true)
        expect(shares.size).toBe(unitsAt(structure, day).length)
      }),
      { numRuns: 150 },
    )
  })

  test('in its own structure a unit is itself, whole', () => {
    fc.assert(
      fc.property(anyStructure('unknown'), anyDay, (structure, day) => {
        for (const { unitId } of unitsAt(structure, day)) {
          expect(decompose(structure, { unitId, structureDay: day, range: rangeOf(day) })).toEqual([
            {
              sourceUnitId: unitId,
              covers: 'subtree',
              fromDay: day,
              toDay: addDays(day, 1),
              share: { numerator: 1, denominator: 1 },
              quality: 'exact',
            },
          ])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('when all shares are known, the parts of a tree add up to the whole: every fact is given out once, entirely', () => {
    fc.assert(
      fc.property(anyStructure('known'), anyDay, anyDay, (structure, structureDay, day) => {
        const own = unitsAt(structure, structureDay)
        const sums = new Map<string, Fraction | null>()
        for (const { unitId } of own) {
          const below = own.filter(({ parentId }) => parentId === unitId)
          const mine = spread(structure, decompose(structure, { unitId, structureDay, range: rangeOf(day) }), day)
          const theirs = new Map<string, Fraction | null>()
          for (const child of below) {
            const parts = decompose(structure, { unitId: child.unitId, structureDay, range: rangeOf(day) })
            for (const [id, share] of spread(structure, parts, day)) {
              theirs.set(id, share && plus(theirs.get(id) ?? NOTHING, share))
            }
          }
          // What the children share out of a source is never more than what their parent has of it.
          for (const [id, share] of theirs) {
            const whole = mine.get(id)
            expect(whole).toBeDefined()
            if (whole && share) {
              expect(
                BigInt(share.numerator) * BigInt(whole.denominator) <=
                  BigInt(whole.numerator) * BigInt(share.denominator),
              ).toBe(true)
            }
          }
          if (below.length === 0)
            for (const [id, share] of mine) sums.set(id, share && plus(sums.get(id) ?? NOTHING, share))
        }
        for (const sum of sums.values()) {
          if (sum) expect(sum.numerator <= sum.denominator).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('when all shares are known, the communes of any structure share out every commune figure entirely', () => {
    fc.assert(
      fc.property(
        anyStructure('known', [MERGE, SPLIT, MOVE, SHRINK]),
        anyDay,
        anyDay,
        (structure, structureDay, day) => {
          const sums = new Map<string, Fraction | null>()
          for (const { unitId, level } of unitsAt(structure, structureDay)) {
            if (level !== 'commune') continue
            const parts = decompose(structure, { unitId, structureDay, range: rangeOf(day) })
            for (const [id, share] of spread(structure, parts, day)) {
              sums.set(id, share && plus(sums.get(id) ?? NOTHING, share))
            }
          }
          for (const { unitId, level } of unitsAt(structure, day)) {
            if (level === 'commune') expect(sums.get(unitId)).toEqual({ numerator: 1, denominator: 1 })
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('merges alone keep every older figure exact in every newer structure', () => {
    fc.assert(
      fc.property(anyStructure('unknown', [MERGE, MOVE]), anyDay, fc.nat(200), (structure, day, later) => {
        const structureDay = addDays(day, later)
        const seen = new Map<string, number>()
        for (const { unitId, level } of unitsAt(structure, structureDay)) {
          const parts = decompose(structure, { unitId, structureDay, range: rangeOf(day) })
          expect(parts.every(({ quality }) => quality === 'exact')).toBe(true)
          if (level !== 'commune') continue
          for (const id of spread(structure, parts, day).keys()) seen.set(id, (seen.get(id) ?? 0) + 1)
        }
        for (const { unitId, level } of unitsAt(structure, day)) {
          if (level === 'commune') expect(seen.get(unitId)).toBe(1)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('a range is the sum of its days', () => {
    fc.assert(
      fc.property(
        anyStructure('known'),
        anyDay,
        anyDay,
        fc.integer({ min: 2, max: 60 }),
        (structure, structureDay, from, days) => {
          const range = { from, to: addDays(from, days) }
          for (const { unitId } of unitsAt(structure, structureDay).slice(0, 6)) {
            const parts = decompose(structure, { unitId, structureDay, range })
            for (const day of [from, addDays(from, days >> 1), addDays(from, days - 1)]) {
              const single = decompose(structure, { unitId, structureDay, range: rangeOf(day) })
              expect(spread(structure, parts, day)).toEqual(spread(structure, single, day))
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a split with known shares divides the older figures in that proportion, both ways', () => {
    const before = start()
    const a1 = before.versions.find(({ name }) => name === 'a1')?.unitId ?? ''
    const district = before.versions.find(({ name }) => name === 'a')?.unitId ?? ''
    const halves = ['big', 'small'].map((key) => unit(key, 'commune', { unitId: district }))
    const structure = after(before, '2021-06-01', [
      act({
        kind: 'split',
        from: [{ unitId: a1 }],
        to: halves,
        basis: 'population',
        shares: [
          { from: { unitId: a1 }, to: { key: 'big' }, amount: 30_000 },
          { from: { unitId: a1 }, to: { key: 'small' }, amount: 10_000 },
        ],
      }),
    ])
    if (!structure) throw new Error('refused')
    const big = structure.versions.find(({ name }) => name === 'big')?.unitId ?? ''
    expect(decompose(structure, { unitId: big, structureDay: AFTER_ALL, range: rangeOf('2021-02-01') })).toMatchObject([
      { sourceUnitId: a1, share: { numerator: 3, denominator: 4 }, quality: 'estimated' },
    ])
    const old = decompose(structure, { unitId: a1, structureDay: START, range: rangeOf(AFTER_ALL) })
    expect(old.map(({ quality, share }) => ({ quality, share }))).toEqual([
      { quality: 'exact', share: { numerator: 1, denominator: 1 } },
      { quality: 'exact', share: { numerator: 1, denominator: 1 } },
    ])
  })

  test('the same split without shares is not derivable, and says so instead of guessing', () => {
    const before = start()
    const a1 = before.versions.find(({ name }) => name === 'a1')?.unitId ?? ''
    const district = before.versions.find(({ name }) => name === 'a')?.unitId ?? ''
    const structure = after(before, '2021-06-01', [
      act({
        kind: 'split',
        from: [{ unitId: a1 }],
        to: ['x', 'y'].map((key) => unit(key, 'commune', { unitId: district })),
      }),
    ])
    if (!structure) throw new Error('refused')
    const x = structure.versions.find(({ name }) => name === 'x')?.unitId ?? ''
    const asked = { structureDay: AFTER_ALL, range: rangeOf('2021-02-01') }
    expect(decompose(structure, { unitId: x, ...asked })).toMatchObject([{ share: null, quality: 'not-derivable' }])
    expect(decompose(structure, { unitId: district, ...asked }).every(({ quality }) => quality === 'exact')).toBe(true)
  })
})

describe('a structure after any acts', () => {
  test('versions of a unit leave no gap and never overlap, and every parent exists as long as its child', () => {
    fc.assert(
      fc.property(anyStructure('unknown'), (structure) => {
        for (const versions of structure.byUnit.values()) {
          versions.forEach((version, index) => {
            const next = versions[index + 1]
            if (next) expect(next.validFrom).toBe(version.validTo)
            else expect(version).toBe(lastVersion(structure, version.unitId))
          })
        }
        for (const day of structure.turningDays) {
          for (const version of unitsAt(structure, day)) {
            if (version.parentId !== null) expect(versionAt(structure, version.parentId, day)).toBeDefined()
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the nation reaches every unit that ever was; a commune that stands alone reaches itself and what it came from', () => {
    fc.assert(
      fc.property(anyStructure('unknown'), (structure) => {
        const { lower } = coverOf(structure, AFTER_ALL)
        const reach = (root: string) => closureOf([root], lower)
        const nation = unitsAt(structure, AFTER_ALL).find(({ level }) => level === 'nation')?.unitId ?? ''
        expect(reach(nation).size).toBe(structure.byUnit.size)
        for (const { unitId, level } of unitsAt(structure, AFTER_ALL)) {
          if (level !== 'commune') continue
          for (const reached of reach(unitId)) {
            if (reached !== unitId) expect(versionAt(structure, reached, AFTER_ALL)).toBeUndefined()
          }
        }
      }),
      { numRuns: 80 },
    )
  })
})
