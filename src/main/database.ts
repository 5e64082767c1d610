import type { Config } from '#server/config.ts'
import { migrate } from '#server/migrate.ts'
import { runningEmbedded, startEmbedded } from '#server/postgres/embedded.ts'
import { prepareDatabase } from '#server/prepare.ts'
import { modules } from './modules.ts'

export type ReadyDatabase = {
  readonly url: string
  readonly embedded: boolean
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[]
  stop(): Promise<void>
}

/** The database of the configuration, running and brought up to this version. */
export async function readyDatabase(config: Config, log: (line: string) => void): Promise<ReadyDatabase> {
  if (config.databaseUrl) {
    const migrated = await migrate(config.migrationUrl ?? config.databaseUrl)
    await prepareDatabase(config.databaseUrl, modules)
    return { url: config.databaseUrl, embedded: false, migrated, stop: () => Promise.resolve() }
  }
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, log })
  try {
    const migrated = await migrate(embedded.url)
    await prepareDatabase(embedded.url, modules)
    return { url: embedded.url, embedded: true, migrated, stop: () => embedded.stop() }
  } catch (thrown) {
    await embedded.stop()
    throw thrown
  }
}

/** As `readyDatabase`, but beside a platform that is already running on the folder: its server is used and left running. */
export async function sharedDatabase(config: Config, log: (line: string) => void): Promise<ReadyDatabase> {
  const url = config.databaseUrl ? undefined : await runningEmbedded(config.dataFolder)
  if (!url) return readyDatabase(config, log)
  return { url, embedded: true, migrated: [], stop: () => Promise.resolve() }
}
