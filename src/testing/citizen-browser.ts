import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import * as portal from '#modules/portal/contract.ts'
import type { Answer, TestApi } from './api.ts'

export type CitizenBrowser = {
  cookie(): string | null
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I>,
  ): Promise<Answer<z.output<O>>>
}

/** A browser of somebody's own: it keeps the cookie that it is given and sends it back. */
export function newBrowser(api: TestApi): CitizenBrowser {
  let cookie: string | null = null
  return {
    cookie: () => cookie,
    async call(endpoint, input) {
      const answer = await api.anonymous.call(endpoint, input, cookie === null ? {} : { cookie })
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return answer
    },
  }
}

/** Signs in by a code, which a demonstration shows. */
export async function byCode(browser: CitizenBrowser, address: string) {
  const { body } = await browser.call(portal.askCode, { address })
  return (await browser.call(portal.giveCode, { codeId: body.codeId, code: body.demonstrationCode ?? '' })).body
}

export const whoIs = async (browser: CitizenBrowser) => (await browser.call(portal.currentCitizen)).body

const requestIn = (text: string) => /name="request" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** What a person does at the demonstration's stand-in: chooses whom to play, agrees, and is sent back with a query. */
export async function visitStandIn(
  url: string,
  { person = 'mo-phong-1', agreed = true, see = async (page: Response) => page.text() } = {},
): Promise<string> {
  const post = (path: string, form: Record<string, string>) =>
    fetch(new URL(path, url), { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  const queryOf = (back: Response) => new URL(back.headers.get('location') ?? '').search
  const chosen = await post('/person', { request: requestIn(await see(await fetch(url))), person })
  if (chosen.status === 303) return queryOf(chosen)
  return queryOf(await post('/consent', { request: requestIn(await see(chosen)), agreed: agreed ? 'yes' : 'no' }))
}

/** Signs in through the stand-in. */
export async function byStandIn(browser: CitizenBrowser, person: string) {
  const { body } = await browser.call(portal.beginProviderSignIn)
  const query = await visitStandIn(body.url, { person })
  return (await browser.call(portal.finishProviderSignIn, { browserKey: body.browserKey, query })).body
}
