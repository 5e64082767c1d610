import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEditable, nextStatus, type ReportStatus, type ReportStep } from './lifecycle.ts'

test('a report is issued only after it was submitted and signed', () => {
  const step = fc.constantFrom<ReportStep>('submit', 'return', 'sign', 'issue')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let status: ReportStatus = 'drafting'
      const way: ReportStatus[] = [status]
      for (const one of steps) {
        status = nextStatus(status, one) ?? status
        way.push(status)
      }
      const issued = way.indexOf('issued')
      if (issued < 0) return
      const before = way.slice(0, issued).filter((one, index, all) => one !== all[index - 1])
      expect(before.slice(-2)).toEqual(['submitted', 'signed'])
      expect(way.slice(issued).every((one) => one === 'issued')).toBe(true)
    }),
  )
})

test('only a draft can be written', () => {
  expect((['drafting', 'submitted', 'signed', 'issued'] as const).filter(isEditable)).toEqual(['drafting'])
})
