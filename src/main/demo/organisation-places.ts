import type { Perform } from './organisation-rows.ts'

/** Estimated for the demonstration, to a hundredth of a degree (about a kilometre): the middle of what is built, not an office. */
const PLACES = [
  ['c-26506-2025', 10.35, 107.08],
  ['c-26526-2025', 10.37, 107.1],
  ['c-26536-2025', 10.39, 107.12],
  ['c-26542-2025', 10.42, 107.15],
  ['vt-xa-long-son', 10.46, 107.09],
] as const

const SOURCE = 'Ước lượng cho dữ liệu minh họa, làm tròn 0,01 độ (khoảng 1 km); chưa đối chiếu, không phải trụ sở.'

/** Places of the five communes that came of Vũng Tàu City. */
export async function demoPlaces(deps: Perform, unitId: (slug: string) => string): Promise<void> {
  for (const [slug, latitude, longitude] of PLACES)
    await deps.perform('organisation.place-unit', {
      unitId: unitId(slug),
      validFrom: '2025-07-01',
      point: { latitude, longitude, accuracy: 'approximate', source: SOURCE, demonstration: true },
    })
}
