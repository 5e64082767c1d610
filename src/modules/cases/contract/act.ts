import { z } from 'zod'
import { endpoint, type Permission } from '#kernel/endpoint.ts'
import { CaseDetail, onCase } from './shapes.ts'

/** An act on a case: what it is given besides case and version. It answers with the case as it is afterwards. */
export const act = <I extends z.ZodRawShape, const P extends Permission>(
  name: string,
  permission: P,
  summary: { vi: string; en: string },
  shape: I,
) =>
  endpoint({
    id: `cases.${name}`,
    method: 'POST',
    path: `/cases/:caseId/${name}`,
    permission,
    summary,
    input: z.object({ ...onCase, ...shape }),
    output: CaseDetail,
  })
