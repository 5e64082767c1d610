import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, limitField, line, momentField } from '#kernel/fields.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { Cell, Indicator, ItemShown, PeriodShown, UnitShown } from '#modules/indicators/contract.ts'
import { ACTIVITY_EVENTS } from './domain/activity.ts'
import { TARGET_LEVELS } from './domain/standing.ts'

/** Announced to browsers when something new stands among the latest changes. */
export const ACTIVITY_TOPIC = 'workspace.activity'

const periodKey = z.string().refine((text) => parsePeriodKey(text) !== null, 'indicators/bad-period')

export const Found = z.object({
  kind: z.enum(['unit', 'indicator', 'report']),
  /** A unit's or report's id, an indicator's code. */
  id: z.string(),
  title: bothField,
  /** Where it stands: the units above, the group, the unit and period. */
  detail: bothField,
  code: z.string().nullable(),
  /** The day a unit ended; null: it exists. */
  endedOn: z.string().nullable(),
  /** 0 to 4 with the marks as typed, 5 to 9 without; the lower the better. */
  rank: z.number().int(),
})
export type Found = z.infer<typeof Found>

export const searchEverything = endpoint({
  id: 'workspace.search-everything',
  method: 'GET',
  path: '/workspace/search',
  permission: 'signed-in',
  summary: { vi: 'Tìm đơn vị, chỉ tiêu, báo cáo', en: 'Search units, indicators, reports' },
  input: z.object({ q: line(100), kind: Found.shape.kind.optional(), limit: limitField }),
  output: z.object({
    found: z.array(Found),
    /** How many there are of each kind, shown or not. */
    counts: z.object({ unit: z.number(), indicator: z.number(), report: z.number() }),
  }),
})

export const StandingRow = z.object({
  item: ItemShown,
  indicator: Indicator,
  cell: Cell,
  /** The same period a year earlier. */
  yearBefore: Cell,
})
export type StandingRow = z.infer<typeof StandingRow>

export const showStanding = endpoint({
  id: 'workspace.show-standing',
  method: 'GET',
  path: '/workspace/standing',
  permission: 'indicators:read',
  summary: { vi: 'Đơn vị tôi đạt đến đâu so với chỉ tiêu', en: 'How a unit stands against its targets' },
  input: z.object({
    /** Default: the asker's own unit. */
    unitId: idField.optional(),
    /** Default: the period of the newest report, else the last one that is over. */
    period: periodKey.optional(),
  }),
  output: z.object({
    /** Null when there is no unit yet. */
    unit: UnitShown.nullable(),
    /** Whose targets bind it. */
    level: z.enum(TARGET_LEVELS),
    period: PeriodShown,
    yearBefore: PeriodShown,
    /** The units for which the asker is responsible, to choose from. */
    own: z.array(UnitShown),
    rows: z.array(StandingRow),
  }),
})

export const Activity = z.object({
  id: z.string(),
  at: momentField,
  event: z.enum(ACTIVITY_EVENTS),
  unit: UnitShown.nullable(),
  /** Ids, codes, keys of periods and numbers of the event; never texts of persons. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Activity = z.infer<typeof Activity>

export const listActivity = endpoint({
  id: 'workspace.list-activity',
  method: 'GET',
  path: '/workspace/activity',
  permission: 'indicators:read',
  summary: { vi: 'Thay đổi gần đây', en: 'Latest changes' },
  input: z.object({ before: idField.optional(), limit: limitField }),
  output: z.object({ activities: z.array(Activity), next: z.string().nullable() }),
})
