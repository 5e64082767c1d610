import { defineConfig } from 'vitest/config'

/** Journeys through the real product in a real browser, one after the other. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['scripts/journeys-setup.ts'],
    setupFiles: ['src/testing/journey-clock.ts'],
    include: ['tests/journeys/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    // A walk that failed is walked once more: what is broken breaks twice. `npm test` names each that needed it.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    // What a page shows is waited for as long as an element is; the second that is the default is short for a page that is loaded anew.
    expect: { poll: { timeout: 20_000 } },
    passWithNoTests: false,
    allowOnly: false,
    reporters: ['default', ['json', { outputFile: 'build/test-results/journeys.json' }]],
  },
})
