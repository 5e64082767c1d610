import type { z } from 'zod'
import type * as contract from '../contract.ts'

/** What the server says of one procedure. */
export type ProcedureAnswer = z.output<typeof contract.getProcedure.output>
