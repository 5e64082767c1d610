import { Alert, List } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Form, type FormState, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { type CaseDetail, countCases, getCase, listCases } from '../contract.ts'
import type { Act } from '../domain/words.ts'
import { en as actEn } from './act-messages.en.ts'
import { vi as actVi } from './act-messages.vi.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { actButtons, actWords } from './words.ts'

/** What every form of an act is given. */
export type ActProps = { readonly one: CaseDetail; readonly onDone: () => void }
export type OnCase = { readonly caseId: string; readonly version: number }

type Props<I extends z.ZodObject, O extends z.ZodType, T extends Record<string, unknown>> = ActProps & {
  readonly act: Act
  readonly contract: Endpoint<I, O>
  readonly start: T
  /** What is sent for the values, on the version of the case that the reader has seen. */
  readonly input: (values: T, on: OnCase) => z.input<I>
  readonly children: (form: FormState<T>) => ReactNode
}

/** The form of one act. When somebody else acts meanwhile it says who and when; what was typed stays, and is sent on what was then seen. */
export function ActForm<I extends z.ZodObject, O extends z.ZodType, T extends Record<string, unknown>>(
  props: Props<I, O, T>,
) {
  const { one, act, contract, start, input, onDone, children } = props
  const m = useMessages({ vi: actVi, en: actEn })
  const say = useLabel()
  const toast = useToast()
  const name = say(actButtons[act] ?? actWords[act])
  const client = useQueryClient()
  const send = useChange(contract, {
    invalidates: [getCase, listCases, countCases],
    // Refused: the case may be another one by then.
    onProblem: () => client.invalidateQueries({ queryKey: [getCase.id] }),
  })
  const form = useForm({
    start,
    keep: `${contract.id} ${one.id}`,
    send: async (values: T) => {
      await send.mutateAsync(input(values, { caseId: one.id, version: one.version }))
      toast.good(m.done(name))
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={name} onCancel={onDone}>
      <ChangedMeanwhile one={one} />
      {children(form)}
    </Form>
  )
}

/** Acts of others since the form was opened. */
function ChangedMeanwhile({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const last = one.acts.reduce((most, { number }) => Math.max(most, number), 0)
  const [seen] = useState(last)
  const newer = one.acts.filter(({ number }) => number > seen)
  if (newer.length === 0) return null
  return (
    <Alert color="warning" role="alert" title={m.changedMeanwhile}>
      <List size="sm">
        {newer.map(({ number, actorName, act, at }) => (
          <List.Item key={number}>{m.changeLine(actorName, say(actWords[act]), formatMoment(at))}</List.Item>
        ))}
      </List>
      {m.changedBody}
    </Alert>
  )
}
