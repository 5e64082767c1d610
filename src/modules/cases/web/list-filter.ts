import { z } from 'zod'
import { dayField, idField } from '#kernel/fields.ts'
import type { CaseFilter } from '../contract.ts'
import { BUSINESS_STATES, CHANNELS, LISTS } from '../domain/words.ts'

/** What the address of the list page holds: flat, so that a link shows the same. */
export const ListAddress = z.object({
  list: z.enum(LISTS).default('mine'),
  unitId: idField.optional(),
  below: z.enum(['true']).optional(),
  procedureCode: z.string().max(40).optional(),
  business: z.enum(BUSINESS_STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
  receivedFrom: dayField.optional(),
  receivedTo: dayField.optional(),
})
export type ListAddress = z.infer<typeof ListAddress>

/** What narrows a list; the search text may hold personal data and stands neither in the address nor in a saved filter. */
export const FILTER_FIELDS = [
  'unitId',
  'below',
  'procedureCode',
  'business',
  'channel',
  'receivedFrom',
  'receivedTo',
] as const satisfies readonly (keyof ListAddress)[]
export type FilterField = (typeof FILTER_FIELDS)[number]
export type Narrowed = Partial<Pick<ListAddress, FilterField>>

/** The filter as the operations take it. */
export function filterOf(address: Narrowed, search: string): CaseFilter {
  const { unitId, procedureCode, business, channel, receivedFrom, receivedTo } = address
  return {
    ...(unitId && { unitId }),
    ...(address.below && { below: true }),
    ...(procedureCode && { procedureCode }),
    ...(business && { business }),
    ...(channel && { channel }),
    ...(receivedFrom && { receivedFrom }),
    ...(receivedTo && { receivedTo }),
    ...(search.trim() && { q: search.trim() }),
  }
}

/** How many filters are set. */
export function countFilters(address: ListAddress): number {
  return FILTER_FIELDS.filter((field) => address[field] !== undefined).length
}

/** The filters of the address as a saved filter has them; what it does not narrow is taken away. */
export function narrowedTo(saved: CaseFilter): Record<FilterField, string | undefined> {
  const { below, ...rest } = saved
  const given: Narrowed = { ...rest, ...(below && { below: 'true' as const }) }
  // The keys are those of the constant.
  return Object.fromEntries(FILTER_FIELDS.map((field) => [field, given[field]])) as Record<
    FilterField,
    string | undefined
  >
}
