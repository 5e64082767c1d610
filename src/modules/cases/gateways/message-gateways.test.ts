import { afterEach, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { reachedAt } from '#server/public-address.ts'
import { channelsWithoutAddress, sendThrough } from './message-gateways.ts'

const none = readConfig({}).messages
const real = readConfig({ SMS_URL: 'http://127.0.0.1:9', SMS_KEY: 'k' }).messages
afterEach(() => {
  sendThrough(none)
  reachedAt(null)
})

test('channels that write to people are counted while nobody has said where the platform is', () => {
  sendThrough(none)
  expect(channelsWithoutAddress()).toBe(0)
  sendThrough(real)
  expect(channelsWithoutAddress()).toBe(1)
  sendThrough({ ...real, simulated: ['sms'] })
  expect(channelsWithoutAddress()).toBe(0)
  sendThrough(real)
  reachedAt('https://dichvu.example.vn')
  expect(channelsWithoutAddress()).toBe(0)
})
