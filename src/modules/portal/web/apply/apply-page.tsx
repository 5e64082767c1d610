import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { usePathPart } from '#ui/address.ts'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { beginDraft, currentCitizen, getDraft } from '../../contract.ts'
import { CitizenFrame } from './citizen-frame.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StepPages } from './step-pages.tsx'

/** An application for a procedure: begun, or gone on with where it was left, on this device or another. */
export function ApplyPage() {
  const m = useMessages({ vi, en })
  const procedureCode = usePathPart('code')
  const citizen = useOperation(currentCitizen, {})
  const begin = useChange(beginDraft)
  const begun = useRef(false)
  useEffect(() => {
    if (!citizen.data || begun.current) return
    begun.current = true
    const unitId = new URLSearchParams(location.search).get('noi')
    begin.mutate({ procedureCode, ...(unitId && { unitId }) })
  }, [citizen.data, begin, procedureCode])
  if (!begin.data || !citizen.data)
    return (
      <CitizenFrame title={m.applyTitle} early>
        {begin.error ? <ProblemAlert problem={begin.error} /> : <Text aria-busy="true">…</Text>}
      </CitizenFrame>
    )
  return <Writing draftId={begin.data.id} procedureCode={procedureCode} />
}

function Writing({ draftId, procedureCode }: { readonly draftId: string; readonly procedureCode: string }) {
  const draft = useOperation(getDraft, { draftId }, { keepPrevious: true })
  const renew = useChange(beginDraft, { invalidates: [getDraft] })
  return (
    <Loaded query={draft}>
      {(known) => <StepPages draft={known} onRenew={() => renew.mutate({ procedureCode })} />}
    </Loaded>
  )
}
