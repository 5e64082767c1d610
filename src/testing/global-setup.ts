import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/migrate.ts'
import { startEmbedded } from '#server/postgres/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's URL of the test server's maintenance database. */
    serverUrl: string
  }
}

export const TEMPLATE = 'haidang_template'

/** Starts one throw-away PostgreSQL for the whole run and migrates the template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({ ephemeral: true, dataFolder: '', log: () => undefined })
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`create database ${TEMPLATE}`)
    await client.end()
    await migrate(databaseUrl(server.url, TEMPLATE))
  } catch (thrown) {
    await server.stop()
    throw thrown
  }
  project.provide('serverUrl', server.url)
  return () => server.stop()
}

/** The URL of another database on the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
