import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, idField, limitField, line } from '#kernel/fields.ts'
import { BUSINESS_STATES, CHANNELS, LISTS } from '../domain/words.ts'
import { CaseSummary } from './shapes.ts'

/** What narrows a list; it may be kept in the address of the page and in saved filters, as it says nothing of a person. */
const Narrowing = z.object({
  unitId: idField.optional(),
  /** With what stands below the unit. */
  below: flagField.optional(),
  procedureCode: z.string().max(40).optional(),
  fieldCode: z.string().max(60).optional(),
  business: z.enum(BUSINESS_STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
  assigneeId: idField.optional(),
  receivedFrom: dayField.optional(),
  receivedTo: dayField.optional(),
})

export const CaseFilter = Narrowing.extend({
  /** Code, name, phone or identity number, with or without marks. In the body, never in an address, and nowhere kept. */
  q: line(100).optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>

export const listCases = endpoint({
  id: 'cases.list-cases',
  method: 'POST',
  path: '/cases/list',
  permission: 'cases:read',
  summary: { vi: 'Danh sách hồ sơ', en: 'List cases' },
  audit: 'read',
  changes: false,
  input: CaseFilter.extend({
    list: z.enum(LISTS).default('mine'),
    after: z.string().max(200).optional(),
    limit: limitField,
  }),
  output: z.object({
    cases: z.array(CaseSummary),
    /**
     * How many there are in the list under this filter; null: more than are counted, 10,000 in a list of open work, 1,000 in `all`,
     * one page with `q`. */
    total: z.number().int().nullable(),
    next: z.string().nullable(),
  }),
})

/** How many cases stand in each list: always what the lists show. */
export const countCases = endpoint({
  id: 'cases.count-cases',
  method: 'POST',
  path: '/cases/counts',
  permission: 'cases:read',
  summary: { vi: 'Số hồ sơ theo danh sách', en: 'Count cases by list' },
  changes: false,
  input: CaseFilter,
  output: z.object({
    /** In the order of `LISTS`. `more`: there are more than these (`10.000+`, `1.000+`). */
    counts: z.array(z.object({ list: z.enum(LISTS), count: z.number().int(), more: z.boolean() })),
  }),
})

export const listCasesOfPerson = endpoint({
  id: 'cases.list-cases-of-person',
  method: 'POST',
  path: '/cases/of-person',
  permission: 'cases:read',
  summary: { vi: 'Hồ sơ của một người, tổ chức', en: 'Cases of a person or organisation' },
  audit: 'read',
  changes: false,
  /** In the body, never in an address. Exactly one of the three, whole: numbers are never listed by their beginning. */
  input: z.object({
    identityNumber: line(20).optional(),
    taxCode: line(20).optional(),
    phone: line(20).optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ cases: z.array(CaseSummary), next: z.string().nullable() }),
})

/** A list with what narrows it, kept by someone under a name of their own. */
export const SavedFilter = z.object({ id: idField, name: z.string(), list: z.enum(LISTS), filter: Narrowing })
export type SavedFilter = z.infer<typeof SavedFilter>

export const listFilters = endpoint({
  id: 'cases.list-filters',
  method: 'GET',
  path: '/cases/filters',
  permission: 'cases:read',
  summary: { vi: 'Bộ lọc hồ sơ đã lưu', en: 'List saved filters' },
  input: z.object({}),
  output: z.object({ filters: z.array(SavedFilter) }),
})

/** A filter of the same name is replaced. At most 50 are kept. What was searched for is refused. */
export const saveFilter = endpoint({
  id: 'cases.save-filter',
  method: 'PUT',
  path: '/cases/filters',
  permission: 'cases:read',
  summary: { vi: 'Lưu bộ lọc hồ sơ', en: 'Save a filter' },
  input: z.object({ name: line(80), list: z.enum(LISTS), filter: Narrowing.strict() }),
  output: z.object({ filters: z.array(SavedFilter) }),
})

export const removeFilter = endpoint({
  id: 'cases.remove-filter',
  method: 'DELETE',
  path: '/cases/filters/:id',
  permission: 'cases:read',
  summary: { vi: 'Bỏ bộ lọc hồ sơ', en: 'Remove a saved filter' },
  input: z.object({ id: idField }),
  output: z.object({ filters: z.array(SavedFilter) }),
})
