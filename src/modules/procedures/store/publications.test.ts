import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, PLAIN } from '#testing/ward.ts'
import { ProcedureContent } from '../domain/content.ts'
import { Process } from '../domain/process.ts'
import { findProcessFor, insertProcessDraft, publishProcessDraft, updateProcessDraft } from './processes.ts'
import {
  endOpenVersion,
  findInForce,
  getProcedureForUpdate,
  insertVersion,
  publishDraft,
  updateDraft,
} from './versions.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

const DAY = '2026-12-01'
const [by, at, later] = [newId(), new Date('2026-12-01T01:00:00Z'), new Date('2026-12-01T02:00:00Z')]
const committed = <T>(work: (tx: Tx) => Promise<T>) => api.db.transaction().execute(work)

/** Does it and reads it as it would be, and then it comes to nothing. */
async function rolledBack<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let read: { readonly it: T } | undefined
  await api.db
    .transaction()
    .execute(async (tx) => {
      read = { it: await work(tx) }
      throw new Error('comes to nothing')
    })
    .catch(() => undefined)
  if (!read) throw new Error('It was not read.')
  return read.it
}

test('what a publication said that came to nothing is not what the procedure says once it is published', async () => {
  const code = await buildProcedure(api)
  const { procedure, content } = await committed(async (tx) => {
    const found = await findInForce(tx, code, '2024-01-01')
    if (!found) throw new Error('There is no version.')
    return { procedure: await getProcedureForUpdate(tx, code), content: found.content }
  })
  const named = (vi: string): z.infer<typeof ProcedureContent> =>
    ProcedureContent.parse({ ...content, name: { vi, en: vi } })
  const draft = await committed((tx) => insertVersion(tx, { id: procedure.id, code }, named('Cũ'), { by, at }))
  const publish = async (tx: Tx, when: Date) => {
    const decided = { decisionNumber: '1/QĐ', decisionOn: DAY, decisionKind: 'amended', announcer: 'province' } as const
    await endOpenVersion(tx, procedure.id, DAY)
    await publishDraft(tx, draft.id, { ...decided, validFrom: DAY, publishedAt: when, publishedBy: by })
    return (await findInForce(tx, code, DAY))?.content.name.vi
  }
  expect(await rolledBack((tx) => publish(tx, at))).toBe('Cũ')
  await committed((tx) => updateDraft(tx, { id: draft.id, code, revision: 1 }, named('Mới'), { by, at }))
  expect(await committed((tx) => publish(tx, later))).toBe('Mới')
})

test('nor is the process', async () => {
  const code = await buildProcedure(api)
  const { id: procedureId } = await committed((tx) => getProcedureForUpdate(tx, code))
  const place = { procedureId, unitId: null }
  const called = (vi: string) =>
    Process.parse({ ...PLAIN, nodes: PLAIN.nodes.map((node) => ({ ...node, name: { vi, en: vi } })) })
  const saved = (vi: string) => ({ process: called(vi), note: '', by, at })
  const draft = await committed((tx) => insertProcessDraft(tx, place, saved('Cũ')))
  const publish = async (tx: Tx, when: Date) => {
    await publishProcessDraft(tx, { id: draft.id, ...place }, { by, at: when })
    return (await findProcessFor(tx, procedureId, []))?.process.nodes[0]?.name.vi
  }
  expect(await rolledBack((tx) => publish(tx, at))).toBe('Cũ')
  await committed((tx) => updateProcessDraft(tx, { id: draft.id, revision: 1 }, saved('Mới')))
  expect(await committed((tx) => publish(tx, later))).toBe('Mới')
})
