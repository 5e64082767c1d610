import { readConfig } from '#server/config.ts'
import { readyDatabase } from './database.ts'
import { startPlatformProcess, stopOnSignal } from './platform.ts'
import { builtWeb } from './web-build.ts'

/** `npm run serve`: the server alone, on a database of its own; the work runs elsewhere (`npm run work`). */
const config = readConfig()
if (!config.databaseUrl) throw new Error('DATABASE_URL is needed: several processes share one real database.')
const database = await readyDatabase(config, console.log)
const running = await startPlatformProcess(config, database.url, {
  serve: true,
  work: false,
  webFolder: await builtWeb(console.log),
})
console.log(`Ready: ${running.address}`)
stopOnSignal(() => running.stop())
