import type { Day } from '#kernel/calendar.ts'
import { check } from './check.ts'
import {
  alter,
  begin,
  type Cause,
  type Draft,
  draftOf,
  editOf,
  end,
  isOpen,
  openDescendants,
  openVersion,
  type Refusal,
  type StructureEdit,
} from './draft.ts'
import type { Basis, ChangeKind } from './kinds.ts'
import type { Structure } from './structure.ts'
import type { Share, UnitAttributes, UnitVersion } from './unit.ts'

/** A unit that exists, by id, or one that the same request creates, by its key. */
export type UnitRef = { readonly unitId: string } | { readonly key: string }
export type NewUnit = { readonly key: string; readonly parent: UnitRef | null } & Omit<UnitAttributes, 'parentId'>

/** One clause of a decision. */
export type Act = {
  readonly kind: ChangeKind
  readonly from: readonly UnitRef[]
  readonly to: readonly (UnitRef | NewUnit)[]
  readonly set?:
    | ({
        readonly [K in keyof Omit<UnitAttributes, 'parentId'>]?: UnitAttributes[K] | undefined
      } & { readonly parent?: UnitRef | null | undefined })
    | undefined
  readonly withSubunits: boolean
  readonly basis: Basis
  readonly shares: readonly { readonly from: UnitRef; readonly to: UnitRef; readonly amount: number }[]
  /** What this act rests on, when it is not what the whole request rests on. */
  readonly decisionId?: string | null | undefined
  readonly article: string | null
  readonly note: string | null
}

export type Plan = {
  readonly edit: StructureEdit
  /** The ids of the created units, by their keys. */
  readonly created: ReadonlyMap<string, string>
  /** Empty when all of it is possible; otherwise nothing of it may be stored. */
  readonly refusals: readonly Refusal[]
}

/**
 * What becomes of the structure when these acts take effect together on one day. They are applied in their order, but whether the
 * result is sound is asked once, at the end: a unit may be dissolved before its sub-units are placed elsewhere.
 */
export function planActs(
  structure: Structure,
  asked: { effectiveOn: Day; decisionId: string | null; acts: readonly Act[] },
  newId: () => string,
): Plan {
  const draft = draftOf(structure, asked.effectiveOn)
  const created = new Map<string, string>()
  for (const [index, act] of asked.acts.entries()) {
    for (const unit of act.to) {
      if (!('name' in unit)) continue
      if (created.has(unit.key)) refuse(draft, index, 'organisation/key-twice', { key: unit.key })
      created.set(unit.key, newId())
    }
  }
  const leaving: { unitId: string; index: number; changeIndex: number }[] = []
  for (const [index, act] of asked.acts.entries()) {
    const changeIndex = draft.changes.length
    applyAct({ draft, created, newId, index, act, decisionId: act.decisionId ?? asked.decisionId })
    if (!act.withSubunits) continue
    for (const unitId of draft.changes[changeIndex]?.from ?? []) {
      if (!isOpen(draft, unitId)) leaving.push({ unitId, index, changeIndex })
    }
  }
  for (const one of leaving) endSubunits(draft, one, newId)
  check(draft)
  return { edit: editOf(draft), created, refusals: draft.refusals }
}

type Step = {
  readonly draft: Draft
  readonly created: ReadonlyMap<string, string>
  readonly newId: () => string
  readonly index: number
  readonly act: Act
  readonly decisionId: string | null
}

function applyAct(step: Step): void {
  const { draft, act, index, decisionId } = step
  const from = openUnits(step, act.from)
  const targets = act.to.map((unit) => ({ unit, id: idOf(step, unit) }))
  const wrong = misshapen(act)
  if (wrong) return refuse(draft, index, wrong, { kind: act.kind })
  if (!from || targets.some(({ id }) => id === null)) return
  const changeId = step.newId()
  const to = targets.flatMap(({ id }) => id ?? [])
  const named = [from.map(({ unitId }) => unitId), to]
  if (named.some((ids) => new Set(ids).size < ids.length)) {
    return refuse(draft, index, 'organisation/unit-twice', { kind: act.kind })
  }

  if (act.kind === 'rename' || act.kind === 'recode' || act.kind === 'move') {
    if (!alterUnit(step, from[0], { changeId, decisionId })) return
  } else {
    for (const open of from) if (!to.includes(open.unitId)) end(draft, open.unitId)
    for (const { unit, id } of targets) {
      if (id && 'name' in unit) {
        begin(draft, id, { ...unit, parentId: unit.parent && idOf(step, unit.parent) }, { changeId, decisionId })
      } else if (id && !isOpen(draft, id)) return refuseOpen(draft, index, id)
    }
  }
  draft.changes.push({
    id: changeId,
    kind: act.kind,
    effectiveOn: draft.day,
    decisionId,
    article: act.article,
    note: act.note,
    basis: act.shares.length > 0 ? act.basis : 'none',
    from: from.map(({ unitId }) => unitId),
    to: act.kind === 'rename' || act.kind === 'recode' || act.kind === 'move' ? from.map(({ unitId }) => unitId) : to,
    shares: sharesOf(
      step,
      from.map(({ unitId }) => unitId),
      to,
    ),
  })
}

/** A shape that the kind of act does not have; null when it is right. */
function misshapen({ kind, from, to, set, shares, basis }: Act): string | null {
  const [before, after] = [from.length, to.length]
  const fits = {
    create: before === 0 && after >= 1 && to.every((unit) => 'name' in unit),
    merge: before >= 1 && after === 1,
    split: before >= 1 && after >= 2,
    rename: before === 1 && after === 0 && set !== undefined && (set.name !== undefined || set.kind !== undefined),
    recode: before === 1 && after === 0 && set?.code !== undefined,
    move: before === 1 && after === 0 && set?.parent !== undefined,
    dissolve: before >= 1 && after === 0,
  }[kind]
  if (!fits) return 'organisation/act-misshapen'
  if (shares.length > 0 && (basis === 'none' || (kind !== 'merge' && kind !== 'split')))
    return 'organisation/shares-without-basis'
  return null
}

/** Applies `set` to the one unit; false when it is refused. */
function alterUnit(step: Step, open: UnitVersion | undefined, cause: Cause): boolean {
  const { draft, act, index } = step
  if (!open || !act.set) return false
  const { parent, ...given } = act.set
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const parentId = parent === undefined ? open.parentId : parent && idOf(step, parent)
  const next: UnitVersion = { ...open, ...fields, parentId }
  const keys = ['code', 'name', 'shortName', 'kind', 'level', 'parentId'] as const
  if (keys.every((key) => next[key] === open[key])) {
    refuse(draft, index, 'organisation/nothing-changes', { name: open.name })
    return false
  }
  alter(draft, open, next, cause)
  return true
}

/** The units as they are in the draft; null when one may not be changed, which is then refused. */
function openUnits(step: Step, refs: readonly UnitRef[]): readonly UnitVersion[] | null {
  const units = refs.map((ref) => {
    const id = idOf(step, ref)
    if (id === null) return null
    const open = openVersion(step.draft, id)
    if ('unitId' in open) {
      if (step.draft.newUnitIds.has(id)) {
        refuse(step.draft, step.index, 'organisation/born-that-day', { name: open.name })
        return null
      }
      return open
    }
    refuse(step.draft, step.index, open.code, open.values)
    return null
  })
  return units.every((unit) => unit !== null) ? units : null
}

function idOf(step: Step, ref: UnitRef | NewUnit): string | null {
  if ('unitId' in ref) return ref.unitId
  const id = step.created.get(ref.key)
  if (id === undefined) refuse(step.draft, step.index, 'organisation/key-unknown', { key: ref.key })
  return id ?? null
}

function sharesOf(step: Step, from: readonly string[], to: readonly string[]): readonly Share[] {
  const { draft, act, index } = step
  const shares = act.shares.map((share) => ({
    fromUnitId: idOf(step, share.from) ?? '',
    toUnitId: idOf(step, share.to) ?? '',
    amount: share.amount,
  }))
  if (shares.length === 0) return shares
  const pairs = new Set(shares.map((share) => `${share.fromUnitId} ${share.toUnitId}`))
  const covers =
    pairs.size === shares.length &&
    shares.every((share) => from.includes(share.fromUnitId) && to.includes(share.toUnitId)) &&
    from.every((id) => shares.some((share) => share.fromUnitId === id)) &&
    to.every((id) => shares.some((share) => share.toUnitId === id))
  if (!covers) refuse(draft, index, 'organisation/shares-incomplete', {})
  return shares
}

/** Ends what still stands under a unit that has ended, as an act of its own. */
function endSubunits(
  draft: Draft,
  left: { unitId: string; index: number; changeIndex: number },
  newId: () => string,
): void {
  const below = openDescendants(draft, left.unitId)
  if (below.length === 0) return
  for (const unitId of below) {
    if (draft.newUnitIds.has(unitId)) {
      refuse(draft, left.index, 'organisation/born-that-day', { name: draft.begun.get(unitId)?.name ?? '' })
    }
    end(draft, unitId)
  }
  const cause = draft.changes[left.changeIndex]
  if (!cause) return
  draft.changes.push({ ...cause, id: newId(), kind: 'dissolve', basis: 'none', from: below, to: [], shares: [] })
}

function refuseOpen(draft: Draft, index: number, unitId: string): void {
  const open = openVersion(draft, unitId)
  if (!('unitId' in open)) refuse(draft, index, open.code, open.values)
}

function refuse(draft: Draft, index: number, code: string, values: Refusal['values']): void {
  draft.refusals.push({ path: `acts.${index}`, code, values })
}
