import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar.ts'
import { openContext } from '#testing/browser.ts'
import { signInAs } from './people.ts'

const headers = { 'x-haidang': '1' }

export const both = (vi: string, en: string) => ({ vi, en })

type Version = {
  readonly code: string
  readonly procedure: string
  /** In force from so many days after today. */
  readonly after: number
  readonly definition: object
}

/** The next version of a form: one official writes it, another publishes it. */
export async function publishForm(
  browser: Browser,
  url: string,
  { code, procedure, after, definition }: Version,
): Promise<void> {
  const writer = await openContext(browser, url)
  await signInAs(writer.context, 'canbo.thanhpho')
  const { request } = writer.context
  const content = { procedures: [procedure], definition }
  const created = await request.post('/api/forms', { headers, data: { code, ...content } })
  const saved = created.ok()
    ? created
    : await request.put(`/api/forms/by-code/${code}/draft`, { headers, data: { revision: null, ...content } })
  expect(saved.status(), await saved.text()).toBe(200)
  const { revision } = (await saved.json()) as { revision: number }
  const publisher = await openContext(browser, url)
  await signInAs(publisher.context, 'lanhdao')
  const published = await publisher.context.request.post(`/api/forms/by-code/${code}/publication`, {
    headers,
    data: { revision, validFrom: addDays(dayAt(new Date()), after) },
  })
  expect(published.status(), await published.text()).toBe(200)
  await Promise.all([writer.context.close(), publisher.context.close()])
}
