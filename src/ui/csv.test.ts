import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('cells are quoted where they must be, numbers are written the Vietnamese way', () => {
  const text = csvText([
    ['Chỉ tiêu', 'Kết quả'],
    ['Một "số"; hai', 98.27],
    ['hai\ndòng', null],
  ])
  expect(text).toBe('\uFEFFChỉ tiêu;Kết quả\r\n"Một ""số""; hai";98,27\r\n"hai\ndòng";\r\n')
})

test('text that looks like a formula does not run when the file is opened', () => {
  expect(csvText([['=HYPERLINK("x")', '-2+3', '@a', 'a=b', -5]])).toBe(
    '\uFEFF"\'=HYPERLINK(""x"")";\'-2+3;\'@a;a=b;-5\r\n',
  )
})
