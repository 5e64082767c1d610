/** One platform on an empty database of its own and one browser, for all journeys. */
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { minutesAhead, putClockAhead } from '#testing/clock.ts'
import { startTestPlatform } from '#testing/platform.ts'
import { findChromium } from './machine.ts'

declare module 'vitest' {
  // Vitest asks for an interface here: it is extended, not replaced.
  interface ProvidedContext {
    platformUrl: string
    /** Where the stand-in for a provider of identities is told how to behave. */
    identityStandIn: string
    /** For `chromium.connect()`. */
    browserEndpoint: string
    /** How far ahead of the machine's clock all of it lives. */
    clockAheadMs: number
  }
}

/** Starts both and tells the journeys where they are; ends both afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is missing: npm test gets it, or says how')
  const clockAheadMs = minutesAhead(new Date(), process.env['JOURNEYS_AT']) * 60_000
  putClockAhead(clockAheadMs)
  project.provide('clockAheadMs', clockAheadMs)
  const platform = await startTestPlatform({ demo: true })
  const browser = await chromium.launchServer({
    executablePath,
    host: '127.0.0.1',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=vi-VN'],
  })
  project.provide('platformUrl', platform.url)
  project.provide('identityStandIn', platform.identityStandIn)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await platform.stop()
  }
}
