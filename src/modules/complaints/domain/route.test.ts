import fc from 'fast-check'
import { expect, test } from 'vitest'
import { involvedIn, routeOf } from './route.ts'

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e'] as const
const anyChain = fc.array(fc.uniqueArray(fc.constantFrom<string>(...ACCOUNTS), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
})
const chainOf = (heads: readonly (readonly string[])[]) =>
  heads.map((of, place) => ({ unitId: `unit ${place}`, heads: of }))

test('the head of the unit answers, and whoever stands above when that head handled the case', () => {
  const chain = chainOf([['head'], ['chair']])
  expect(routeOf(chain, new Set(['clerk']))).toBe('unit 0')
  expect(routeOf(chain, new Set(['head']))).toBe('unit 1')
})

test('a complaint goes to the nearest unit where somebody free answers; to the highest when there is none', () => {
  fc.assert(
    fc.property(anyChain, fc.uniqueArray(fc.constantFrom<string>(...ACCOUNTS)), (heads, involvedIds) => {
      const involved = new Set(involvedIds)
      const place = Number(routeOf(chainOf(heads), involved).slice(5))
      const isFree = (of: readonly string[]) => of.some((head) => !involved.has(head))
      expect(heads.slice(0, place).some(isFree)).toBe(false)
      if (heads.some(isFree)) expect(isFree(heads[place] ?? [])).toBe(true)
      else expect(place).toBe(heads.length - 1)
    }),
  )
})

test('whoever is named is accused, with marks or without, by the whole name or its end', () => {
  const handlers = [
    { accountId: 'huy', name: 'Trần Quang Huy' },
    { accountId: 'nhung', name: 'Nguyễn Hồng Nhung' },
  ]
  const others = [{ accountId: 'truong', name: 'Mai Xuân Trường' }]
  const involved = (topic: 'conduct' | 'fees', name: string) =>
    Object.fromEntries(involvedIn(topic, name, { handlers, others }))
  expect(involved('conduct', 'quang huy')).toEqual({ huy: { accused: true }, nhung: { accused: false } })
  expect(involved('fees', 'MAI XUÂN TRƯỜNG')).toEqual({
    huy: { accused: false },
    nhung: { accused: false },
    truong: { accused: true },
  })
  // Nobody is named: conduct is that of whoever handled the case.
  expect(involved('conduct', '')).toEqual({ huy: { accused: true }, nhung: { accused: true } })
  expect(involved('fees', 'y')).toEqual({ huy: { accused: false }, nhung: { accused: false } })
})

test('who is involved never stands between the complaint and its answer', () => {
  fc.assert(
    fc.property(
      anyChain,
      fc.uniqueArray(fc.constantFrom<string>(...ACCOUNTS)),
      fc.constantFrom('conduct', 'fees'),
      (heads, ids, topic) => {
        const handlers = ids.map((accountId) => ({ accountId, name: accountId }))
        const involved = new Set(involvedIn(topic, '', { handlers, others: [] }).keys())
        expect([...involved].toSorted()).toEqual([...ids].toSorted())
        const unitId = routeOf(chainOf(heads), involved)
        const at = chainOf(heads).find((one) => one.unitId === unitId)
        if (heads.flat().some((head) => !involved.has(head)))
          expect(at?.heads.some((head) => !ids.includes(head))).toBe(true)
      },
    ),
  )
})
