import { readConfig } from '#server/config.ts'
import { type ReadyDatabase, readyDatabase } from './database.ts'
import { demoSignIns, loadDemo } from './demo/load.ts'
import { startPlatformProcess, stopOnSignal } from './platform.ts'
import { builtWeb } from './web-build.ts'

/** `npm start`: database, migrations, demonstration city, pages, server and work, in one process. */
async function start(): Promise<void> {
  const began = Date.now()
  const log = (line: string) => console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)
  // A person at a terminal wants the few lines below, not a line for each request.
  const config = readConfig({
    ...process.env,
    LOG_LEVEL: process.env.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info'),
  })
  log('Hải Đăng đang khởi động… / Hải Đăng is starting…')
  const [database, webFolder] = await bothOrNeither(readyDatabase(config, log), builtWeb(log))
  let running: Awaited<ReturnType<typeof startPlatformProcess>> | undefined
  stopOnSignal(async () => {
    console.log('\nĐang dừng… / Stopping…')
    await running?.stop()
    await database.stop()
  })
  try {
    if (config.demo) await loadDemo(database.url, log)
    running = await startPlatformProcess(config, database.url, { serve: true, work: true, webFolder })
  } catch (thrown) {
    await database.stop()
    throw thrown
  }
  log(`Sẵn sàng / Ready: ${config.publicUrl ?? running.address}`)
  if (config.demo) console.log(demoSignIns())
  if (running.identityStandIn !== null) console.log(aboutIdentities(running.identityStandIn))
}

/** The database and the pages, made ready side by side; when the pages fail, the database is not left running. */
async function bothOrNeither(
  starting: Promise<ReadyDatabase>,
  building: Promise<string>,
): Promise<[ReadyDatabase, string]> {
  const [database, web] = await Promise.allSettled([starting, building])
  if (database.status === 'rejected') throw database.reason
  if (web.status === 'fulfilled') return [database.value, web.value]
  await database.value.stop()
  throw web.reason
}

const aboutIdentities = (address: string): string =>
  `Mô phỏng định danh điện tử, đổi cách cư xử tại / Simulated electronic identity, told to misbehave at: ${address}`

start().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  if (process.env.LOG_LEVEL === 'debug') console.error(thrown)
  process.exit(1)
})
