import type { Figure } from './figure.ts'
import type { FillContext, UnitRef } from './lookup.ts'

/** What a filling found, as it is stored with a draft: whose numbers, of which days, and the numbers. */
export type Filling = Omit<FillContext, 'groups'> & {
  readonly groups: readonly { readonly key: string; readonly name: string; readonly units: readonly UnitRef[] }[]
  readonly figures: readonly Figure[]
}

/** The stored form of a context and its figures. */
export function packFilling(context: FillContext, figures: ReadonlyMap<string, Figure>): Filling {
  const groups = [...context.groups].map(([key, { name, units }]) => ({ key, name, units }))
  return { ...context, groups, figures: [...figures.values()] }
}

/** The context and figures of a stored filling. */
export function unpackFilling(filling: Filling): { context: FillContext; figures: Map<string, Figure> } {
  const { figures, groups, ...rest } = filling
  return {
    context: { ...rest, groups: new Map(groups.map(({ key, name, units }) => [key, { name, units }])) },
    figures: new Map(figures.map((figure) => [figure.key, figure])),
  }
}

/** The figures that read otherwise in the second filling than in the first, or are new in it. */
export function changedFigures(before: ReadonlyMap<string, Figure>, after: ReadonlyMap<string, Figure>): Figure[] {
  return [...after.values()].filter((figure) => {
    const then = before.get(figure.key)
    return (
      !then ||
      (['state', 'value', 'numerator', 'denominator', 'note'] as const).some((field) => then[field] !== figure[field])
    )
  })
}
