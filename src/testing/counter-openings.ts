import { sql } from 'kysely'
import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { askPairing, pairDevice, setOpening } from '#modules/appointments/contract.ts'
import type { DeviceKind } from '#modules/appointments/domain/devices.ts'
import type { Caller, TestApi } from './api.ts'
import { done } from './ward.ts'

/** Open every day of the week by the calendar, two lines and two desks. */
export const OPENING: NonNullable<z.input<typeof setOpening.input>['opening']> = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  slotMinutes: 30,
  places: 2,
  daysAhead: 14,
  noticeMinutes: 0,
  graceMinutes: 10,
  keepDays: 30,
  lines: [
    { code: 'A', name: { vi: 'Hộ tịch', en: 'Civil status' }, fields: ['ho-tich'] },
    { code: 'B', name: { vi: 'Việc khác', en: 'Other business' } },
  ],
  desks: [
    { code: '1', name: 'Quầy 1', lines: ['A', 'B'] },
    { code: '2', name: 'Quầy 2', lines: ['B'] },
  ],
}

/** Someone in charge of the counters of a unit. */
export const manager = (api: TestApi, unitId: string): Caller =>
  api.as({
    name: 'Người phụ trách quầy',
    grants: ['appointments:manage', 'appointments:serve'].map((permission) => ({
      permission,
      unitId,
      reach: 'subtree' as const,
    })),
  })

/** Opens the counters of a unit from today on. */
export async function openCounters(api: TestApi, unitId: string, more: Partial<typeof OPENING> = {}): Promise<void> {
  const validFrom = dayAt(new Date())
  const said = { unitId, validFrom, version: 0, reason: 'Mở quầy', opening: { ...OPENING, ...more } }
  await done(manager(api, unitId).call(setOpening, said))
}

let devices = 0

/** A device that the office of a unit has paired. */
export async function paired(
  api: TestApi,
  unitId: string,
  kind: DeviceKind = 'kiosk',
  desk: string | null = null,
): Promise<Caller> {
  const { code } = (await done(api.anonymous.call(askPairing, {}))).body
  const name = `Máy ${++devices}`
  const { body } = await done(manager(api, unitId).call(pairDevice, { code, unitId, kind, desk, name }))
  return api.as({ id: body.id, kind: 'device', name })
}

/** Forgets how often operations were called, where a story calls more often than one person would. */
export async function freeLimits(api: TestApi): Promise<void> {
  await sql`delete from platform.rate`.execute(api.db)
}
