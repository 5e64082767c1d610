import { Fieldset, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { TextField } from '#ui/text-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { isRecord, own } from '../domain/answer.ts'
import { dayFor } from '../domain/evaluate.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, useFieldState, useFilling } from './form-context.ts'

type Place = { readonly unitId: string | null; readonly place: string; readonly line: string }

/** An address by the units there were on the day that decides, or an agency. */
export function PlaceControl({ field, raw, label, hint, required, error, onChange }: ControlProps) {
  const m = useMessages({ vi, en })
  const { store, today, loadUnits } = useFilling()
  // The day that decides may be another answer: drawn again when that changes.
  useFieldState(field.dayFrom ?? field.name)
  const compiled = store.form.fields.get(field.name)
  const day = compiled ? dayFor(compiled, store.evaluation().values, { today, units: null }) : today
  const place = placeOf(raw)
  const [isElsewhere, setElsewhere] = useState(place.unitId === null && place.place !== '')
  const isAddress = field.kind === 'address'
  const picker = (
    <UnitPicker
      name={field.name}
      label={isAddress ? m.place : label}
      hint={isAddress ? (day === today ? m.placeHint : m.placeOfDay(formatDay(day))) : (hint ?? m.agencyHint)}
      required={required}
      error={error}
      value={place.unitId === null ? null : { id: place.unitId, name: place.place }}
      load={async (search) =>
        (await loadUnits(search, { day, kind: isAddress ? 'territory' : 'agency' })).map((unit) => ({
          id: unit.id,
          name: unit.path,
        }))
      }
      onChange={(unit) => {
        const next = { ...place, unitId: unit?.id ?? null, place: unit?.name ?? '' }
        onChange(
          unit === null && next.line === '' ? null : isAddress ? next : { unitId: next.unitId, place: next.place },
        )
      }}
    />
  )
  if (!isAddress) return picker
  return (
    <Fieldset legend={<Text fw={500} size="sm" component="span">{`${label}${required ? ' *' : ''}`}</Text>}>
      <Stack gap="xs">
        {hint && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        {isElsewhere ? (
          <TextField
            name={field.name}
            label={m.elsewherePlace}
            value={place.place}
            error={error}
            required={required}
            onChange={(text) => onChange({ ...place, place: text })}
          />
        ) : (
          picker
        )}
        <CheckField
          label={m.elsewhere}
          value={isElsewhere}
          onChange={(chosen) => {
            setElsewhere(chosen)
            onChange(place.line === '' ? null : { unitId: null, place: '', line: place.line })
          }}
        />
        <TextField
          name={`${field.name}.line`}
          label={m.line}
          value={place.line}
          onChange={(line) => onChange({ ...place, line })}
        />
      </Stack>
    </Fieldset>
  )
}

function placeOf(raw: unknown): Place {
  if (!isRecord(raw)) return { unitId: null, place: '', line: '' }
  const text = (key: string) => {
    const value = own(raw, key)
    return typeof value === 'string' ? value : ''
  }
  return { unitId: text('unitId') || null, place: text('place'), line: text('line') }
}
