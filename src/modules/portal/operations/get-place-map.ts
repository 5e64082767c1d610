import { searchFor } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { comesApart, frameOf, groupsIn, spanning, squared } from '../domain/place-map.ts'
import { formerNames, placesToday } from '../places.ts'

/** A map that was not asked to be closer shows about seven kilometres: one place alone would say nothing of where it is. */
const LEAST_WHOLE = 0.06

/** Places of today on a map: every mark can be touched, and what lies too near together is one mark that can be looked at closer. */
export const getPlaceMap = operation(contract.getPlaceMap, async (context, { q, frame: asked }) => {
  const answers = searchFor(q)
  // An old name leads to where its people go now.
  const isMeant = (named: readonly { readonly name: string }[]) => named.some(({ name }) => answers(name) !== null)
  const found = (await placesToday(context)).filter((place) => q === '' || isMeant([place, ...place.former]))
  const placed = found.flatMap((place, at) => (place.point ? [{ ...place.point, place, at }] : []))
  const whole = frameOf(placed)
  const frame = asked ? squared(asked) : whole && spanning(whole, LEAST_WHOLE)
  const groups = frame === null ? [] : groupsIn(placed, frame)
  const shown = groups.reduce((sum, { members }) => sum + members.length, 0)
  return {
    frame,
    marks: groups
      .map(({ x, y, members }) => ({ x, y, members: members.toSorted((a, b) => a.at - b.at) }))
      .toSorted((a, b) => firstOf(a) - firstOf(b))
      .map(({ x, y, members }) => ({
        x,
        y,
        places: members.map(({ place }) => place),
        closer: members.length > 1 && comesApart(members) ? frameOf(members) : null,
      })),
    outside: placed.length - shown,
    unplaced: found.length - placed.length,
    former: [...(await formerNames(context, q))],
  }
})

const firstOf = ({ members }: { readonly members: readonly { readonly at: number }[] }): number => members[0]?.at ?? 0
