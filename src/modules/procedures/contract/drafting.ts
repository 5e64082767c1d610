import { z } from 'zod'
import { daysBetween } from '#kernel/calendar.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, line } from '#kernel/fields.ts'
import { ProcedureContent, procedureCode } from '../domain/content.ts'
import { ANNOUNCERS, Finding, VersionHead } from './shapes.ts'

const revision = z.int().min(1).max(1_000_000)

/** A new procedure with its first draft, or a new draft of one that is there (from what is in force, unless content is given). */
export const createProcedure = endpoint({
  id: 'procedures.create-procedure',
  method: 'POST',
  path: '/procedures',
  permission: 'procedures:write',
  summary: { vi: 'Thêm thủ tục', en: 'Add a procedure' },
  maxBytes: 2 * 1024 * 1024,
  input: z.object({ code: procedureCode, content: ProcedureContent }),
  output: z.object({ id: idField, versionId: idField, revision: z.number(), findings: z.array(Finding) }),
})

/** Saves the draft of a procedure; begins one when there is none (`revision: null`). */
export const saveDraft = endpoint({
  id: 'procedures.save-draft',
  method: 'PUT',
  path: '/procedures/by-code/:code/draft',
  permission: 'procedures:write',
  summary: { vi: 'Lưu dự thảo của thủ tục', en: 'Save the draft of a procedure' },
  maxBytes: 2 * 1024 * 1024,
  input: z.object({
    code: procedureCode,
    /** The revision that was edited; null: there was no draft yet. */
    revision: revision.nullable(),
    content: ProcedureContent,
  }),
  output: z.object({ versionId: idField, revision: z.number(), findings: z.array(Finding) }),
})

const decision = z.object({
  number: line(60),
  on: dayField,
  announcer: z.enum(ANNOUNCERS).default('province'),
})

/** Notes the decision that announces the draft: from its day on the time for publishing runs. */
export const recordDecision = endpoint({
  id: 'procedures.record-decision',
  method: 'PUT',
  path: '/procedures/by-code/:code/draft/decision',
  permission: 'procedures:write',
  summary: { vi: 'Ghi quyết định công bố', en: 'Record the decision that announces a draft' },
  input: z.object({ code: procedureCode, revision, decision: decision.extend({ kind: z.enum(['new', 'amended']) }) }),
  output: z.object({ publicationDueOn: dayField }),
})

const Publication = z.object({
  version: VersionHead,
  /** The last day on which publishing is in time, in working days after the decision. */
  dueOn: dayField,
  onTime: z.boolean(),
  /** A sentence that says by how much it was late; null: in time. */
  late: bothField.nullable(),
  /** What the published processes of the procedure no longer fulfil. */
  warnings: z.array(Finding),
})

/** Publishes the draft: in force from the day on, and the version before ends. By somebody else than who saved it last. */
export const publishVersion = endpoint({
  id: 'procedures.publish-version',
  method: 'POST',
  path: '/procedures/by-code/:code/publication',
  permission: 'procedures:publish',
  summary: { vi: 'Công khai thủ tục', en: 'Publish a procedure' },
  input: z.object({
    code: procedureCode,
    /** The revision that was read before publishing. */
    revision,
    decision: decision.extend({ kind: z.enum(['new', 'amended']) }),
    validFrom: dayField,
  }),
  output: Publication,
})

/** Ends the procedure on a day, by decision. Running cases keep their version. */
export const abolishProcedure = endpoint({
  id: 'procedures.abolish-procedure',
  method: 'POST',
  path: '/procedures/by-code/:code/abolition',
  permission: 'procedures:publish',
  summary: { vi: 'Bãi bỏ thủ tục', en: 'Abolish a procedure' },
  input: z.object({
    code: procedureCode,
    decision,
    /** The first day on which it no longer holds. */
    from: dayField,
  }),
  output: Publication,
})

export const compareVersions = endpoint({
  id: 'procedures.compare-versions',
  method: 'GET',
  path: '/procedures/by-code/:code/differences',
  permission: 'anyone',
  summary: { vi: 'So sánh hai phiên bản của thủ tục', en: 'Compare two versions of a procedure' },
  input: z.object({ code: procedureCode, before: idField, after: idField }),
  output: z.object({
    before: VersionHead,
    after: VersionHead,
    differences: z.array(
      z.object({
        part: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        code: z.string().nullable(),
        name: bothField.nullable(),
        fields: z.array(z.string()),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  }),
})

const Rule = z.object({
  announcer: z.enum(ANNOUNCERS),
  /** In working days. */
  decideDaysBefore: z.int().min(0).max(250),
  publishDaysAfter: z.int().min(0).max(250),
  /** The id in docs/legal-sources.md, or the instrument. */
  source: line(200),
})

export const listPublicationRules = endpoint({
  id: 'procedures.list-publication-rules',
  method: 'GET',
  path: '/procedures/publication-rules',
  permission: 'procedures:read',
  summary: { vi: 'Thời hạn công bố, công khai', en: 'By when procedures are announced and published' },
  input: z.object({}),
  output: z.object({ rules: z.array(Rule) }),
})

export const savePublicationRule = endpoint({
  id: 'procedures.save-publication-rule',
  method: 'PUT',
  path: '/procedures/publication-rules/:announcer',
  permission: 'procedures:publish',
  summary: { vi: 'Đặt thời hạn công bố, công khai', en: 'Set by when procedures are announced and published' },
  input: Rule,
  output: Rule,
})

/** The facts of 766, 1.1 and 1.2 for each procedure with a decision dated in the period. */
export const listPublicationFacts = endpoint({
  id: 'procedures.list-publication-facts',
  method: 'GET',
  path: '/procedures/publication-facts',
  permission: 'procedures:read',
  summary: { vi: 'Công bố, công khai đúng hạn', en: 'Which procedures were announced and published on time' },
  input: z
    .object({
      from: dayField,
      /** The first day after the period: later than `from`, by two years at most. */
      to: dayField,
    })
    .refine(({ from, to }) => from < to && daysBetween(from, to) <= 731, {
      error: 'procedures/bad-period',
      path: ['to'],
    }),
  output: z.object({
    /** 1.1: decided on time, of those whose legal basis has a known day of effect. */
    decided: z.object({ numerator: z.number(), denominator: z.number(), unknown: z.number() }),
    /** 1.2: published on time, of those published or overdue. */
    published: z.object({ numerator: z.number(), denominator: z.number() }),
    facts: z.array(
      z.object({
        procedureId: idField,
        versionId: idField,
        code: z.string(),
        name: bothField,
        kind: z.string(),
        announcer: z.enum(ANNOUNCERS),
        decisionNumber: z.string(),
        decisionOn: dayField,
        basisEffectiveOn: dayField.nullable(),
        decisionDueOn: dayField.nullable(),
        decidedOnTime: z.boolean().nullable(),
        publishedOn: dayField.nullable(),
        publicationDueOn: dayField,
        publishedOnTime: z.boolean().nullable(),
      }),
    ),
  }),
})
