import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line, paragraphs } from '#kernel/fields.ts'
import { Decision, decisionInput } from './contract/decision.ts'
import { HeldPosition } from './contract/officials.ts'
import { UnitPlace } from './contract/places.ts'
import { BASES, CHANGE_KINDS, LEVELS, UNIT_KINDS } from './domain/kinds.ts'

export { Decision } from './contract/decision.ts'
export * from './contract/imports.ts'
export * from './contract/officials.ts'
export * from './contract/places.ts'

export type { Level, UnitKind } from './domain/kinds.ts'

export const UnitVersion = z.object({
  unitId: idField,
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.enum(UNIT_KINDS),
  level: z.enum(LEVELS),
  parentId: idField.nullable(),
  validFrom: dayField,
  /** The first day on which it no longer holds; null: still holds. */
  validTo: dayField.nullable(),
})
export type UnitVersion = z.infer<typeof UnitVersion>

const NamedUnit = z.object({ unitId: idField, name: z.string(), code: z.string().nullable(), kind: z.enum(UNIT_KINDS) })
export type NamedUnit = z.infer<typeof NamedUnit>

export const Change = z.object({
  id: idField,
  kind: z.enum(CHANGE_KINDS),
  effectiveOn: dayField,
  decision: Decision.nullable(),
  article: z.string().nullable(),
  note: z.string().nullable(),
  basis: z.enum(BASES),
  from: z.array(NamedUnit),
  to: z.array(NamedUnit),
  shares: z.array(z.object({ fromUnitId: idField, toUnitId: idField, amount: z.number().int() })),
})
export type Change = z.infer<typeof Change>

export const UnitsChanged = z.object({ unitIds: z.array(idField), effectiveOn: dayField })
export const ChangeApplied = z.object({
  changeIds: z.array(idField),
  effectiveOn: dayField,
  decisionNumber: z.string().nullable(),
})

/** Announced to browsers at each change of units. */
export const UNITS_TOPIC = 'organisation.units'

const unitAttributes = {
  code: line(20).nullable().default(null),
  name: line(200),
  shortName: line(100).nullable().default(null),
  kind: z.enum(UNIT_KINDS),
  level: z.enum(LEVELS),
}

export const ListedUnit = UnitVersion.extend({
  /** Names above it, nearest first. */
  path: z.array(z.string()),
})
export type ListedUnit = z.infer<typeof ListedUnit>

export const listUnits = endpoint({
  id: 'organisation.list-units',
  method: 'GET',
  path: '/organisation/units',
  permission: 'organisation:read',
  summary: { vi: 'Liệt kê, tìm đơn vị của một ngày', en: 'List and search the units of a day' },
  input: z.object({
    /** Default: today. */
    day: dayField.optional(),
    search: line(100).optional(),
    code: line(20).optional(),
    parentId: idField.optional(),
    /** Only what stands under this unit (itself too). */
    underId: idField.optional(),
    level: z.enum(LEVELS).optional(),
    kind: z.enum(UNIT_KINDS).optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ day: dayField, total: z.number().int(), units: z.array(ListedUnit) }),
})

export const TreeUnit = UnitVersion.extend({
  childCount: z.number().int(),
  /** The first day of the unit itself; `validFrom` is that of this version. */
  beganOn: dayField,
})
export type TreeUnit = z.infer<typeof TreeUnit>

export const treeAt = endpoint({
  id: 'organisation.tree-at',
  method: 'GET',
  path: '/organisation/tree',
  permission: 'organisation:read',
  summary: { vi: 'Cây đơn vị của một ngày', en: 'The tree of units on a day' },
  input: z.object({
    day: dayField.optional(),
    rootId: idField.optional(),
    /** Levels below the roots; without it the whole tree. */
    depth: z.coerce.number().int().min(0).max(20).optional(),
  }),
  output: z.object({
    day: dayField,
    units: z.array(TreeUnit),
    counts: z.array(z.object({ level: z.enum(LEVELS), kind: z.enum(UNIT_KINDS), count: z.number().int() })),
    /** Days with acts, for the slider; `acts` counts them. */
    changeDays: z.array(z.object({ day: dayField, acts: z.number().int() })),
    firstDay: dayField.nullable(),
  }),
})

export type TreeAnswer = z.infer<typeof treeAt.output>

const Part = z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable()

/** A unit that came before or after another, and what is known of the parts. */
const Kin = z.object({
  unit: UnitVersion,
  changeId: idField,
  /** Acts between the two units: 1 is direct. */
  steps: z.number().int(),
  /** The part of the earlier unit that went to the later one. */
  gave: Part,
  /** The part of the later unit that came from the earlier one. */
  makesUp: Part,
  basis: z.enum(BASES),
})
export type Kin = z.infer<typeof Kin>

export const UnitDetail = z.object({
  day: dayField,
  /** The version of the day; when the unit did not exist then, the nearest one, and `exists` is false. */
  unit: UnitVersion,
  exists: z.boolean(),
  versions: z.array(UnitVersion),
  ancestors: z.array(UnitVersion),
  children: z.array(UnitVersion),
  changes: z.array(Change),
  predecessors: z.array(Kin),
  successors: z.array(Kin),
  positions: z.array(HeldPosition),
  /** Where it is found, the latest day first. */
  places: z.array(UnitPlace),
  /** Other units that carry, or carried, the same official code. */
  sameCode: z.array(UnitVersion),
})
export type UnitDetail = z.infer<typeof UnitDetail>

export const getUnit = endpoint({
  id: 'organisation.get-unit',
  method: 'GET',
  path: '/organisation/units/:unitId',
  permission: 'organisation:read',
  summary: { vi: 'Xem một đơn vị với lịch sử và chức vụ', en: 'A unit with its history and positions' },
  input: z.object({ unitId: idField, day: dayField.optional() }),
  output: UnitDetail,
})

export const createUnit = endpoint({
  id: 'organisation.create-unit',
  method: 'POST',
  path: '/organisation/units',
  permission: 'organisation:write',
  summary: { vi: 'Lập đơn vị', en: 'Create a unit' },
  input: z.object({
    ...unitAttributes,
    parentId: idField.nullable().default(null),
    validFrom: dayField,
    decision: decisionInput.nullable().default(null),
    article: line(200).nullable().default(null),
    note: paragraphs(2000).nullable().default(null),
  }),
  output: z.object({ unitId: idField, changeId: idField }),
})

export const territoryAt = endpoint({
  id: 'organisation.territory-at',
  method: 'GET',
  path: '/organisation/units/:unitId/territory',
  permission: 'organisation:read',
  summary: {
    vi: 'Địa bàn của một đơn vị vào một ngày khác gồm những đơn vị nào',
    en: 'Which units made up the territory of a unit on another day',
  },
  input: z.object({
    unitId: idField,
    /** The unit as it stands in the structure of this day. */
    structureDay: dayField,
    day: dayField,
  }),
  output: z.object({
    parts: z.array(
      z.object({
        unit: UnitVersion,
        share: Part,
        quality: z.enum(['exact', 'estimated', 'not-derivable']),
      }),
    ),
  }),
})

/** Names a unit inside one request: the id of one that exists, or the key of one the request creates. */
const unitRef = z.union([z.strictObject({ unitId: idField }), z.strictObject({ key: line(100) })])

const createdUnit = z.object({ key: line(100), ...unitAttributes, parent: unitRef.nullable().default(null) })

const actInput = z.object({
  kind: z.enum(CHANGE_KINDS),
  from: z.array(unitRef).max(500).default([]),
  to: z
    .array(z.union([createdUnit, unitRef]))
    .max(500)
    .default([]),
  /** rename, recode, move: what becomes otherwise; fields not given stay. */
  set: z
    .object({
      code: line(20).nullable().optional(),
      name: line(200).optional(),
      shortName: line(100).nullable().optional(),
      kind: z.enum(UNIT_KINDS).optional(),
      level: z.enum(LEVELS).optional(),
      parent: unitRef.nullable().optional(),
    })
    .optional(),
  /** dissolve, merge: what still stands under the former units ends with them. */
  withSubunits: z.boolean().default(false),
  basis: z.enum(BASES).default('none'),
  shares: z
    .array(z.object({ from: unitRef, to: unitRef, amount: z.number().int().min(1).max(1e12) }))
    .max(5000)
    .default([]),
  /** The decision this act rests on, when it is not that of the whole request. */
  decision: decisionInput.optional(),
  article: line(200).nullable().default(null),
  note: paragraphs(2000).nullable().default(null),
})
export type ActInput = z.infer<typeof actInput>

export const PlannedVersion = UnitVersion.extend({ isNew: z.boolean() })

export const applyChange = endpoint({
  id: 'organisation.apply-change',
  method: 'POST',
  path: '/organisation/changes',
  permission: 'organisation:write',
  summary: {
    vi: 'Sắp xếp đơn vị: nhập, chia, đổi tên, đổi mã, chuyển, giải thể (có thể chạy thử)',
    en: 'Change units: merge, split, rename, recode, move, dissolve (with a dry run)',
  },
  maxBytes: 8 * 1024 * 1024,
  input: z.object({
    effectiveOn: dayField,
    decision: decisionInput.nullable().default(null),
    acts: z.array(actInput).min(1).max(5000),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({
    dryRun: z.boolean(),
    changes: z.array(Change),
    /** What each touched unit is from that day on. */
    begins: z.array(PlannedVersion),
    /** The last version of each unit that ends that day. */
    ends: z.array(UnitVersion),
    /** Units the request created, by its keys. */
    created: z.record(z.string(), idField),
  }),
})

export const listChanges = endpoint({
  id: 'organisation.list-changes',
  method: 'GET',
  path: '/organisation/changes',
  permission: 'organisation:read',
  summary: { vi: 'Liệt kê các lần sắp xếp', en: 'List the changes of units' },
  input: z.object({
    unitId: idField.optional(),
    kind: z.enum(CHANGE_KINDS).optional(),
    from: dayField.optional(),
    to: dayField.optional(),
    /** The id of the last change of the page before; the newest come first. */
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ total: z.number().int(), changes: z.array(Change) }),
})
