import { Suspense, useState } from 'react'
import { dayAt } from '#kernel/calendar.ts'
import { getForm } from '#modules/forms/contract.ts'
import { FormView } from '#modules/forms/web/index.tsx'
import { upload } from '#ui/call.ts'
import { Lines, Loaded } from '#ui/loaded.tsx'
import { useOperation } from '#ui/query.ts'
import type { Draft } from '../../contract.ts'
import { useVouchedFacts } from './use-vouched.ts'

type Form = NonNullable<Draft['form']>
type Props = {
  readonly form: Form
  readonly step: string
  readonly formId: string
  readonly reveal: boolean
  readonly answersOn: (form: Form) => Readonly<Record<string, unknown>>
  readonly answer: (versionId: string, name: string, value: unknown) => void
  readonly onDone: () => void
  readonly onSteps: (steps: readonly string[]) => void
  /** Files are kept for whoever signed in. */
  readonly mayUpload: boolean
}

/** One step of the electronic form as a page of the application. It stays while its steps follow one another. */
export function FormStep({ form, step, formId, reveal, answersOn, answer, onDone, onSteps, mayUpload }: Props) {
  const { code, versionId, notices } = form
  const asked = useOperation(getForm, { code, versionId })
  const [start] = useState(() => answersOn(form))
  const vouched = useVouchedFacts()
  return (
    <Loaded query={asked} lines={8}>
      {({ definition }) => (
        <Suspense fallback={<Lines count={8} />}>
          <FormView
            definition={definition}
            answers={start}
            today={dayAt(new Date())}
            // Offered once: who has begun to answer may have taken away what was offered.
            known={Object.keys(start).length === 0 ? knownIn(form) : {}}
            notices={notices}
            vouched={vouched}
            onChange={(answers, name) => answer(versionId, name, answers[name] ?? null)}
            walk={{ step, formId, reveal, onDone, onSteps }}
            {...(mayUpload && { uploadFile: takenUp })}
          />
        </Suspense>
      )}
    </Loaded>
  )
}

async function takenUp(file: File) {
  const { fileId } = await upload(file)
  return { fileId, name: file.name.slice(0, 200) }
}

/** What is known, in the form of answers: an address is a line of which the commune is not known. */
function knownIn({ known: { address, ...known } }: Form) {
  return { ...known, ...(address !== undefined && { address: { unitId: null, place: '', line: address } }) }
}
