import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Point, UnitPlace } from '../contract/places.ts'
import { placeOn, standing } from '../domain/place.ts'
import { on, type UnitPlaceRow } from './tables.ts'

/** Records where a unit is found from a day on. */
export async function insertPlace(tx: Tx, row: UnitPlaceRow): Promise<void> {
  await on(tx).insertInto('organisation.unitPlace').values(row).execute()
}

/** Everything that holds of the unit's places, the latest day first. */
export async function listPlacesOf(tx: Tx, unitId: string): Promise<readonly UnitPlace[]> {
  const rows = await on(tx)
    .selectFrom('organisation.unitPlace')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('id')
    .execute()
  return standing(rows).map(shown)
}

/** Where each unit is found on the day, by its id; units of which that is not known are missing. */
export async function pointsAt(tx: Tx, day: Day): Promise<ReadonlyMap<string, Point>> {
  const rows = await on(tx)
    .selectFrom('organisation.unitPlace')
    .selectAll()
    .where('validFrom', '<=', day)
    .orderBy('id')
    .execute()
  const found = [...Map.groupBy(rows, ({ unitId }) => unitId)].flatMap(([unitId, own]) => {
    const row = placeOn(own, day)
    const point = row ? shown(row).point : null
    return point ? [[unitId, point] as const] : []
  })
  return new Map(found)
}

function shown({ validFrom, latitude, longitude, accuracy, source, demonstration }: UnitPlaceRow): UnitPlace {
  const isKnown = latitude !== null && longitude !== null && accuracy !== null && source !== null
  return { validFrom, point: isKnown ? { latitude, longitude, accuracy, source, demonstration } : null }
}
