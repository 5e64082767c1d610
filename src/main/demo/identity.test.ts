import { afterAll, beforeAll, expect, test } from 'vitest'
import * as identityContract from '#modules/identity/contract.ts'
import { totpCode } from '#modules/identity/credentials/totp.ts'
import { identify, identity } from '#modules/identity/index.ts'
import { standInBrowser } from '#modules/identity/stand-ins/browser.ts'
import { organisation } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import type { DemoDeps } from './deps.ts'
import { loadIdentityDemo } from './identity.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoAccounts } from './identity-accounts.ts'
import { loadOrganisationDemo } from './organisation.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
  const operations = new Map([...organisation.operations, ...identity.operations].map((one) => [one.endpoint.id, one]))
  const deps: DemoDeps = {
    db: api.appDb,
    log: () => undefined,
    settle: async () => void (await api.settle()),
    async perform<T>(id: string, input: unknown) {
      const operation = operations.get(id)
      if (!operation) throw new Error(id)
      return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
    },
  }
  await loadOrganisationDemo(deps)
  await loadIdentityDemo(deps)
  await loadIdentityDemo(deps)
})
afterAll(() => api.close())

test('every demonstration sign-in works as it is printed', async () => {
  for (const account of demoAccounts) {
    const browser = standInBrowser(api.url)
    const { body } = await browser.call(identityContract.signInWithPassword, {
      name: account.name,
      password: DEMO_PASSWORD,
    })
    if (body.step === 'second-factor') {
      expect(account.secondFactor).toBe(true)
      await browser.call(identityContract.giveTotpCode, {
        pending: body.pending,
        code: totpCode(DEMO_TOTP_SECRET, new Date()),
      })
    }
    const session = await browser.call(identityContract.currentSession)
    expect(session.body.state, account.name).toBe(account.mustChange ? 'must-change-password' : 'signed-in')
    if (account.home !== null) expect(session.body.account?.unitName, account.name).not.toBeNull()
  }
})

test('the sign-in page names them to whoever is not signed in', async () => {
  const { body } = await standInBrowser(api.url).call(identityContract.currentSession)
  expect(body.demonstration.map(({ name }) => name)).toEqual(demoAccounts.map(({ name }) => name))
})

test('the deputy submits by the chairwoman’s delegation, and the page says so', async () => {
  const { body: list } = await api.root.call(identityContract.listAccounts, { search: 'pho.vungtau' })
  const accountId = list.accounts[0]?.id ?? ''
  const { body } = await api.root.call(identityContract.explainAccount, { accountId, day: '2026-11-21' })
  expect(body.rights.find(({ permission }) => permission === 'indicators:submit')).toMatchObject({
    unitName: 'Phường Vũng Tàu',
    reach: 'own',
    reason: { by: 'delegation', fromName: 'Võ Ngọc Lan' },
  })
  const before = await api.root.call(identityContract.explainAccount, { accountId, day: '2026-10-31' })
  expect(before.body.rights.some(({ permission }) => permission === 'indicators:submit')).toBe(false)
})
