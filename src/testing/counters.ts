import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import { rawPdf } from '#modules/cases/gateways/files/hostile.fixture.ts'
import * as contract from '#modules/counter/contract.ts'
import { statementText } from '#modules/counter/domain/statement.ts'
import { done, PAPER, PERSON, type Ward } from './ward.ts'

/** A registered counter of an officer, with numbers, as its browser would be. */
export async function openCounter(
  ward: Pick<Ward, 'one' | 'officer' | 'procedure'>,
  amount = 10,
  officer = ward.officer,
) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const asked = { unitId: ward.one, name: 'Quầy thử', publicKey: { x, y } }
  const { body: device } = await done(officer.call(contract.registerDevice, asked))
  const { body: lease } = await done(
    officer.call(contract.leaseNumbers, { deviceId: device.deviceId, amount, hours: 8 }),
  )
  const base = { deviceId: device.deviceId, leaseId: lease.leaseId }
  let next = lease.first
  return {
    ...device,
    lease,
    /** An intake as the counter would take it now, under its next number. */
    taken: (more: Record<string, unknown> = {}, intake: Record<string, unknown> = {}) =>
      signed(privateKey, {
        itemId: newId(),
        ...base,
        number: next++,
        takenAt: new Date().toISOString(),
        content: contentOf(ward, intake),
        files: {},
        ...more,
      }),
    signed: (statement: Parameters<typeof signed>[1]) => signed(privateKey, statement),
  }
}

export function contentOf(
  { procedure, one }: Pick<Ward, 'procedure' | 'one'>,
  more: Record<string, unknown> = {},
): string {
  const intake = {
    procedureCode: procedure,
    receivedUnitId: one,
    channel: 'counter',
    subject: PERSON,
    papers: [PAPER],
    ...more,
  }
  return JSON.stringify({ salt: randomBytes(16).toString('base64url'), intake, scans: [] })
}

type Unsigned = {
  itemId: string
  deviceId: string
  leaseId: string
  number: number
  takenAt: string
  content: string
  files: Record<string, string>
}

function signed(key: KeyObject, statement: Unsigned) {
  const contentHash = createHash('sha256').update(statement.content).digest('hex')
  const text = Buffer.from(statementText({ ...statement, contentHash }))
  const signature = sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return { ...statement, signature }
}

/** A scan as a counter would send it. */
export const SCAN = rawPdf('')
