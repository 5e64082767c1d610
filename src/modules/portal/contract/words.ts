import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, limitField, line, momentField } from '#kernel/fields.ts'
import { LifeEvent } from './finding.ts'

export const SynonymRow = z.object({
  id: idField,
  said: z.string(),
  means: z.string(),
  writtenByName: z.string(),
  writtenAt: momentField,
})

export const listSynonyms = endpoint({
  id: 'portal.list-synonyms',
  method: 'GET',
  path: '/portal/synonyms',
  permission: 'portal:edit',
  summary: { vi: 'Từ đồng nghĩa của ô tìm kiếm', en: 'The synonyms of the search' },
  input: z.object({ after: z.string().max(200).optional(), limit: limitField }),
  output: z.object({ synonyms: z.array(SynonymRow), next: z.string().nullable() }),
})

/** What is said gets a meaning; one that had another before loses it. A failed search of the same words is done with. */
export const saveSynonym = endpoint({
  id: 'portal.save-synonym',
  method: 'PUT',
  path: '/portal/synonyms',
  permission: 'portal:edit',
  summary: { vi: 'Thêm hoặc sửa từ đồng nghĩa', en: 'Add or change a synonym' },
  input: z.object({ said: line(100), means: line(200) }),
  output: SynonymRow,
})

export const removeSynonym = endpoint({
  id: 'portal.remove-synonym',
  method: 'DELETE',
  path: '/portal/synonyms/:id',
  permission: 'portal:edit',
  summary: { vi: 'Bỏ từ đồng nghĩa', en: 'Remove a synonym' },
  input: z.object({ id: idField }),
  output: z.null(),
})

export const listFailedSearches = endpoint({
  id: 'portal.list-failed-searches',
  method: 'GET',
  path: '/portal/failed-searches',
  permission: 'portal:edit',
  summary: { vi: 'Từ khóa tìm không ra', en: 'Searches that found nothing' },
  input: z.object({ limit: limitField }),
  output: z.object({
    /** Only what at least three searches said, the most frequent first. */
    searches: z.array(z.object({ words: z.string(), times: z.number(), lastAt: momentField })),
  }),
})

export const saveLifeEvent = endpoint({
  id: 'portal.save-life-event',
  method: 'PUT',
  path: '/portal/life-events/:code',
  permission: 'portal:edit',
  summary: { vi: 'Thêm hoặc sửa sự kiện trong đời', en: 'Add or change a life event' },
  input: z.object({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    name: z.object({ vi: line(120), en: line(120) }),
    place: z.coerce.number().int().min(0).max(1000),
    procedures: z.array(z.string().max(40)).max(50),
  }),
  output: LifeEvent,
})
