import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemBody } from '#kernel/problem.ts'

export type BrowserAnswer<T> = { readonly status: number; readonly body: T; readonly problem: ProblemBody | undefined }

export type StandInBrowser = {
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I>,
  ): Promise<BrowserAnswer<z.output<O>>>
  /** The session cookie's value; null without one. */
  cookie(): string | null
  /** Puts a cookie in, as an attacker might. */
  plant(value: string): void
  /** The last Set-Cookie line. */
  setCookie(): string
}

const NAME = /^(?:__Host-)?[a-z]+$/i

/** A browser for tests: keeps the cookie it is given and sends it back, nothing else. */
export function standInBrowser(url: string, headers: Record<string, string> = {}): StandInBrowser {
  let cookie: { name: string; value: string } | null = null
  let setCookie = ''
  return {
    cookie: () => cookie?.value ?? null,
    plant: (value) => {
      cookie = { name: cookie?.name ?? 'haidang', value }
    },
    setCookie: () => setCookie,
    async call(endpoint, input) {
      const rest: Record<string, unknown> = { ...input }
      const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
        const value = String(rest[name])
        delete rest[name]
        return encodeURIComponent(value)
      })
      const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
      const query = new URLSearchParams()
      if (inQuery)
        for (const [name, value] of Object.entries(rest))
          if (value !== undefined) query.set(name, String(value as string | number | boolean))
      const response = await fetch(`${url}/api${path}${inQuery ? `?${query}` : ''}`, {
        method: endpoint.method,
        headers: {
          'x-haidang': '1',
          ...(cookie && { cookie: `${cookie.name}=${cookie.value}` }),
          ...(inQuery ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(inQuery ? {} : { body: JSON.stringify(rest) }),
      })
      for (const line of response.headers.getSetCookie()) {
        setCookie = line
        const [pair] = line.split(';')
        const name = pair?.slice(0, pair.indexOf('=')) ?? ''
        const value = pair?.slice(pair.indexOf('=') + 1) ?? ''
        if (NAME.test(name)) cookie = value === '' ? null : { name, value }
      }
      const answer: unknown = await response.json()
      // What came back was checked by the server against the same contract.
      return response.ok
        ? { status: response.status, body: answer as never, problem: undefined }
        : { status: response.status, body: undefined as never, problem: answer as ProblemBody }
    },
  }
}
