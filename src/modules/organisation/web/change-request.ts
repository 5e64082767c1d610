import type { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'
import type * as contract from '../contract.ts'
import type { Basis, ChangeKind, Level, UnitKind } from '../domain/kinds.ts'
import { type DecisionValue, decisionOf } from './decision-fields.tsx'

/** A unit to come, as it is typed in. */
export type DraftUnit = {
  readonly name: string
  readonly code: string
  readonly kind: string | null
  readonly level: string | null
  readonly parent: UnitOption | null
  readonly amount: number | null
}

export type ChangeValue = DecisionValue & {
  readonly kind: string | null
  readonly effectiveOn: Day | null
  /** The units before; the amounts go with them by place. */
  readonly from: readonly (UnitOption | null)[]
  readonly fromAmounts: readonly (number | null)[]
  readonly into: UnitOption | null
  readonly intoExisting: boolean
  readonly units: readonly DraftUnit[]
  readonly keepsRest: boolean
  readonly restAmount: number | null
  readonly basis: string | null
  readonly newName: string
  readonly newKind: string | null
  readonly newCode: string
  readonly newParent: UnitOption | null
  readonly withSubunits: boolean
  readonly article: string
  readonly note: string
} & Record<string, unknown>

export const NO_UNIT: DraftUnit = { name: '', code: '', kind: 'ward', level: 'commune', parent: null, amount: null }

type Act = z.input<typeof contract.applyChange.input>['acts'][number]
type Request = z.input<typeof contract.applyChange.input>

/** The request as the contract takes it; null while what it cannot do without is missing. */
export function changeRequest(value: ChangeValue): Request | null {
  const act = actOf(value)
  if (!act || value.effectiveOn === null) return null
  const { article, note } = value
  return {
    effectiveOn: value.effectiveOn,
    decision: decisionOf(value),
    acts: [{ ...act, article: article || null, note: note || null }],
  }
}

function actOf(value: ChangeValue): Act | null {
  // The select offers the kinds of change only.
  const kind = value.kind as ChangeKind | null
  const from = value.from.flatMap((unit) => (unit ? [{ unitId: unit.id }] : []))
  const units = value.units.map(newUnit)
  const [first] = from
  if (kind === 'create') return { kind, to: units }
  if (!kind || !first) return null
  if (kind === 'dissolve') return { kind, from, withSubunits: value.withSubunits }
  if (kind === 'rename') {
    const renamedKind = value.newKind as UnitKind | null
    return {
      kind,
      from,
      set: { ...(value.newName && { name: value.newName }), ...(renamedKind && { kind: renamedKind }) },
    }
  }
  if (kind === 'recode') return { kind, from, set: { code: value.newCode || null } }
  if (kind === 'move') return value.newParent && { kind, from, set: { parent: { unitId: value.newParent.id } } }
  return kind === 'merge' ? mergeOf(value, from, units) : splitOf(value, first, units)
}

type Ref = { unitId: string }
type New = ReturnType<typeof newUnit>

function mergeOf(value: ChangeValue, from: readonly Ref[], units: readonly New[]): Act | null {
  const [unit] = units
  const target = value.intoExisting ? value.into && { unitId: value.into.id } : (unit ?? null)
  if (!target) return null
  const to = 'key' in target ? { key: target.key } : target
  const shares = from.flatMap((one, index) => {
    const amount = value.fromAmounts[index] ?? null
    return amount === null ? [] : [{ from: one, to, amount }]
  })
  return { kind: 'merge', from: [...from], to: [target], withSubunits: value.withSubunits, ...sharesOf(value, shares) }
}

function splitOf(value: ChangeValue, from: Ref, units: readonly New[]): Act {
  const rest = value.keepsRest ? [{ to: from, amount: value.restAmount }] : []
  const parts = [
    ...units.map(({ key }, index) => ({ to: { key }, amount: value.units[index]?.amount ?? null })),
    ...rest,
  ]
  const shares = parts.flatMap(({ to, amount }) => (amount === null ? [] : [{ from, to, amount }]))
  const to = [...units, ...(value.keepsRest ? [from] : [])]
  return { kind: 'split', from: [from], to, withSubunits: value.withSubunits, ...sharesOf(value, shares) }
}

function sharesOf(value: ChangeValue, shares: NonNullable<Act['shares']>): Pick<Act, 'basis' | 'shares'> {
  const basis = (value.basis ?? 'none') as Basis
  return basis === 'none' ? {} : { basis, shares }
}

function newUnit(unit: DraftUnit, index: number) {
  return {
    key: `new-${index + 1}`,
    name: unit.name,
    code: unit.code || null,
    // The selects offer kinds and levels only.
    kind: (unit.kind ?? 'ward') as UnitKind,
    level: (unit.level ?? 'commune') as Level,
    parent: unit.parent && { unitId: unit.parent.id },
  }
}
