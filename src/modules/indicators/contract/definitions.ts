import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, line, paragraphs } from '#kernel/fields.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import * as words from '../domain/words.ts'

/** A decimal as text, `-12.5`: never through floating point. */
export const decimal = z.string()
export const code = z.string().regex(/^[a-z][a-z0-9_]{1,79}$/, 'indicators/bad-code')
export const indicatorCode = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,39}$/, 'indicators/bad-code')
export const regime = z.enum(words.REGIMES)
/** `2026-M11`, `2023-9M` … (kernel/period). */
export const periodKey = z.string().refine((text) => parsePeriodKey(text) !== null, 'indicators/bad-period')
export const instant = z.iso.datetime({ offset: true })
export const moment = z.string()
export const typedDecimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'indicators/not-a-decimal')

export const Measure = z.object({
  id: z.string(),
  code: z.string(),
  name: bothField,
  nature: z.enum(words.NATURES),
  source: z.enum(words.SOURCES),
  unit: bothField,
  decimals: z.number(),
  rollUp: z.enum(words.ROLL_UPS),
  topic: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export type Measure = z.infer<typeof Measure>

export const Target = z.object({
  id: z.string(),
  level: z.enum(words.TARGET_LEVELS),
  text: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
})
export const Indicator = z.object({
  id: z.string(),
  code: z.string(),
  /** The printed row; parts a and b share one. */
  rowCode: z.string(),
  part: bothField.nullable(),
  group: z.object({ code: z.string(), name: bothField }),
  name: bothField,
  kind: z.enum(words.INDICATOR_KINDS),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  formula: bothField,
  factor: z.number(),
  unit: bothField,
  decimals: z.number(),
  better: z.enum(['higher', 'lower']),
  partOfWhole: z.boolean(),
  sourceNote: z.string(),
  version: z.number(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  targets: z.array(Target),
})
export type Indicator = z.infer<typeof Indicator>

const measureInput = z.object({
  code,
  name: z.object({ vi: line(400), en: line(400) }),
  nature: z.enum(words.NATURES),
  source: z.enum(words.SOURCES),
  unit: z.object({ vi: line(60), en: line(60) }),
  decimals: z.number().int().min(0).max(6).default(0),
  rollUp: z.enum(words.ROLL_UPS).default('sum'),
  topic: line(120).or(z.literal('')).default(''),
  validFrom: dayField,
  validTo: dayField.nullable().default(null),
})

export const listMeasures = endpoint({
  id: 'indicators.list-measures',
  method: 'GET',
  path: '/indicators/measures',
  permission: 'indicators:read',
  summary: { vi: 'Danh mục số liệu', en: 'The measures' },
  input: z.object({ search: z.string().max(200).default('') }),
  output: z.object({ measures: z.array(Measure) }),
})
export const defineMeasure = endpoint({
  id: 'indicators.define-measure',
  method: 'POST',
  path: '/indicators/measures',
  permission: 'indicators:define',
  summary: { vi: 'Thêm một số liệu', en: 'Add a measure' },
  input: measureInput,
  output: z.object({ id: z.string() }),
})
export const listIndicators = endpoint({
  id: 'indicators.list-indicators',
  method: 'GET',
  path: '/indicators',
  permission: 'indicators:read',
  summary: { vi: 'Danh mục chỉ tiêu và mục tiêu', en: 'Indicators and their targets' },
  input: z.object({ day: dayField.optional(), search: z.string().max(200).default('') }),
  output: z.object({ indicators: z.array(Indicator) }),
})
export const getIndicator = endpoint({
  id: 'indicators.get-indicator',
  method: 'GET',
  path: '/indicators/by-code/:code',
  permission: 'indicators:read',
  summary: { vi: 'Một chỉ tiêu với các phiên bản', en: 'One indicator with its versions' },
  input: z.object({ code: indicatorCode, day: dayField.optional() }),
  output: z.object({ indicator: Indicator, versions: z.array(Indicator), measures: z.array(Measure) }),
})
export const defineIndicator = endpoint({
  id: 'indicators.define-indicator',
  method: 'POST',
  path: '/indicators',
  permission: 'indicators:define',
  summary: { vi: 'Thêm chỉ tiêu hoặc phiên bản công thức mới', en: 'Add an indicator or a new version of its formula' },
  input: z.object({
    code: indicatorCode,
    group: z.object({ code: line(20), name: z.object({ vi: line(300), en: line(300) }) }),
    /** For an indicator that is one part (a, b …) of a printed row: the row, and what the part is. */
    partOf: z
      .object({ rowCode: indicatorCode, label: z.object({ vi: line(300), en: line(300) }) })
      .nullable()
      .default(null),
    name: z.object({ vi: line(1000), en: line(1000) }),
    kind: z.enum(words.INDICATOR_KINDS),
    numerator: line(2000).nullable(),
    denominator: line(2000).nullable(),
    factor: z.union([z.literal(1), z.literal(100), z.literal(1000), z.literal(10000), z.literal(100000)]).default(100),
    unit: z.object({ vi: line(60), en: line(60) }).default({ vi: '%', en: '%' }),
    decimals: z.number().int().min(0).max(6).default(2),
    better: z.enum(['higher', 'lower']).default('higher'),
    partOfWhole: z.boolean().default(true),
    sourceNote: paragraphs(1000).default(''),
    validFrom: dayField,
    /** Values by measure code to try the formula on. */
    examples: z
      .array(z.record(z.string().max(80), typedDecimal))
      .max(20)
      .default([]),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({
    id: z.string().nullable(),
    version: z.number(),
    formula: bothField,
    measures: z.array(z.string()),
    results: z.array(
      z.object({ numerator: decimal.nullable(), denominator: decimal.nullable(), shown: decimal.nullable() }),
    ),
  }),
})
export const setTarget = endpoint({
  id: 'indicators.set-target',
  method: 'POST',
  path: '/indicators/targets',
  permission: 'indicators:define',
  summary: { vi: 'Đặt mục tiêu của một cấp', en: 'Set the target of a level' },
  input: z.object({
    indicator: indicatorCode,
    level: z.enum(words.TARGET_LEVELS),
    /** As officials write it: "Trên 60%", "30% đến cuối năm là 50%", "50% sản phẩm; 85% hộ". */
    text: line(500),
    /** When the text has several parts and this indicator is one of them: which, from 1. */
    part: z.number().int().min(1).max(20).nullable().default(null),
    validFrom: dayField,
    validTo: dayField.nullable().default(null),
    source: line(500).or(z.literal('')).default(''),
  }),
  output: z.object({ id: z.string() }),
})
