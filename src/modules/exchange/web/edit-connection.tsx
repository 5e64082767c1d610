import { Text } from '@mantine/core'
import { Form, useForm } from '#ui/form.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { type Connection, ConnectionKind, getConnection, setConnection } from '../contract.ts'
import { DEFAULT_PROFILES, MOMENT_FORMS, PATHS, SUBJECT_KINDS, VARIANTS } from '../domain/profile.ts'
import { useTexts } from './texts.ts'

const variantOf = (text: string | null) => VARIANTS.find((one) => one === text) ?? 'one-shot'

/** The connection, and what of it nobody has published for good. */
export function EditConnection({
  connection,
  onDone,
}: {
  readonly connection: Connection
  readonly onDone: () => void
}) {
  const m = useTexts()
  const toast = useToast()
  const save = useChange(setConnection, { invalidates: [getConnection] })
  const { kind, address, account, agency, version, profile } = connection
  const form = useForm({
    start: {
      kind: kind as string | null,
      address,
      account,
      secret: '',
      agency,
      variant: profile.variant as string | null,
      moments: profile.moments as string | null,
      subjectKinds: profile.subjectKinds,
      paths: profile.paths,
    },
    send: async ({ secret, subjectKinds, paths, ...value }) => {
      await save.mutateAsync({
        kind: ConnectionKind.options.find((one) => one === value.kind) ?? 'none',
        address: value.address,
        account: value.account,
        agency: value.agency,
        ...(secret !== '' && { secret }),
        profile: {
          ...profile,
          variant: variantOf(value.variant),
          moments: MOMENT_FORMS.find((one) => one === value.moments) ?? 'compact',
          subjectKinds,
          paths,
        },
        version,
      })
      toast.good(m.saved)
      onDone()
    },
  })
  const { value, change } = form
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <SelectField
        {...form.field('kind')}
        label={m.kind}
        required
        options={ConnectionKind.options.map((one) => ({ value: one, label: m.kindShort[one] }))}
      />
      {value.kind === 'real' && (
        <>
          <TextField {...form.field('address')} label={m.address} hint={m.addressHint} required maxLength={300} />
          <TextField {...form.field('account')} label={m.account} required autoComplete="off" maxLength={200} />
          <TextField
            {...form.field('secret')}
            type="password"
            label={m.secret}
            hint={m.secretHint}
            autoComplete="new-password"
            maxLength={500}
          />
        </>
      )}
      <TextField {...form.field('agency')} label={m.agency} maxLength={60} />
      <SelectField
        {...form.field('variant')}
        onChange={(variant) => {
          const { moments, subjectKinds } = DEFAULT_PROFILES[variantOf(variant)]
          change({ variant, moments, subjectKinds })
        }}
        label={m.variant}
        required
        options={VARIANTS.map((one) => ({ value: one, label: m.variants[one] }))}
      />
      <Text fw={600}>{m.uncertain}</Text>
      <Text size="sm" c="dimmed">
        {m.uncertainLead}
      </Text>
      <SelectField
        {...form.field('moments')}
        label={m.moments}
        required
        options={MOMENT_FORMS.map((one) => ({ value: one, label: m.momentForms[one] }))}
      />
      {SUBJECT_KINDS.map((one) => (
        <TextField
          key={one}
          label={m.subjectKinds[one]}
          required
          maxLength={20}
          value={value.subjectKinds[one]}
          onChange={(code) => change({ subjectKinds: { ...value.subjectKinds, [one]: code } })}
        />
      ))}
      {PATHS.map((one) => (
        <TextField
          key={one}
          label={m.paths[one]}
          maxLength={200}
          value={value.paths[one]}
          onChange={(path) => change({ paths: { ...value.paths, [one]: path } })}
        />
      ))}
    </Form>
  )
}
