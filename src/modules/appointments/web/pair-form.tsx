import { Stack } from '@mantine/core'
import type { z } from 'zod'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { listDevices, type listOpenings, pairDevice } from '../contract.ts'
import { DEVICE_KINDS, type DeviceKind } from '../domain/devices.ts'
import { en } from './devices-messages.en.ts'
import { vi } from './devices-messages.vi.ts'
import classes from './opening-form.module.css'

type Unit = z.output<typeof listOpenings.output>['units'][number]

/** What a device is to be, and the code on its screen. */
export function PairForm({ units }: { readonly units: readonly Unit[] }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const pair = useChange(pairDevice, {
    invalidates: [listDevices],
    onDone: (_, { name }) => toast.good(m.paired(name)),
  })
  const form = useForm({
    start: {
      code: '',
      unitId: units[0]?.id ?? null,
      kind: 'kiosk' as DeviceKind | null,
      desk: null as string | null,
      name: '',
    },
    send: async ({ code, unitId, kind, desk, name }) => {
      const place = { unitId: unitId ?? '', kind: kind ?? 'kiosk', desk: kind === 'rating' ? desk : null }
      await pair.mutateAsync({ code, name, ...place })
      form.reset({ ...form.value, code: '', name: '' })
    },
  })
  const desks = units.find(({ id }) => id === form.value.unitId)?.opening?.desks ?? []
  return (
    <Form form={form} submitLabel={m.submit}>
      <Stack gap="md">
        <div className={classes.numbers}>
          <TextField {...form.field('code')} label={m.code} hint={m.codeHint} required maxLength={20} />
          <SelectField
            {...form.field('unitId')}
            label={m.unit}
            required
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...form.field('kind')}
            label={m.kind}
            required
            searchable={false}
            onChange={(next) => form.change({ kind: DEVICE_KINDS.find((one) => one === next) ?? null })}
            options={DEVICE_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
          />
          {form.value.kind === 'rating' && (
            <SelectField
              {...form.field('desk')}
              label={m.desk}
              required
              options={desks.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </div>
        <TextField {...form.field('name')} label={m.name} hint={m.nameHint} required maxLength={80} />
      </Stack>
    </Form>
  )
}
