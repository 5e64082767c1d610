import { expect, test } from 'vitest'
import { wordsBeyond } from './spoken.ts'

test.each([
  ['98.27% (23.391/23.802)', 23391, 23802, ''],
  ['80% (421.62/527.025)', 421620, 527025, ''],
  ['100% (55/55 TTHC có phát sinh giao dịch trực tuyến)', 55, 55, 'TTHC có phát sinh giao dịch trực tuyến'],
  ['39% cán bộ được cấp tài khoản (202/511)', 202, 511, 'cán bộ được cấp tài khoản'],
  ['Đạt tỷ lệ 52% (470/900 DN sử dụng)', 470, 900, 'DN sử dụng'],
  ['34% (Thực hiện 18/52 cuộc kiểm tra)', 18, 52, 'Thực hiện 18/52 cuộc kiểm tra'],
  ['Tổ chức 03 lớp', 1, 2, 'Tổ chức 03 lớp'],
])('of "%s" the words beyond %i/%i are "%s"', (note, numerator, denominator, words) => {
  expect(wordsBeyond(note, { numerator, denominator })).toBe(words)
})

test('without a ratio the note is all there is', () => {
  expect(wordsBeyond('50.07% (số trên IOC tỉnh)', { numerator: null, denominator: null })).toBe(
    '50.07% (số trên IOC tỉnh)',
  )
})
