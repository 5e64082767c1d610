import { type Ref, Suspense, useMemo } from 'react'
import { dayAt } from '#kernel/calendar.ts'
import { getForm } from '#modules/forms/contract.ts'
import { type FormHandle, FormView } from '#modules/forms/web/index.tsx'
import { Lines, Loaded } from '#ui/loaded.tsx'
import { useOperation } from '#ui/query.ts'
import type { DraftForm } from '../../contract.ts'
import { fileOf } from './form-file.tsx'
import { useVouchedFacts } from './use-vouched.ts'

type Props = {
  readonly form: DraftForm
  readonly step: string
  readonly formId: string
  readonly reveal: boolean
  readonly answersOn: (form: DraftForm) => Readonly<Record<string, unknown>>
  readonly answer: (versionId: string, name: string, value: unknown) => void
  readonly onDone: () => void
  readonly onSteps: (steps: readonly string[]) => void
  readonly handle: Ref<FormHandle>
  readonly isAwaited: (name: string) => boolean
}

/** One step of the electronic form as a page of the application. It stays while its steps follow one another. */
export function FormStep({ form, step, formId, reveal, answersOn, answer, onDone, onSteps, handle, isAwaited }: Props) {
  const { code, mark, versionId, notices } = form
  const asked = useOperation(getForm, { code, versionId })
  const vouched = useVouchedFacts()
  const fileTaker = useMemo(() => fileOf(mark), [mark])
  return (
    <Loaded query={asked} lines={8}>
      {({ definition }) => (
        <Suspense fallback={<Lines count={8} />}>
          <FormView
            definition={definition}
            // Read once, and only when the form is there: a file may have arrived while its code was on the way.
            answers={answersOn(form)}
            today={dayAt(new Date())}
            // Offered once: who has begun to answer may have taken away what was offered.
            known={Object.keys(answersOn(form)).length === 0 ? knownIn(form) : {}}
            notices={notices}
            vouched={vouched}
            onChange={(answers, name) => answer(versionId, name, answers[name] ?? null)}
            walk={{ step, formId, reveal, onDone, onSteps, isAwaited }}
            FileTaker={fileTaker}
            ref={handle}
          />
        </Suspense>
      )}
    </Loaded>
  )
}

/** What is known, in the form of answers: an address is a line of which the commune is not known. */
function knownIn({ known: { address, ...known } }: DraftForm) {
  return { ...known, ...(address !== undefined && { address: { unitId: null, place: '', line: address } }) }
}
