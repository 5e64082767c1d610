import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import * as contract from '../contract.ts'
import { type StandInBrowser, standInBrowser } from './browser.ts'

/** Whoever may create accounts. */
type Root = {
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I>,
  ): Promise<{ body: z.output<O> }>
}

export const GOOD_PASSWORD = 'Xanh biếc 7 trùng khơi'

export type Person = {
  readonly accountId: string
  readonly signInName: string
  readonly password: string
  readonly browser: StandInBrowser
}

let made = 0

/** A person with an account whose first password is changed, signed in in a browser of their own. */
export async function newPerson(
  url: string,
  root: Root,
  {
    kind = 'personal',
    unitId = null,
    officialId = null,
  }: { kind?: 'personal' | 'administrator'; unitId?: string | null; officialId?: string | null } = {},
): Promise<Person> {
  const signInName = `nguoi.so.${++made}`
  const { body } = await root.call(contract.createAccount, {
    signInName,
    displayName: `Người số ${made}`,
    kind,
    unitId,
    officialId,
  })
  const temporary = body.temporaryPassword ?? ''
  const browser = standInBrowser(url)
  await browser.call(contract.signInWithPassword, { name: signInName, password: temporary })
  const changed = await browser.call(contract.changePassword, { current: temporary, wanted: GOOD_PASSWORD })
  if (changed.status !== 200) throw new Error(`The password was not changed: ${JSON.stringify(changed.problem)}`)
  return { accountId: body.accountId, signInName, password: GOOD_PASSWORD, browser }
}

/** Gives a person a role with these permissions. */
export async function giveRole(
  root: Root,
  accountId: string,
  permissions: string[],
  { unitId = null, reach = 'subtree' as 'own' | 'subtree' }: { unitId?: string | null; reach?: 'own' | 'subtree' } = {},
): Promise<{ readonly assignmentId: string; readonly roleCode: string }> {
  const roleCode = `vai-tro-${++made}`
  const text = { vi: `Vai trò ${made}`, en: `Role ${made}` }
  await root.call(contract.saveRole, { code: roleCode, name: text, description: text, permissions, version: null })
  const { body } = await root.call(contract.assignRole, {
    accountId,
    roleCode,
    unitId,
    reach,
    reason: 'Theo phân công',
  })
  return { assignmentId: body.id, roleCode }
}
