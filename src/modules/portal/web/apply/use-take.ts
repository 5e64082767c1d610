import { useCallback, useLayoutEffect, useRef } from 'react'
import type { FormHandle } from '#modules/forms/web/index.tsx'
import { call } from '#ui/call.ts'
import { type Draft, keepField } from '../../contract.ts'
import { answerName, isFormField } from '../../domain/form-answers.ts'
import type { Take } from './papers-on-the-way.ts'
import type { useDraft } from './use-draft.ts'

type Kept = Pick<ReturnType<typeof useDraft>, 'change' | 'answer' | 'answersOn'>
type File = Parameters<Take>[1]

/** Puts files that have arrived into the application, on whichever page its writer is by then. `shown`: the mark of the form on that page. */
export function useTake(draft: Draft, { change, answer, answersOn }: Kept, shown: string | null) {
  const shownForm = useRef<FormHandle>(null)
  const latest = useRef({ forms: draft.forms, shown })
  useLayoutEffect(() => {
    latest.current = { forms: draft.forms, shown }
  })
  const take = useCallback<Take>(
    async (field, file) => {
      const { name, mark } = answerName(field)
      const formNow = () => latest.current.forms.find((one) => one.mark === mark)
      const form = formNow()
      if (!isFormField(field) || !form) {
        await call(keepField, { draftId: draft.id, name: field, value: file })
        return change(field, file)
      }
      const withFile = (now: typeof form) => added(answersOn(now)[name], file)
      await call(keepField, { draftId: draft.id, name: field, value: withFile(form), versionId: form.versionId })
      // What was taken out of the list meanwhile, or put in from elsewhere, stands.
      const now = formNow() ?? form
      const files = withFile(now)
      answer(now.versionId, name, files)
      if (latest.current.shown === mark) shownForm.current?.put(name, files)
    },
    [draft.id, change, answer, answersOn],
  )
  return { take, shownForm }
}

/** The files that are there, and this one after them. */
function added(known: unknown, file: File): readonly unknown[] {
  const files: readonly Partial<File>[] = Array.isArray(known) ? known : []
  return files.some(({ fileId }) => fileId === file.fileId) ? files : [...files, file]
}
