import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type * as contract from '#modules/auditor/contract.ts'
import { SAMPLE_REPORT } from '#modules/auditor/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { keepUpload } from '#server/files.ts'
import type { DemoDeps } from './deps.ts'

const CITY = { code: '747', day: '2023-09-30' }
const NAME = 'bao-cao-9-thang-2023-tp-vung-tau.txt'

/** Audits the city's public report of nine months of 2023 as a file from elsewhere. Does nothing when it is there. */
export async function loadAuditorDemo({ db, perform }: Pick<DemoDeps, 'db' | 'perform'>): Promise<void> {
  const { audits } = await perform<{ audits: unknown[] }>('auditor.list-audits', { source: 'file', limit: 1 })
  if (audits.length > 0) return
  const { units } = await perform<{ units: { unitId: string; code: string | null; level: string }[] }>(
    'organisation.tree-at',
    { day: CITY.day },
  )
  const city = units.find(({ code, level }) => code === CITY.code && level === 'district')
  if (!city) throw new Error('Vũng Tàu is not in the tree of 2023.')
  const bytes = new Uint8Array(await readFile(SAMPLE_REPORT))
  const fileId = await db
    .transaction()
    .execute((tx) => keepUpload(tx, { name: NAME, mediaType: 'text/plain', bytes }, SYSTEM, new Date()))
  const input: z.input<typeof contract.auditFile.input> = { fileId, unitId: city.unitId, demonstration: true }
  await perform('auditor.audit-file', input)
}
