import type { FileTaking } from '#modules/forms/web/index.tsx'
import { formField } from '../../domain/form-answers.ts'
import { TakeFile } from './take-file.tsx'

/** A file for a field of the form with that mark: it comes the way of every paper. */
export function fileOf(mark: string) {
  return function FormFile({ name, accept, full, ...asked }: FileTaking) {
    return (
      <TakeFile
        {...asked}
        name={formField(name, mark)}
        title={asked.label}
        accept={accept || 'image/*,.pdf,.docx,.xlsx'}
        photos={accept === '' || accept.includes('.pdf')}
        disabled={full}
        named
      />
    )
  }
}
