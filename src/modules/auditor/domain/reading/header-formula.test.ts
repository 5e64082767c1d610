import { expect, test } from 'vitest'
import { isColumnNumber, readHeaderMark, resolvePromise } from './header-formula.ts'

test.each([
  ['Tỷ lệ (%) (3)=(2)/(1)', '3', { sum: ['+2'], over: ['+1'] }],
  ['(8)=((6)+(7))/(3)', '8', { sum: ['+6', '+7'], over: ['+3'] }],
  ['6=4/(1+2)*100', '6', { sum: ['+4'], over: ['+1', '+2'] }],
  ['7=5-6', '7', { sum: ['+5', '-6'], over: undefined }],
  ['(5) = (3) : (2) x 100%', '5', { sum: ['+3'], over: ['+2'] }],
  ['Tổng (1)=(2)+(3)+(4)', '1', { sum: ['+2', '+3', '+4'], over: undefined }],
])('%s', (text, mark, formula) => {
  const { mark: found, promise } = readHeaderMark(text)
  const shown = (terms: NonNullable<typeof promise>['sum'] | undefined) =>
    terms?.map(({ mark: name, sign }) => `${sign < 0 ? '-' : '+'}${name}`)
  expect(found).toBe(mark)
  expect({ sum: shown(promise?.sum), over: shown(promise?.over) }).toEqual(formula)
})

test.each(['Số hồ sơ năm 2023', 'Nghị quyết (QĐ=1)', 'Tỷ lệ (%)', '(3)=(2)*(1)/(4)/(5)', '(3)=a/b'])(
  '%s promises nothing',
  (text) => {
    expect(readHeaderMark(text).promise).toBeNull()
  },
)

test('a formula over columns without a number promises nothing', () => {
  const promise = readHeaderMark('(3)=(2)/(9)').promise
  expect(promise && resolvePromise(promise, new Map([['2', 4]]))).toBeNull()
})

test('column numbers', () => {
  expect(['(1)', '1', 'A', '3=2/1', '(3)=(2)/(1)'].every(isColumnNumber)).toBe(true)
  expect(['1.000', 'AB', 'x=y', ''].some(isColumnNumber)).toBe(false)
})
