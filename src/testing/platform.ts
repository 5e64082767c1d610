import { loadDemo } from '#main/demo/load.ts'
import { modules } from '#main/modules.ts'
import { startPlatformProcess } from '#main/platform.ts'
import { builtWeb } from '#main/web-build.ts'
import { readConfig } from '#server/config.ts'
import { migrate } from '#server/migrate.ts'
import { startEmbedded } from '#server/postgres/embedded.ts'
import { prepareDatabase } from '#server/prepare.ts'

export type TestPlatform = {
  readonly url: string
  readonly databaseUrl: string
  /** Where the stand-in for a provider of identities is told how to behave; empty: there is none. */
  readonly identityStandIn: string
  stop(): Promise<void>
}

/** The whole platform with its pages on a throw-away database and a free port, for journeys in a browser. */
export async function startTestPlatform({ demo }: { demo: boolean }): Promise<TestPlatform> {
  const [server, webFolder] = await Promise.all([
    startEmbedded({ ephemeral: true, dataFolder: '', log: () => undefined }),
    builtWeb(() => undefined),
  ])
  await migrate(server.url)
  await prepareDatabase(server.url, modules)
  if (demo) await loadDemo(server.url, () => undefined)
  const config = { ...readConfig({}), port: 0, logLevel: process.env.TEST_LOG ?? 'warn' }
  const running = await startPlatformProcess(config, server.url, { serve: true, work: true, webFolder })
  return {
    url: running.address ?? '',
    databaseUrl: server.url,
    identityStandIn: running.identityStandIn ?? '',
    async stop() {
      await running.stop()
      await server.stop()
    },
  }
}
