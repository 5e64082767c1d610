import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, flagField, idField, limitField } from '#kernel/fields.ts'
import { FormDefinition, formCode } from '../domain/definition.ts'
import { Coverage, Finding, FormVersion } from './shapes.ts'

/** Announced to browsers when a form is saved or published. */
export const FORMS_TOPIC = 'forms.catalogue'

const revision = z.int().min(1).max(1_000_000)
const MOST_BYTES = 4 * 1024 * 1024
/** Codes as the module of procedures has them. */
const procedureCodes = z
  .array(z.string().regex(/^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/))
  .max(50)
  .default([])
const saved = z.object({
  versionId: idField,
  revision: z.number(),
  findings: z.array(Finding),
  coverage: Coverage,
})

/** Published forms are public, as the procedures that use them; drafts are shown to who holds `forms:read`. */
export const listForms = endpoint({
  id: 'forms.list-forms',
  method: 'GET',
  path: '/forms',
  permission: 'anyone',
  summary: { vi: 'Danh mục biểu mẫu điện tử', en: 'The electronic forms' },
  input: z.object({
    /** In the title or the code; marks do not matter. */
    search: z.string().max(200).default(''),
    procedureCode: z.string().max(40).optional(),
    /** In force on the day; default today. Not looked at for drafts. */
    day: dayField.optional(),
    /** `drafts`: forms that have a draft; needs `forms:read`. */
    show: z.enum(['in-force', 'drafts']).default('in-force'),
    /** The code of the last row of the page before. */
    after: z.string().max(80).optional(),
    limit: limitField,
  }),
  output: z.object({
    day: dayField,
    forms: z.array(z.object({ id: idField, code: z.string(), version: FormVersion, hasDraft: z.boolean() })),
    /** For `after` of the next page; null: this was the last. */
    next: z.string().nullable(),
  }),
})

export const getForm = endpoint({
  id: 'forms.get-form',
  method: 'GET',
  path: '/forms/by-code/:code',
  permission: 'anyone',
  summary: { vi: 'Xem một biểu mẫu', en: 'One form' },
  input: z.object({
    code: formCode,
    /** A certain version; else the draft when `draft` is asked for, else the one in force on `day` (default today). */
    versionId: idField.optional(),
    day: dayField.optional(),
    draft: flagField.default(false),
  }),
  output: z.object({
    id: idField,
    code: z.string(),
    version: FormVersion,
    definition: FormDefinition,
    /** Newest first; drafts only for who holds `forms:read`. */
    versions: z.array(FormVersion),
  }),
})

export const createForm = endpoint({
  id: 'forms.create-form',
  method: 'POST',
  path: '/forms',
  permission: 'forms:write',
  summary: { vi: 'Thêm biểu mẫu', en: 'Add a form' },
  maxBytes: MOST_BYTES,
  input: z.object({ code: formCode, procedures: procedureCodes, definition: FormDefinition }),
  output: saved,
})

/** Saves the draft of a form; begins one when there is none (`revision: null`). */
export const saveFormDraft = endpoint({
  id: 'forms.save-form-draft',
  method: 'PUT',
  path: '/forms/by-code/:code/draft',
  permission: 'forms:write',
  summary: { vi: 'Lưu dự thảo biểu mẫu', en: 'Save the draft of a form' },
  maxBytes: MOST_BYTES,
  input: z.object({
    code: formCode,
    /** The revision that was edited; null: there was no draft yet. */
    revision: revision.nullable(),
    procedures: procedureCodes,
    definition: FormDefinition,
  }),
  output: saved,
})

/** Publishes the draft: in force from the day on, and the version before ends. By somebody else than who saved it last. */
export const publishForm = endpoint({
  id: 'forms.publish-form',
  method: 'POST',
  path: '/forms/by-code/:code/publication',
  permission: 'forms:publish',
  summary: { vi: 'Công bố biểu mẫu', en: 'Publish a form' },
  input: z.object({
    code: formCode,
    /** The revision that was read before publishing. */ revision,
    validFrom: dayField,
  }),
  output: z.object({ version: FormVersion }),
})

export const formDifferences = endpoint({
  id: 'forms.form-differences',
  method: 'GET',
  path: '/forms/by-code/:code/differences',
  permission: 'anyone',
  summary: { vi: 'So sánh hai phiên bản biểu mẫu', en: 'Compare two versions of a form' },
  input: z.object({ code: formCode, before: idField, after: idField }),
  output: z.object({
    before: FormVersion,
    after: FormVersion,
    differences: z.array(
      z.object({
        part: z.enum(['form', 'step', 'field', 'check']),
        kind: z.enum(['added', 'removed', 'changed', 'moved']),
        code: z.string(),
        label: bothField.nullable(),
        attributes: z.array(z.string()),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  }),
})

/** What the linter says of a form that is being written; nothing is stored. */
export const lintForm = endpoint({
  id: 'forms.lint-form',
  method: 'POST',
  path: '/forms/lint',
  permission: 'forms:read',
  summary: { vi: 'Soát lỗi biểu mẫu', en: 'Lint a form' },
  changes: false,
  maxBytes: MOST_BYTES,
  perMinute: 120,
  input: z.object({ definition: FormDefinition }),
  output: z.object({ findings: z.array(Finding), coverage: Coverage }),
})

/** A first draft out of a Word template that was uploaded: its places to fill in become fields. Nothing is stored. */
export const importFormFromWord = endpoint({
  id: 'forms.import-form-from-word',
  method: 'POST',
  path: '/forms/word-import',
  permission: 'forms:write',
  summary: { vi: 'Lấy biểu mẫu từ tệp Word', en: 'Take a form from a Word file' },
  changes: false,
  perMinute: 20,
  input: z.object({ fileId: idField }),
  output: z.object({ definition: FormDefinition, findings: z.array(Finding) }),
})
