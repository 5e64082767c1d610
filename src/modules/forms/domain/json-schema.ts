import { formulaText } from '#kernel/rules/print.ts'
import type { Column, Field, FormDefinition } from './definition.ts'
import { fieldsOf, mostOf } from './definition.ts'
import { hasAnswer } from './kinds.ts'

type Schema = Readonly<Record<string, unknown>>

/**
 * The answers of a form as JSON Schema 2020-12, for other programs. What the schema language cannot say (rules over other answers) stands
 * beside it as formulas under `x-haidang`; the form's own engine decides.
 */
export function jsonSchemaOf(definition: FormDefinition, id: string): Schema {
  const asked = fieldsOf(definition).filter(({ kind }) => hasAnswer(kind))
  const always = definition.steps
    .filter(({ showIf }) => showIf === null)
    .flatMap(({ fields }) => fields)
    .filter((field) => field.required && field.showIf === null && field.value === null && hasAnswer(field.kind))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: definition.title.vi,
    type: 'object',
    properties: Object.fromEntries(asked.map((field) => [field.name, fieldSchema(field)])),
    required: always.map(({ name }) => name),
    additionalProperties: false,
  }
}

function fieldSchema(field: Field): Schema {
  const rules = {
    kind: field.kind,
    ...(field.showIf && { showIf: formulaText(field.showIf, 'en') }),
    ...(field.requiredIf && { requiredIf: formulaText(field.requiredIf, 'en') }),
    ...(field.value && { value: formulaText(field.value, 'en') }),
  }
  const described = {
    title: field.label.vi,
    ...(field.hint.vi && { description: field.hint.vi }),
    ...(field.value && { readOnly: true }),
    'x-haidang': rules,
  }
  const kind: string = field.kind
  switch (kind) {
    case 'choices':
      return {
        type: 'array',
        items: { enum: field.choices.map(({ value }) => value) },
        uniqueItems: true,
        ...(field.least !== null && { minItems: field.least }),
        maxItems: mostOf(field),
        ...described,
      }
    case 'table':
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(field.columns.map((column) => [column.name, valueSchema(column)])),
          required: field.columns.filter(({ required, value }) => required && value === null).map(({ name }) => name),
          additionalProperties: false,
        },
        ...(field.least !== null && { minItems: field.least }),
        maxItems: mostOf(field),
        ...described,
      }
    case 'files':
      return { type: 'array', items: FILE, maxItems: mostOf(field), ...described }
    case 'address':
    case 'unit':
      return { ...PLACE, ...described }
    default:
      return { ...valueSchema(field), ...described }
  }
}

const FILE: Schema = {
  type: 'object',
  properties: { fileId: { type: 'string', format: 'uuid' }, name: { type: 'string', maxLength: 255 } },
  required: ['fileId', 'name'],
  additionalProperties: false,
}
const PLACE: Schema = {
  type: 'object',
  properties: {
    unitId: { type: ['string', 'null'], format: 'uuid' },
    place: { type: 'string', maxLength: 300 },
    line: { type: 'string', maxLength: 300 },
  },
  additionalProperties: false,
}

function valueSchema(asked: Field | Column): Schema {
  const title = { title: asked.label.vi }
  const kind: string = asked.kind
  switch (kind) {
    case 'number':
    case 'money':
    case 'year':
    case 'fee':
      return {
        type: asked.kind === 'number' && asked.decimals > 0 ? 'number' : 'integer',
        ...(asked.least !== null && { minimum: asked.least }),
        ...(asked.most !== null && { maximum: asked.most }),
        ...title,
      }
    case 'yes-no':
      return { type: 'boolean', ...title }
    case 'consent':
      return { const: true, ...title }
    case 'choice':
      return { enum: asked.choices.map(({ value }) => value), ...title }
    case 'gender':
      return { enum: ['male', 'female', 'other'], ...title }
    case 'day':
      return { type: 'string', format: 'date', ...title }
    case 'email':
      return { type: 'string', format: 'email', ...title }
    default:
      return {
        type: 'string',
        ...(PATTERNS[asked.kind] && { pattern: PATTERNS[asked.kind] }),
        maxLength: mostOf(asked),
        ...title,
      }
  }
}

const PATTERNS: Partial<Record<Field['kind'], string>> = {
  time: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$',
  'identity-number': '^(?:[0-9]{12}|[0-9]{9}|[A-Z]{1,2}[0-9]{6,8})$',
  'tax-code': '^(?:[0-9]{12}|[0-9]{10}(?:-?[0-9]{3})?)$',
  phone: '^\\+?[0-9]{6,15}$',
}
