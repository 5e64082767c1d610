import { defineConfig } from 'vitest/config'

/** Unit and operation tests. Browser journeys have a configuration of their own (vitest.journeys.config.ts). */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['src/testing/property-seed.ts'],
    // Processes, not threads: native modules (argon2, typst) and one database server shared by all of them.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    // A test that finds nothing to do is a mistake, and so is one left alone or skipped.
    passWithNoTests: false,
    allowOnly: false,
    reporters: ['default', ['json', { outputFile: 'build/test-results/vitest.json' }]],
  },
})
