import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { RULES } from '../domain/rules/list.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
let auditId: string
const bytes = reportText({ share: '89,27%' })
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  const fileId = await api.root.upload('q3.txt', 'text/plain', bytes)
  auditId = (await done(api.root, contract.auditFile, { fileId, unitId: units.city })).auditId
})
afterAll(() => api.close())

test('an audit tells its findings with places that lead into the document', async () => {
  const { findings, findingCount, blockCount, originalSize, versions } = await done(api.root, contract.getAudit, {
    auditId,
  })
  expect(findingCount).toBe(findings.length)
  expect(originalSize).toBe(bytes.length)
  expect(versions).toMatchObject([{ auditId, version: 1, fileName: 'q3.txt' }])
  const { blocks } = await done(api.root, contract.readDocument, { auditId })
  expect(blocks).toHaveLength(blockCount)
  for (const { places, stated, worked, why } of findings) {
    expect([stated, worked, why].every(({ vi, en }) => vi !== '' && en !== '')).toBe(true)
    for (const { block, row, column, quote } of places) {
      const at = blocks[block]
      const texts = at?.kind === 'table' ? at.rows[row ?? 0]?.filter((cell) => cell.column === column) : []
      expect(texts?.map(({ text }) => text)).toContain(quote)
    }
  }
})

test('a long document is read in stretches that make up the whole', async () => {
  const whole = (await done(api.root, contract.readDocument, { auditId })).blocks
  const read: unknown[] = []
  for (let fromBlock: number | null = 0; fromBlock !== null; ) {
    const { blocks, next }: { blocks: unknown[]; next: number | null } = await done(api.root, contract.readDocument, {
      auditId,
      fromBlock,
      limit: 2,
    })
    expect(blocks.length).toBeLessThanOrEqual(2)
    read.push(...blocks)
    fromBlock = next
  }
  expect(read).toEqual(whole)
  expect((await done(api.root, contract.readDocument, { auditId, fromBlock: 999 })).blocks).toEqual([])
  expect((await api.root.call(contract.readDocument, { auditId, limit: 501 })).status).toBe(400)
})

test('findings are filtered by severity, rule and state', async () => {
  const { findings, total } = await done(api.root, contract.listFindings, { auditId })
  expect(total).toBe(findings.length)
  const [first] = findings
  const of = async (filter: object) => (await done(api.root, contract.listFindings, { auditId, ...filter })).total
  expect(await of({ severity: 'proved', rule: first?.rule, state: 'open' })).toBeGreaterThan(0)
  expect(await of({ state: 'dismissed' })).toBe(0)
  expect(await of({ rule: 'no-such-rule' })).toBe(0)
  const { findings: page } = await done(api.root, contract.listFindings, { auditId, offset: 1, limit: 1 })
  expect(page).toEqual(findings.slice(1, 2))
})

test('every rule says what it compares, in both languages', async () => {
  const { rules } = await done(api.root, contract.listRules, {})
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
  expect(rules.every(({ title, about }) => [title.vi, title.en, about.vi, about.en].every((text) => text !== ''))).toBe(
    true,
  )
})

test('an audit of a unit out of reach is not there, nor its document, findings or file', async () => {
  const stranger = api.as({ grants: [{ permission: 'auditor:*', unitId: units.other, reach: 'subtree' }] })
  const answers = [
    await stranger.call(contract.getAudit, { auditId }),
    await stranger.call(contract.readDocument, { auditId }),
    await stranger.call(contract.listFindings, { auditId }),
    await api.root.call(contract.getAudit, { auditId: newId() }),
  ]
  for (const { problem } of answers) expect(problem).toMatchObject({ status: 404, code: 'auditor/not-found' })
  const nobody = api.as({ grants: [] })
  expect((await nobody.call(contract.getAudit, { auditId })).status).toBe(403)
  expect((await nobody.call(contract.listRules)).status).toBe(403)
})
