import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { useAddress, usePathPart } from '#ui/address.ts'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { beginDraft, currentCitizen, getDraft } from '../../contract.ts'
import { ChooseDraft } from './choose-draft.tsx'
import { CitizenFrame } from './citizen-frame.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { StepPages } from './step-pages.tsx'

/** Which of several applications for the procedure, as its writer chose. */
const Address = z.object({ 'ho-so': z.uuid().optional().catch(undefined) })

/** An application for a procedure: begun, or gone on with where it was left, on this device or another. */
export function ApplyPage() {
  const m = useMessages({ vi, en })
  const procedureCode = usePathPart('code')
  const [{ 'ho-so': chosen }, setAddress] = useAddress(Address)
  const citizen = useOperation(currentCitizen, {})
  const begin = useChange(beginDraft)
  const renew = useChange(beginDraft, { invalidates: [getDraft] })
  const begun = useRef(false)
  useEffect(() => {
    if (!citizen.data || begun.current) return
    begun.current = true
    const unitId = new URLSearchParams(location.search).get('noi')
    begin.mutate({ procedureCode, ...(unitId && { unitId }), ...(chosen !== undefined && { draftId: chosen }) })
  }, [citizen.data, begin, procedureCode, chosen])
  if (!begin.data || !citizen.data)
    return (
      <CitizenFrame title={m.applyTitle} early>
        {begin.error ? <ProblemAlert problem={begin.error} /> : <Text aria-busy="true">…</Text>}
      </CitizenFrame>
    )
  // Begun before signing in, and the account had one already: its writer says which.
  const { open } = renew.data ?? begin.data
  if (chosen === undefined && open.length > 1)
    return (
      <ChooseDraft
        open={open}
        onChoose={(draftId) => {
          setAddress({ 'ho-so': draftId })
          renew.reset()
          begin.mutate({ procedureCode, draftId })
        }}
        onDropped={() => {
          renew.reset()
          begin.mutate({ procedureCode })
        }}
      />
    )
  const draftId = begin.data.id
  return <Writing key={draftId} draftId={draftId} onRenew={() => renew.mutate({ procedureCode, draftId })} />
}

function Writing({ draftId, onRenew }: { readonly draftId: string; readonly onRenew: () => void }) {
  const draft = useOperation(getDraft, { draftId }, { keepPrevious: true })
  return <Loaded query={draft}>{(known) => <StepPages draft={known} onRenew={onRenew} />}</Loaded>
}
