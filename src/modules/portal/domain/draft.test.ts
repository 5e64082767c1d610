import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fields, isFieldName, troublesOf } from './draft.ts'

const asked = {
  questions: [],
  papers: [
    { code: 'to-khai', required: true },
    { code: 'khac', required: false },
  ],
}
const whole: Fields = {
  actingFor: 'self',
  'subject.name': 'Nguyễn Thị Thử',
  'subject.phone': '0912345678',
  unitId: '01900000-0000-7000-8000-000000000001',
  'paper.to-khai': 'bring',
}

test('a whole draft has nothing wrong; acting for a child asks for who acts and for proof', () => {
  expect(troublesOf(whole, asked)).toEqual([])
  const child = troublesOf({ ...whole, actingFor: 'child' }, asked).map(({ field }) => field)
  expect(child).toEqual([
    'representative.name',
    'representative.ground',
    'representative.proof',
    'representative.phone',
  ])
})

test('whatever is left out of a whole draft is named, and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(whole)), (left) => {
      const some = Object.fromEntries(Object.entries(whole).filter(([name]) => !left.includes(name)))
      const named = new Set(
        troublesOf(some, asked).map(({ field }) => field.replace('representative.phone', 'subject.phone')),
      )
      for (const name of left) expect(named.has(name)).toBe(true)
      expect([...named].every((name) => left.includes(name) || left.includes('actingFor'))).toBe(true)
    }),
  )
})

test('only fields of the form may be kept', () => {
  const may = (name: string) => isFieldName(name, ['late'], ['to-khai'])
  expect(['subject.name', 'answers.late', 'paper.to-khai', 'consent.messages'].every(may)).toBe(true)
  fc.assert(
    fc.property(fc.string(), (name) => {
      if (may(`x${name}`)) throw new Error(name)
    }),
  )
  expect(['answers.other', 'paper.x', 'consent.all', '__proto__', 'caseId', 'citizenId'].some(may)).toBe(false)
})
