import type { FormEventHandler, ReactNode } from 'react'
import { useMessages } from '#ui/language.tsx'
import type { Field, Step } from '../domain/definition.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { FormField } from './form-field.tsx'
import classes from './form-view.module.css'

type Frame = {
  readonly id: string
  /** Many fields are many small forms: with every letter a browser looks through the form around it for what it could fill in. */
  readonly isSplit: boolean
  readonly onSubmit: FormEventHandler<HTMLFormElement>
}

/** Around everything that is asked; its `id` is what a button outside sends. */
export function FormFrame({ id, isSplit, onSubmit, children }: Frame & { readonly children: ReactNode }) {
  if (!isSplit)
    return (
      <form id={id} onSubmit={onSubmit} noValidate>
        {children}
      </form>
    )
  return (
    <>
      <form id={id} onSubmit={onSubmit} noValidate hidden />
      {children}
    </>
  )
}

/** So many fields are left out of painting together while none is in sight; of a short step none, as that moves what is pressed. */
const [GROUP, LONG] = [5, 40] as const

export const isLong = (fields: readonly Field[]): boolean => fields.length > LONG

/** The fields of a step, in groups. */
export function StepFields({ step: { fields }, frame }: { readonly step: Step; readonly frame: Frame }) {
  const m = useMessages({ vi, en })
  const groups = Array.from({ length: Math.ceil(fields.length / GROUP) }, (_, at) =>
    fields.slice(at * GROUP, (at + 1) * GROUP),
  )
  return groups.map((group) => {
    const shown = group.map((field) => <FormField key={field.name} field={field} />)
    const shared = { className: classes.group, 'data-long': isLong(fields) || undefined }
    const key = group[0]?.name
    if (!frame.isSplit)
      return (
        <div key={key} {...shared}>
          {shown}
        </div>
      )
    return (
      <form key={key} {...shared} onSubmit={frame.onSubmit} noValidate>
        {shown}
        {/* What Enter in a field presses. */}
        <button type="submit" hidden>
          {m.next}
        </button>
      </form>
    )
  })
}
