import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, momentField, paragraphs } from '#kernel/fields.ts'
import { REASONS } from '../domain/satisfaction.ts'

const said = {
  stars: z.coerce.number().int().min(1).max(5),
  reasons: z.array(z.enum(REASONS)).max(REASONS.length).default([]),
  words: paragraphs(1000).default(''),
}

/** Of a number that was served, by the code on its slip. */
export const rateTicket = endpoint({
  id: 'appointments.rate-ticket',
  method: 'PUT',
  path: '/appointments/ratings/ticket',
  permission: 'anyone',
  perMinute: 30,
  summary: { vi: 'Đánh giá phục vụ tại quầy', en: 'Rate how one was served at the desk' },
  input: z.object({ code: z.string().max(40), ...said }),
  output: z.null(),
})

/** At a desk: of the number that was served there last. */
export const rateServed = endpoint({
  id: 'appointments.rate-served',
  method: 'PUT',
  path: '/appointments/ratings/served',
  permission: 'device',
  perMinute: 30,
  summary: { vi: 'Đánh giá tại quầy lượt vừa xong', en: 'Rate at the desk how one was just served' },
  input: z.object({ ticketId: idField, ...said }),
  output: z.null(),
})

/** Of a case that is finished, by code and secret of its receipt. It counts where the rating of a citizen who signed in counts. */
export const rateCaseByReceipt = endpoint({
  id: 'appointments.rate-case-by-receipt',
  method: 'PUT',
  path: '/appointments/ratings/case',
  permission: 'anyone',
  perMinute: 20,
  summary: { vi: 'Đánh giá việc giải quyết hồ sơ bằng giấy tiếp nhận', en: 'Rate a case with the receipt in hand' },
  input: z.object({ code: z.string().min(1).max(60), secret: z.string().min(1).max(60), ...said }),
  output: z.null(),
})

export const listRatings = endpoint({
  id: 'appointments.list-ratings',
  method: 'GET',
  path: '/appointments/units/:unitId/ratings',
  permission: 'appointments:serve',
  summary: { vi: 'Đánh giá phục vụ trong ngày', en: 'Ratings of a day' },
  input: z.object({ unitId: idField, day: dayField }),
  output: z.object({
    ratings: z.array(
      z.object({
        id: idField,
        shown: z.string(),
        stars: z.number(),
        reasons: z.array(z.enum(REASONS)),
        words: z.string(),
        way: z.enum(['kiosk', 'phone']),
        at: momentField,
      }),
    ),
    /** Σ stars over Σ ratings. */
    sum: z.object({ stars: z.number(), ratings: z.number() }),
    more: z.boolean(),
  }),
})

/** What is thought of cases in sight: the worst first. Both days are part of the span; a unit with all that stands under it. */
export const listCaseRatings = endpoint({
  id: 'appointments.list-case-ratings',
  method: 'GET',
  path: '/appointments/case-ratings',
  permission: 'cases:read',
  audit: 'read',
  summary: { vi: 'Đánh giá của công dân về hồ sơ', en: 'Ratings of cases' },
  input: z.object({
    unitId: idField.optional(),
    from: dayField,
    to: dayField,
    after: z.string().max(100).optional(),
    limit: limitField,
  }),
  output: z.object({
    ratings: z.array(
      z.object({
        caseId: idField,
        caseCode: z.string(),
        unit: z.string(),
        stars: z.number(),
        reasons: z.array(z.enum(REASONS)),
        words: z.string(),
        way: z.enum(['online', 'kiosk', 'phone']),
        at: momentField,
      }),
    ),
    next: z.string().nullable(),
    /** Σ stars, Σ ratings, and of these how many with four stars and more. */
    sum: z.object({ stars: z.number(), ratings: z.number(), content: z.number() }),
    /** How many with each number of stars, from one to five. */
    byStars: z.array(z.number()).length(5),
  }),
})
