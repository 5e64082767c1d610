import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, line } from '#kernel/fields.ts'
import { Point } from '#modules/organisation/contract.ts'

export const LifeEvent = z.object({ code: z.string(), name: bothField, procedures: z.array(z.string()) })

const answer = z.union([z.string().max(500), z.number(), z.boolean(), z.null()])

/** A procedure as it stands in a list for citizens. */
export const ListedService = z.object({
  code: z.string(),
  name: bothField,
  field: bothField,
  onlineLevel: z.enum(['none', 'partial', 'full']),
  results: z.array(bothField),
  demonstration: z.boolean(),
})
export type ListedService = z.infer<typeof ListedService>

const Desk = z.object({ name: z.string(), address: z.string(), phone: z.string() })

/** A place of today. */
export const Place = z.object({
  id: idField,
  name: z.string(),
  above: z.string(),
  desk: Desk.nullable(),
  /** Takes cases in, also online. */
  receives: z.boolean(),
  /** Where it is on the map; null: not known. */
  point: Point.nullable(),
  /** Names that are no more and whose people belong here: all of them, or some. */
  former: z.array(z.object({ name: z.string(), above: z.string(), until: dayField, whole: z.boolean() })),
})
export type Place = z.infer<typeof Place>

/** A name that is no more, and where its people belong now. */
export const FormerName = z.object({
  name: z.string(),
  above: z.string(),
  /** The last day on which it was called so. */
  until: dayField,
  now: z.array(z.object({ id: idField, name: z.string(), whole: z.boolean() })),
})
export type FormerName = z.infer<typeof FormerName>

export const getHome = endpoint({
  id: 'portal.get-home',
  method: 'GET',
  path: '/portal/home',
  permission: 'anyone',
  summary: { vi: 'Trang chủ dịch vụ công', en: 'The first page for citizens' },
  input: z.object({}),
  output: z.object({
    events: z.array(LifeEvent),
    fields: z.array(z.object({ code: z.string(), name: bothField, count: z.number() })),
    total: z.number(),
  }),
})

/** A search that finds nothing is counted by its words, without anything of who asked. */
export const searchServices = endpoint({
  id: 'portal.search-services',
  method: 'GET',
  path: '/portal/services',
  permission: 'anyone',
  perMinute: 120,
  summary: { vi: 'Tìm thủ tục bằng lời thường', en: 'Find a procedure in plain words' },
  input: z.object({
    q: z.string().max(200).default(''),
    event: z.string().max(60).optional(),
    field: z.string().max(60).optional(),
    /** The unit asked at: procedures of its level alone. */
    unitId: idField.optional(),
  }),
  output: z.object({
    /** What the list is about when it is not words: a life event, a field, a unit. */
    about: bothField.nullable(),
    /** The unit that was asked at. */
    place: Place.nullable(),
    services: z.array(ListedService),
    /** More were found than are shown. */
    more: z.boolean(),
  }),
})

/** What search engines are told of, by code. */
export const listPublicPages = endpoint({
  id: 'portal.list-public-pages',
  method: 'GET',
  path: '/portal/public-pages',
  permission: 'anyone',
  summary: { vi: 'Các trang công khai để máy tìm kiếm biết', en: 'The public pages, for search engines' },
  input: z.object({}),
  output: z.object({ services: z.array(z.string()), events: z.array(z.string()), fields: z.array(z.string()) }),
})

export const Guide = z.object({
  code: z.string(),
  name: bothField,
  field: bothField,
  demonstration: z.boolean(),
  onlineLevel: z.enum(['none', 'partial', 'full']),
  levels: z.array(z.enum(['province', 'district', 'commune'])),
  channels: z.array(z.enum(['counter', 'online', 'post'])),
  applicants: z.array(z.string()),
  steps: bothField,
  requirements: bothField,
  sets: z.number(),
  questions: z.array(
    z.object({
      name: z.string(),
      label: bothField,
      type: z.enum(['boolean', 'number', 'text', 'day', 'choice']),
      choices: z.array(z.object({ value: z.string(), label: bothField })),
      /** As it was understood; null: not answered. */
      answer,
    }),
  ),
  papers: z.array(
    z.object({
      code: z.string(),
      name: bothField,
      forms: z.array(z.string()),
      copies: z.number(),
      required: z.boolean(),
      legalBasis: z.string().nullable(),
      reusable: z.boolean(),
      /** `asked` over the answers, `not-asked`, or `depends` on a question that is not answered. */
      state: z.enum(['asked', 'not-asked', 'depends']),
      /** The questions that decide it. */
      because: z.array(z.string()),
    }),
  ),
  fees: z.array(
    z.object({
      name: bothField,
      amountVnd: z.number(),
      dueVnd: z.number(),
      legalBasis: z.string().nullable(),
      exemption: z.object({ who: bothField, percent: z.number(), legalBasis: z.string().nullable() }).nullable(),
      possible: z.array(z.object({ who: bothField, percent: z.number(), legalBasis: z.string().nullable() })),
    }),
  ),
  totalVnd: z.number(),
  term: bothField,
  /** ISO 8601; null when it is counted in working time, which no duration says. */
  termDuration: z.string().nullable(),
  results: z.array(bothField),
  legalBasis: z.array(
    z.object({ number: z.string(), title: z.string(), article: z.string().nullable(), url: z.string().nullable() }),
  ),
  validFrom: dayField.nullable(),
  /** Where it may be handed in, when a unit was asked for. */
  unit: z
    .object({
      id: idField,
      name: z.string(),
      desk: Desk.nullable(),
    })
    .nullable(),
})
export type Guide = z.infer<typeof Guide>

/** A procedure in force, as a guide for who needs it: over the answers given so far. */
export const getGuide = endpoint({
  id: 'portal.get-guide',
  method: 'POST',
  path: '/portal/guides/:code',
  permission: 'anyone',
  changes: false,
  summary: { vi: 'Hướng dẫn một thủ tục theo câu trả lời', en: 'The guide to a procedure, over answers' },
  input: z.object({
    code: z.string().max(40),
    answers: z
      .record(z.string().max(80), answer)
      .refine((answers) => Object.keys(answers).length <= 200, 'platform/too-long')
      .default({}),
    unitId: idField.optional(),
  }),
  output: Guide,
})

const Frame = z.object({
  south: z.coerce.number().min(-90).max(90),
  west: z.coerce.number().min(-180).max(180),
  north: z.coerce.number().min(-90).max(90),
  east: z.coerce.number().min(-180).max(180),
})

const placeWords = line(100).or(z.literal('')).default('')

export const getPlaceMap = endpoint({
  id: 'portal.get-place-map',
  method: 'POST',
  path: '/portal/place-map',
  permission: 'anyone',
  changes: false,
  summary: { vi: 'Nơi tiếp nhận hồ sơ trên bản đồ', en: 'Where papers may be handed in, on a map' },
  input: z.object({
    q: placeWords,
    /** What to look at; without it everything that is found. */
    frame: Frame.refine(
      ({ south, west, north, east }) => south < north && west < east,
      'platform/invalid-field',
    ).optional(),
  }),
  output: z.object({
    /** Null: none of what was found is on the map. */
    frame: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }).nullable(),
    marks: z.array(
      z.object({
        /** Shares of the square frame, from its left and upper side. */
        x: z.number(),
        y: z.number(),
        places: z.array(Place),
        /** The frame in which several places come apart; null: it is one, or they are at one spot. */
        closer: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }).nullable(),
      }),
    ),
    /** Found, and beyond the frame. */
    outside: z.number().int(),
    /** Found, and on no map. */
    unplaced: z.number().int(),
    former: z.array(FormerName),
  }),
})

export type PlaceMap = z.infer<typeof getPlaceMap.output>

export const listPlaces = endpoint({
  id: 'portal.list-places',
  method: 'GET',
  path: '/portal/places',
  permission: 'anyone',
  summary: { vi: 'Nơi tiếp nhận hồ sơ', en: 'Where papers may be handed in' },
  input: z.object({ q: placeWords }),
  output: z.object({
    places: z.array(Place),
    more: z.boolean(),
    /** What the words named until another day. */
    former: z.array(FormerName),
  }),
})
