/** Serving processes for benches that call over HTTP, and who calls them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { isCitizenToken } from '#modules/portal/sign-in.ts'
import type { Told } from './serving-process.ts'

export type Answer = { readonly status: number; readonly body: Record<string, never> }
export type Servers = {
  readonly count: number
  ask(method: string, path: string, token: string, body?: object): Promise<Answer>
  /** Milliseconds of processor time that they have used so far. */
  used(): Promise<number>
  stop(): Promise<void>
}

/** As many as there are processors, each on a port of its own; whoever calls twice comes to the same one. */
export async function startServers(told: Told): Promise<Servers> {
  const children = await Promise.all(Array.from({ length: availableParallelism() }, () => startServer(told)))
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return {
    count: children.length,
    ask(method, path, token, body) {
      const server = children[token.charCodeAt(token.length - 1) % children.length]
      if (!server) throw new Error('No server runs.')
      return ask({ agent, url: server.url, method, path, token, body })
    },
    async used() {
      const used = await Promise.all(children.map(({ child }) => usedBy(child)))
      return used.reduce((sum, ms) => sum + ms, 0)
    },
    async stop() {
      agent.destroy()
      const ended = children.map(({ child }) => once(child, 'exit'))
      for (const { child } of children) child.disconnect()
      await Promise.all(ended)
    },
  }
}

async function startServer(told: Told): Promise<{ readonly child: ChildProcess; readonly url: URL }> {
  const child = fork(new URL('serving-process.ts', import.meta.url))
  const listening = once(child, 'message')
  child.send(told)
  const [address] = (await listening) as [string]
  return { child, url: new URL(address) }
}

async function usedBy(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message')
  child.send('used')
  const [ms] = (await answer) as [number]
  return ms
}

type Asking = {
  readonly agent: Agent
  readonly url: URL
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body?: object | undefined
}

function ask({ agent, url, method, path, token, body }: Asking): Promise<Answer> {
  const headers = { ...proofOf(token), 'x-haidang': '1', 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: url.hostname, port: url.port, method, path: `/api${path}`, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

/** A citizen comes with the cookie of a session, an official of a bench with a name the serving process was told. */
const proofOf = (token: string) =>
  isCitizenToken(token) ? { cookie: `haidang=${token}` } : { authorization: `Bearer ${token}` }
