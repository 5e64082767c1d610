import { expect, test } from 'vitest'
import { receiveNewCase } from '#modules/cases/contract.ts'
import { faultsOf } from './faults.ts'

const INTAKE = {
  procedureCode: '1.000001',
  receivedUnitId: '01900000-0000-7000-8000-000000000001',
  channel: 'counter' as const,
  subject: { kind: 'person' as const, name: 'Nguyễn Thị Thử' },
}
const fine = () => ({ faults: [] })

test('an intake without faults has none, one that lacks a name or a paper is found while the citizen is there', () => {
  expect(faultsOf(receiveNewCase.input, INTAKE, fine, 0)).toBeNull()
  const nameless = { ...INTAKE, subject: { ...INTAKE.subject, name: ' ' } }
  expect(faultsOf(receiveNewCase.input, nameless, fine, 0)?.body).toMatchObject({
    code: 'platform/invalid-input',
    errors: [{ path: 'subject.name', code: 'platform/required' }],
  })
  expect(faultsOf(receiveNewCase.input, INTAKE, fine, 2)?.body).toMatchObject({
    code: 'cases/papers-missing',
    values: { count: 2 },
  })
  expect(faultsOf(receiveNewCase.input, { ...INTAKE, missingReason: 'Nộp sau' }, fine, 2)).toBeNull()
})

test('numbers of people are checked as the server checks them, and named by their place', () => {
  const wrong = () => ({ faults: [{ path: 'phone', code: 'cases/bad-phone' }] })
  const both = { ...INTAKE, representative: { ...INTAKE.subject, ground: 'Giấy uỷ quyền' } }
  expect(faultsOf(receiveNewCase.input, both, wrong, 0)?.body.errors?.map(({ path }) => path)).toEqual([
    'subject.phone',
    'representative.phone',
  ])
})
