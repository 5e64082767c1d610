import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEVERITIES } from '../domain/finding.ts'
import { STATES } from '../domain/finding-words.ts'
import { countChoices, passes } from './finding-filter.ts'

const RULES = ['ratio', 'total', 'dates']
const finding = fc.record({
  severity: fc.constantFrom(...SEVERITIES),
  rule: fc.constantFrom(...RULES),
  state: fc.constantFrom(...STATES),
})
const filter = fc.record({
  severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
  rule: fc.option(fc.constantFrom(...RULES), { nil: undefined }),
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
})

test('the count beside a choice is the number of findings that choosing it shows', () => {
  fc.assert(
    fc.property(fc.array(finding), filter, (findings, chosen) => {
      const counts = countChoices(findings, chosen)
      const shown = (change: object) => findings.filter((one) => passes(one, { ...chosen, ...change })).length
      for (const severity of SEVERITIES) expect(counts.severity.get(severity) ?? 0).toBe(shown({ severity }))
      for (const rule of RULES) expect(counts.rule.get(rule) ?? 0).toBe(shown({ rule }))
      for (const state of STATES) expect(counts.state.get(state) ?? 0).toBe(shown({ state }))
    }),
  )
})

test('without a choice everything passes', () => {
  fc.assert(fc.property(finding, (one) => passes(one, {})))
})
