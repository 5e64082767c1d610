import type { Spot } from '#modules/auditor/domain/finding.ts'
import type { Draft, Mark, Relation } from './draft.ts'
import { marksOf, textOf } from './draft.ts'
import type { ErrorKind } from './errors.ts'
import { ERRORS } from './errors.ts'
import { print } from './print.ts'
import type { Chance } from './random.ts'

/** One error that was put into a report, and what the text alone proves of it. */
export type Planted = {
  readonly kind: ErrorKind
  /** Cells and words that are wrong now, as printed. */
  readonly wrong: readonly { readonly spot: Spot; readonly before: string; readonly now: string }[]
  /** Cells that a reckoning over the wrong ones speaks of: the total, the share, both sides of a comparison. */
  readonly tied: readonly Spot[]
  /**
   * `arithmetic`: a sum, a share or a part that the report states does not hold. `cross`: two places give one number differently.
   * `logic`: dates or numbering. `none`: nothing in the text contradicts it, so nobody can be asked to find it.
   */
  readonly proof: 'arithmetic' | 'cross' | 'logic' | 'none'
}

type Done = { readonly kind: ErrorKind; readonly marks: readonly Mark[]; readonly before: readonly string[] }

/** Puts one to three errors into the draft, of kinds that take turns with the seed, and says which of them can be proved. */
export function plant(draft: Draft, chance: Chance, turn: number): readonly Planted[] {
  print(draft, '')
  const relations = draft.relations.filter(({ result, inputs }) =>
    [result, ...inputs].every(({ spot }) => spot !== null),
  )
  const kinds = Object.keys(ERRORS) as ErrorKind[]
  const wanted = 1 + Math.floor(chance.next() * 3)
  const done: Done[] = []
  for (let step = 0; step < kinds.length && done.length < wanted; step++) {
    const kind = kinds[(turn + step * 5) % kinds.length]
    const one = kind
      ? tryOne(
          kind,
          draft,
          relations,
          chance,
          done.flatMap(({ marks }) => marks),
        )
      : null
    if (one) done.push(one)
  }
  print(draft, '')
  return done.map((one) => described(one, relations))
}

/** Several tries for one that can be proved; now and then one that cannot, so that silence is measured too. */
function tryOne(
  kind: ErrorKind,
  draft: Draft,
  relations: readonly Relation[],
  chance: Chance,
  taken: readonly Mark[],
): Done | null {
  const hard = chance.yes(0.1)
  for (let attempt = 0; attempt < 12; attempt++) {
    const all = marksOf(draft)
    const state = all.map((mark) => ({ mark, value: mark.value, instead: mark.instead, text: textOf(mark) }))
    const marks = ERRORS[kind]({ marks: all, relations, chance })
    const changed = state.filter(({ mark, text }) => marks?.includes(mark) && textOf(mark) !== text)
    const near = new Set(
      relations
        .filter(({ result, inputs }) => taken.includes(result) || inputs.some((mark) => taken.includes(mark)))
        .flatMap(({ result, inputs }) => [result, ...inputs]),
    )
    const proved = relations.some((relation) => !relation.holds() && touches(relation, marks ?? []))
    const good = changed.length > 0 && changed.every(({ mark }) => !near.has(mark)) && (proved || hard || attempt > 9)
    if (good) return { kind, marks: changed.map(({ mark }) => mark), before: changed.map(({ text }) => text) }
    for (const { mark, value, instead } of state) Object.assign(mark, { value, instead })
  }
  return null
}

function touches({ result, inputs }: Relation, marks: readonly Mark[]): boolean {
  return marks.includes(result) || inputs.some((input) => marks.includes(input))
}

const PROOFS = { same: 'cross', dates: 'logic', sequence: 'logic' } as const

function described({ kind, marks, before }: Done, relations: readonly Relation[]): Planted {
  const broken = relations.filter((relation) => touches(relation, marks) && !relation.holds())
  const proofs = broken.map((relation) =>
    relation.kind in PROOFS ? PROOFS[relation.kind as keyof typeof PROOFS] : 'arithmetic',
  )
  const proof =
    (['arithmetic', 'logic', 'cross'] as const).find((one) => proofs.includes(one)) ??
    (marks.some(({ role, instead }) => role === 'date' && instead !== null) ? 'logic' : 'none')
  const tied = broken.flatMap((relation) =>
    relation.kind === 'sum' || relation.kind === 'subtotal' ? [relation.result] : [relation.result, ...relation.inputs],
  )
  const spots = (of: readonly Mark[]) => of.flatMap(({ spot }) => (spot ? [spot] : []))
  return {
    kind,
    wrong: marks.flatMap((mark, index) =>
      mark.spot ? [{ spot: mark.spot, before: before[index] ?? '', now: textOf(mark) }] : [],
    ),
    tied: spots(tied),
    proof,
  }
}
