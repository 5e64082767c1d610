import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClamdStandIn, clamdStandIn } from '#testing/clamd.ts'
import { scan } from './clamd.ts'
import { EICAR } from './files/hostile.fixture.ts'

let clamd: ClamdStandIn
beforeAll(async () => {
  clamd = await clamdStandIn()
})
afterAll(() => clamd.close())
const address = () => ({ host: '127.0.0.1', port: clamd.port })

test('what the scanner says is taken, over as many pieces as it needs', async () => {
  clamd.manner = 'scans'
  expect(await scan(new Uint8Array(3 * 1024 * 1024), address())).toBe('clean')
  expect(await scan(new Uint8Array(0), address())).toBe('clean')
  expect(await scan(EICAR, address())).toBe('infected')
  clamd.manner = 'slow'
  expect(await scan(EICAR, address())).toBe('infected')
})

test('a scanner that answers nonsense, half a line, or not at all is down, never clean', async () => {
  for (const manner of ['nonsense', 'half', 'hangs-up'] as const) {
    clamd.manner = manner
    expect(await scan(new Uint8Array(10), address())).toBe('down')
  }
  expect(await scan(new Uint8Array(10), { host: '127.0.0.1', port: 1 })).toBe('down')
  expect(await scan(new Uint8Array(10), { path: '/nowhere/clamd.sock' })).toBe('down')
})

test('without a scanner it says so', async () => {
  expect(await scan(new Uint8Array(10), null)).toBe('none')
})
