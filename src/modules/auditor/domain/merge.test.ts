import { expect, test } from 'vitest'
import { audit } from './audit.ts'
import { documentOf } from './document.fixture.ts'
import { NOTHING_KNOWN } from './knowledge.ts'

const HEADER = ['TT', 'Đơn vị', 'Tổng số (1)', 'Trực tuyến (2)', 'Trực tiếp (3)', 'Tỷ lệ % (4)=(2)/(1)']
const RIGHT = [
  HEADER,
  ['1', 'A', '2.396', '2.100', '296', '87,65'],
  ['2', 'B', '4.520', '4.218', '302', '93,32'],
  ['3', 'C', '1.907', '1.200', '707', '62,93'],
  ['4', 'D', '3.333', '3.000', '333', '90,01'],
  ['', 'Tổng cộng', '12.156', '10.518', '1.638', '86,53'],
]

test('a right table yields nothing', () => {
  expect(audit(documentOf(RIGHT), NOTHING_KNOWN).findings).toEqual([])
})

test('one slip is one finding, though three computations see it', () => {
  const wrong = RIGHT.map((row) => row.map((text) => (text === '4.520' ? '4.250' : text)))
  const { findings } = audit(documentOf(wrong), NOTHING_KNOWN)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    severity: 'proved',
    correction: { kind: 'transpose', changes: [{ from: '4.250', to: '4.520' }] },
  })
  expect(findings[0]?.notes?.length).toBeGreaterThanOrEqual(1)
  expect(findings[0]?.places[0]?.quote).toBe('4.250')
})
