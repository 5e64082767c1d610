import type { Day } from '#kernel/calendar.ts'

/** `exact`: the building itself; `approximate`: somewhere in the unit, good for a look from afar. */
export const ACCURACIES = ['exact', 'approximate'] as const

export type Coordinates = { readonly latitude: number; readonly longitude: number }

/** What the country lies within, with its islands, in degrees: coordinates outside were mistyped, or changed about. */
export const COUNTRY = { south: 6, north: 24, west: 101, east: 118 } as const

/** Whether the point lies in the country or near it. */
export function isInCountry({ latitude, longitude }: Coordinates): boolean {
  const { south, north, west, east } = COUNTRY
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east
}

/** Five decimals, which is a metre. */
export function rounded({ latitude, longitude }: Coordinates): Coordinates {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  return { latitude: round(latitude), longitude: round(longitude) }
}

const PAIR =
  /^(?:geo:)?\s*(-?\d{1,3}(?:[.,]\d{1,12})?)\s*°?\s*(?:[;,]\s+|[;,]|\s)\s*(-?\d{1,3}(?:[.,]\d{1,12})?)\s*°?\s*(?:[;?].*)?$/

/**
 * Latitude and longitude as they are copied from a map: `10.346, 107.084`, `10,346; 107,084`, `10.346 107.084` or a `geo:` address. Null
 * when it is not two numbers.
 */
export function readCoordinates(text: string): Coordinates | null {
  const [, first, second] = PAIR.exec(text.trim().slice(0, 200)) ?? []
  if (first === undefined || second === undefined) return null
  const [latitude, longitude] = [first, second].map((part) => Number(part.replace(',', '.')))
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}

/** The point for another program, in the address that every map knows (RFC 5870). */
export const geoAddress = ({ latitude, longitude }: Coordinates): string => `geo:${latitude},${longitude}`

/** What was recorded last for each day, the latest day first. `rows` are in the order of being recorded. */
export function standing<T extends { readonly validFrom: Day }>(rows: readonly T[]): readonly T[] {
  const last = new Map(rows.map((row) => [row.validFrom, row]))
  return [...last.values()].toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
}

/** What holds on the day. */
export function placeOn<T extends { readonly validFrom: Day }>(rows: readonly T[], day: Day): T | undefined {
  return standing(rows).find(({ validFrom }) => validFrom <= day)
}
