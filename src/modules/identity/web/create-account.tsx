import { useState } from 'react'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { ShownOnce } from './shown-once.tsx'
import { useTexts } from './texts.ts'

const KINDS = ['personal', 'service', 'administrator', 'break-glass'] as const

/** A new account; its temporary password is shown this once. */
export function CreateAccount({ onDone }: { readonly onDone: (accountId: string) => void }) {
  const m = useTexts()
  const [made, setMade] = useState<{ accountId: string; password: string } | null>(null)
  const create = useChange(contract.createAccount, {
    invalidates: [contract.listAccounts],
    onDone: ({ accountId, temporaryPassword }) =>
      temporaryPassword === null ? onDone(accountId) : setMade({ accountId, password: temporaryPassword }),
  })
  const form = useForm({
    start: {
      signInName: '',
      displayName: '',
      kind: 'personal' as string | null,
      email: '',
      unit: null as UnitOption | null,
    },
    send: ({ signInName, displayName, kind, email, unit }) =>
      create.mutateAsync({
        signInName,
        displayName,
        kind: KINDS.find((one) => one === kind) ?? 'personal',
        email: email === '' ? null : email,
        unitId: unit?.id ?? null,
      }),
  })
  if (made) return <ShownOnce password={made.password} onDone={() => onDone(made.accountId)} />
  return (
    <Form form={form} submitLabel={m.createAccount}>
      <TextField {...form.field('displayName')} label={m.displayName} required maxLength={120} />
      <TextField {...form.field('signInName')} label={m.name} required maxLength={80} />
      <SelectField
        {...form.field('kind')}
        label={m.kind}
        options={KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] ?? kind }))}
      />
      <UnitPicker {...form.field('unit')} label={m.unit} load={loadUnits()} />
      <TextField {...form.field('email')} type="email" label={m.email} />
    </Form>
  )
}
