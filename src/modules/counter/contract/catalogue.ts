import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField } from '#kernel/fields.ts'
import { ProcedureContent } from '#modules/procedures/contract.ts'

/** The most procedures a counter keeps. */
export const MOST_KEPT = 600
export const CATALOGUE_PAGE = 100

/** What is in force today and filed at counters, page by page: what a counter keeps for when there is no network. */
export const counterCatalogue = endpoint({
  id: 'counter.counter-catalogue',
  method: 'GET',
  path: '/counter/catalogue',
  permission: 'cases:receive',
  summary: { vi: 'Danh mục thủ tục cho quầy không cần mạng', en: 'Procedures for an offline counter' },
  input: z.object({ after: z.string().max(40).default('') }),
  output: z.object({
    procedures: z
      .array(z.object({ code: z.string(), versionId: idField, content: ProcedureContent }))
      .max(CATALOGUE_PAGE),
    /** Where the next page begins; null at the end. */
    after: z.string().nullable(),
  }),
})
