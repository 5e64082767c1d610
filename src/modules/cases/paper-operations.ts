import type { Operation } from '#server/operation.ts'
import { checkFile } from './operations/check-file.ts'
import { getDesk } from './operations/get-desk.ts'
import { getPaperFile } from './operations/get-paper-file.ts'
import { imagesToPdf } from './operations/images-to-pdf.ts'
import { listFilledForms } from './operations/list-filled-forms.ts'
import { lookUpCase } from './operations/look-up-case.ts'
import { printBook } from './operations/print-book.ts'
import { printForm } from './operations/print-form.ts'
import { setDesk } from './operations/set-desk.ts'

/** Forms, the public page, and files. */
export const paperOperations: readonly Operation[] = [
  printForm,
  printBook,
  getDesk,
  setDesk,
  checkFile,
  imagesToPdf,
  getPaperFile,
  listFilledForms,
  lookUpCase,
]
