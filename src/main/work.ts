import { readConfig } from '#server/config.ts'
import { readyDatabase } from './database.ts'
import { startPlatformProcess, stopOnSignal } from './platform.ts'

/** `npm run work`: deliveries and schedules alone; any number of these may run. */
const config = readConfig()
if (!config.databaseUrl) throw new Error('DATABASE_URL is needed: several processes share one real database.')
const database = await readyDatabase(config, console.log)
const running = await startPlatformProcess(config, database.url, { serve: false, work: true, webFolder: null })
console.log('Working.')
stopOnSignal(() => running.stop())
