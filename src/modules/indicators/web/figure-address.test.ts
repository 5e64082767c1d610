import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIGURE_DEFAULTS, type FigureKey, figureText, parseFigureText } from './figure-address.ts'

const anyKey: fc.Arbitrary<FigureKey> = fc.record({
  item: fc.record({
    kind: fc.constantFrom('indicator' as const, 'measure' as const),
    code: fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,20}$/),
  }),
  unitId: fc.uuid(),
  period: fc.constantFrom('2023-9M', '2026-M11', '2026-Q4', '2026-H1', '2026-Y'),
  regime: fc.constantFrom('cut-off' as const, 'calendar' as const),
  reach: fc.constantFrom('own' as const, 'subtree' as const),
  structureOn: fc.constantFrom(null, '2026-11-21'),
  knownAt: fc.constantFrom(null, '2023-09-30T00:00:00+07:00', '2023-09-30T00:00:00.000Z'),
  standing: fc.constantFrom('submitted' as const, 'approved' as const),
})

test('a figure is found again by its address, also after the address bar has encoded it', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const query = new URLSearchParams({ figure: figureText(key) }).toString()
      expect(parseFigureText(new URLSearchParams(query).get('figure') ?? '')).toEqual(key)
    }),
  )
})

test('what is as usual is left out of the address', () => {
  const unitId = '019a0000-0000-7000-8000-000000000001'
  const key = { item: { kind: 'indicator', code: 'I.01' } as const, unitId, period: '2023-9M', ...FIGURE_DEFAULTS }
  expect(figureText(key)).toBe(`indicator~I.01~${unitId}~2023-9M`)
})

test('nonsense names no figure and never throws', () => {
  for (const text of ['', '~~~', 'indicator~I.01', 'report~x~y~z', 'indicator~I.01~not-a-unit~2023-9M'])
    expect(parseFigureText(text)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseFigureText(text)
    }),
  )
})

test('a wrong option falls back to the usual one', () => {
  const unitId = '019a0000-0000-7000-8000-000000000001'
  const key = parseFigureText(`measure~documents_out~${unitId}~2026-M11~on=2026-02-30~regime=lunar~reach=all~known=x`)
  expect(key).toMatchObject(FIGURE_DEFAULTS)
})
