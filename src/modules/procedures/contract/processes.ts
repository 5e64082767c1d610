import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line, paragraphs } from '#kernel/fields.ts'
import { procedureCode } from '../domain/content.ts'
import { Process } from '../domain/process.ts'
import { Finding, ProcessHead } from './shapes.ts'

const revision = z.int().min(1).max(1_000_000)

export const listProcesses = endpoint({
  id: 'procedures.list-processes',
  method: 'GET',
  path: '/procedures/by-code/:code/processes',
  permission: 'procedures:read',
  summary: { vi: 'Quy trình của một thủ tục', en: 'The processes of a procedure' },
  input: z.object({ code: procedureCode }),
  output: z.object({ processes: z.array(ProcessHead) }),
})

export const getProcess = endpoint({
  id: 'procedures.get-process',
  method: 'GET',
  path: '/procedures/processes/:id',
  permission: 'procedures:read',
  summary: { vi: 'Xem một quy trình', en: 'One process' },
  input: z.object({ id: idField }),
  output: z.object({
    code: z.string(),
    head: ProcessHead,
    process: Process,
    findings: z.array(Finding),
    /** Working hours of the longest way, and of the longest limit. */
    hours: z.number(),
    limitHours: z.number(),
  }),
})

/** Saves the draft of the procedure's process for everywhere or for a unit; begins one when there is none (`revision: null`). */
export const saveProcessDraft = endpoint({
  id: 'procedures.save-process-draft',
  method: 'PUT',
  path: '/procedures/by-code/:code/process-draft',
  permission: 'procedures:write',
  summary: { vi: 'Lưu dự thảo quy trình', en: 'Save the draft of a process' },
  input: z.object({
    code: procedureCode,
    unitId: idField.nullable().default(null),
    revision: revision.nullable(),
    process: Process,
    note: paragraphs(1000).default(''),
  }),
  output: z.object({ id: idField, revision: z.number(), findings: z.array(Finding) }),
})

/** The check that publishing makes, on a process that is being drawn; stores nothing. */
export const checkProcess = endpoint({
  id: 'procedures.check-process',
  method: 'POST',
  path: '/procedures/by-code/:code/process-check',
  permission: 'procedures:read',
  changes: false,
  summary: { vi: 'Kiểm tra quy trình', en: 'Check a process' },
  input: z.object({ code: procedureCode, process: Process }),
  output: z.object({ findings: z.array(Finding), hours: z.number(), limitHours: z.number() }),
})

/** Publishes the draft: cases received from now on take it. By somebody else than who saved it last. */
export const publishProcess = endpoint({
  id: 'procedures.publish-process',
  method: 'POST',
  path: '/procedures/processes/:id/publication',
  permission: 'procedures:publish',
  summary: { vi: 'Ban hành quy trình', en: 'Publish a process' },
  input: z.object({ id: idField, revision }),
  output: z.object({ head: ProcessHead, findings: z.array(Finding) }),
})

/** Takes a process out of use for new cases; running cases keep it. */
export const withdrawProcess = endpoint({
  id: 'procedures.withdraw-process',
  method: 'POST',
  path: '/procedures/processes/:id/withdrawal',
  permission: 'procedures:publish',
  summary: { vi: 'Ngừng áp dụng quy trình', en: 'Withdraw a process' },
  reason: 'reason',
  input: z.object({ id: idField, reason: line(500) }),
  output: z.object({ head: ProcessHead }),
})
