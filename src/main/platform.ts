import type { FastifyInstance } from 'fastify'
import { messageOf } from '#kernel/problem.ts'
import { identifyDevice } from '#modules/appointments/index.ts'
import { type StandIns, sendThrough, startStandIns } from '#modules/cases/index.ts'
import { startStandIn, stopStandIn } from '#modules/exchange/index.ts'
import { createFirstAdministrator, identify } from '#modules/identity/index.ts'
import { type IdentityStandIn, identifyCitizen, signInThrough, startIdentityStandIn } from '#modules/portal/index.ts'
import type { Config } from '#server/config.ts'
import { connect, type Db } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { createServer, type Identify } from '#server/http.ts'
import { type Listener, startListener } from '#server/live.ts'
import { isLoopback } from '#server/openid.ts'
import { reachedAt } from '#server/public-address.ts'
import { tidyUploads } from '#server/uploads.ts'
import { startWorker, type Worker } from '#server/worker.ts'
import { isDemoLoaded } from './demo/load.ts'
import { modules } from './modules.ts'
import { VERSION } from './version.ts'

export type Running = {
  readonly db: Db
  readonly app: FastifyInstance | null
  /** Where the server listens; null when only the work runs here. */
  readonly address: string | null
  /** Where the demonstration's stand-in for a provider of identities is told how to behave; null: there is none. */
  readonly identityStandIn: string | null
  stop(): Promise<void>
}

type Parts = { readonly serve: boolean; readonly work: boolean; readonly webFolder: string | null }

/** Starts one process of the platform on a migrated database: the server, the work, or both. Any number may run side by side. */
export async function startPlatformProcess(
  config: Config,
  databaseUrl: string,
  { serve, work, webFolder }: Parts,
): Promise<Running> {
  const db = connect(databaseUrl, { poolSize: config.poolSize })
  const report = (thrown: unknown, what = 'database line') => {
    process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), what, msg: messageOf(thrown) })}\n`)
  }
  const listener: Listener = await startListener(databaseUrl, report)
  let app: FastifyInstance | null = null
  let worker: Worker | null = null
  let address: string | null = null
  const demo = await isDemoLoaded(db)
  // A demonstration in one process shows what messages go through; anywhere else they go where the environment says, or wait.
  const standIns: StandIns | null =
    demo && config.demo && serve && work ? await startStandIns(db, config.messages) : null
  sendThrough(standIns?.messages ?? config.messages)
  const identities = demo && config.demo && serve && work ? await standInForIdentities(config) : null
  signInThrough(identities?.provider)
  if (work) {
    // The demonstration speaks with a simulation of the national portal, which lives in this process.
    if (demo && config.demo) await startStandIn(db)
    const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
    const schedules = [tidyUploads, ...modules.flatMap((module) => module.schedules ?? [])]
    worker = await startWorker({ db, handlers, schedules, listener, onError: report })
  }
  if (serve) {
    const first = await createFirstAdministrator(db)
    if (first) console.log(firstSignIn(first))
    const about = { demo, version: VERSION }
    app = await createServer({ config, db, modules, identify: identifyAnyone, listener, webFolder, about })
    address = await app.listen({ host: config.host, port: config.port })
    standIns?.reportTo(address)
    // What a demonstration writes to people leads to the machine it runs on; elsewhere only PUBLIC_URL says where people are.
    reachedAt(demo && config.demo ? address : null)
  }
  return {
    db,
    app,
    address,
    identityStandIn: identities?.provider.issuer ?? null,
    async stop() {
      await app?.close()
      await worker?.stop()
      await standIns?.close()
      signInThrough(undefined)
      await identities?.close()
      await stopStandIn()
      await listener.stop()
      await db.destroy()
    },
  }
}

/** Only browsers on this machine reach what stands in for a provider of identities; others are not led there. */
async function standInForIdentities({
  host,
  port,
  publicUrl,
  citizenProvider,
}: Config): Promise<IdentityStandIn | null> {
  const here = publicUrl === undefined ? `http://${host}` : publicUrl
  if (citizenProvider || !URL.canParse(here) || !isLoopback(new URL(here))) return null
  return startIdentityStandIn({ port: port === 0 ? 0 : port + 1 })
}

/** A device in a hall where one is asked for; else an official or a citizen, whose sessions are told apart by the token. */
const identifyAnyone: Identify = async (credentials, db) =>
  credentials.deviceToken !== null
    ? identifyDevice(credentials, db)
    : ((await identifyCitizen(credentials, db)) ?? (await identify(credentials, db)))

/** Said once, on the terminal of whoever starts a new installation, and kept nowhere. */
function firstSignIn({ name, password }: { readonly name: string; readonly password: string }): string {
  return [
    'Tài khoản quản trị đầu tiên / the first administrator:',
    `  tên đăng nhập / name: ${name}`,
    `  mật khẩu tạm / temporary password: ${password}`,
    '  (phải đổi ngay lần đầu / to be changed at the first sign-in)',
  ].join('\n')
}

/** Stops in order at Ctrl-C or SIGTERM, once; a second signal ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      (thrown: unknown) => {
        console.error(thrown)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
