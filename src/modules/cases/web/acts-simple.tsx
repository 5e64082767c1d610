import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import * as contract from '../contract.ts'
import type { Act } from '../domain/words.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'

type Reasoned = Endpoint<
  z.ZodObject<typeof contract.onCase & { reason: typeof contract.reasonField }>,
  typeof contract.CaseDetail
>

type ReasonProps = ActProps & { readonly act: Act; readonly contract: Reasoned }

/** An act that needs a reason and nothing else. */
function ReasonAct({ contract: endpoint, ...rest }: ReasonProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm {...rest} contract={endpoint} start={{ reason: '' }} input={(values, on) => ({ ...on, ...values })}>
      {(form) => <ParagraphField {...form.field('reason')} label={m.reason} required />}
    </ActForm>
  )
}

export function RefuseAct(props: ActProps) {
  return <ReasonAct {...props} act="refuse" contract={contract.refuseCase} />
}
export function WithdrawAct(props: ActProps) {
  return <ReasonAct {...props} act="withdraw" contract={contract.withdrawCase} />
}
export function ReopenAct(props: ActProps) {
  return <ReasonAct {...props} act="reopen" contract={contract.reopenCase} />
}

export function ReceiveAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="receive"
      contract={contract.receiveCase}
      start={{ note: '' }}
      input={(values, on) => ({ ...on, ...values })}
    >
      {(form) => <ParagraphField {...form.field('note')} label={m.note} />}
    </ActForm>
  )
}
