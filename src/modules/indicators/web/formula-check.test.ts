import { expect, test } from 'vitest'
import { insertMeasure, openReference, readFormula } from './formula-check.ts'

const measures = [
  { code: 'out_on_system', name: { vi: 'Văn bản đi trên phần mềm', en: 'Outgoing on the software' } },
  { code: 'out_off_system', name: { vi: 'Văn bản đi ngoài phần mềm', en: 'Outgoing elsewhere' } },
]

test('a good formula is said in words and names its measures', () => {
  expect(readFormula('[out_on_system] + [out_off_system]', measures, 'vi')).toEqual({
    state: 'good',
    words: '“Văn bản đi trên phần mềm” cộng “Văn bản đi ngoài phần mềm”',
    measures: ['out_on_system', 'out_off_system'],
  })
})

test('nothing typed is not wrong', () => {
  expect(readFormula('  ', measures, 'vi')).toEqual({ state: 'empty' })
})

test('a formula that does not add up, or does not parse, or names nothing known, says why', () => {
  const codesOf = (text: string) => {
    const read = readFormula(text, measures, 'vi')
    return read.state === 'wrong' ? read.errors.map(({ code }) => code) : read.state
  }
  expect(codesOf('[out_on_system] / [out_off_system]')).toEqual(['indicators/formula-does-not-add-up'])
  expect(codesOf('5')).toEqual(['indicators/formula-without-measure'])
  expect(codesOf('[nobody_knows]')).toHaveLength(1)
  expect(codesOf('[out_on_system] +')).toHaveLength(1)
})

test('a measure goes in where the bracket was opened, or at the cursor', () => {
  expect(openReference('[out', 4)).toEqual({ from: 0, typed: 'out' })
  expect(openReference('[a] + ', 6)).toBeNull()
  expect(insertMeasure('[out', 4, 'out_on_system')).toEqual({ text: '[out_on_system]', cursor: 15 })
  expect(insertMeasure('[a] + [ou] + [b]', 9, 'c')).toEqual({ text: '[a] + [c] + [b]', cursor: 9 })
  expect(insertMeasure('[a] + ', 6, 'b')).toEqual({ text: '[a] + [b]', cursor: 9 })
})
