import { typeset } from '#server/typst.ts'
import type { PrintedForm } from '../domain/printed.ts'

/** The filled form as a tagged PDF/A-2a. */
export const pdfOf = (form: PrintedForm): Promise<Uint8Array> => typeset(new URL('./filled.typ', import.meta.url), form)
