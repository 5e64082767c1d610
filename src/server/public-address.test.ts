import { afterEach, expect, test, vi } from 'vitest'
import { publicAddress, reachedAt } from './public-address.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  reachedAt(null)
})

test('what was configured stands before where the platform listens, and nothing is made up', () => {
  expect(publicAddress()).toBeNull()
  reachedAt('http://127.0.0.1:8080/')
  expect(publicAddress()).toBe('http://127.0.0.1:8080')
  vi.stubEnv('PUBLIC_URL', 'https://dichvu.example.vn/')
  expect(publicAddress()).toBe('https://dichvu.example.vn')
})
