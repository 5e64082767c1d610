import { expect, test } from 'vitest'
import { safeBack } from './back.ts'

test('only an address of this platform is gone back to', () => {
  expect(safeBack('?back=%2Funits%2F1%3Fday%3D2026-01-01')).toBe('/units/1?day=2026-01-01')
  for (const back of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    '/sign-in?back=%2F',
    '/locked',
  ]) {
    expect(safeBack(`?back=${encodeURIComponent(back)}`)).toBe('/')
  }
  expect(safeBack('')).toBe('/')
})
