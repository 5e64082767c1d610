import { Group } from '@mantine/core'
import { PERIOD_KINDS, type PeriodKind, parsePeriodKey } from '#kernel/period.ts'
import { periodChoices, periodInKind } from '#kernel/period-choices.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useToday } from '#ui/today.ts'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './workspace.module.css'

/** Reports before this year are not kept by period. */
const FIRST_YEAR = 2020

type Unit = { readonly id: string; readonly name: string; readonly code: string | null }
type Props = {
  readonly unit: Unit | null
  readonly own: readonly Unit[]
  readonly period: { readonly key: string; readonly to: string }
  readonly onChange: (change: { unit?: string; period?: string }) => void
}

/** Whose figures, and of when. */
export function ViewControls({ unit, own, period, onChange }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const today = useToday()
  const kind = parsePeriodKey(period.key)?.kind ?? 'quarter'
  return (
    <Group gap="sm" align="flex-end" className={classes.controls}>
      {own.length > 1 && own.length <= 12 ? (
        <SelectField
          label={m.unit}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
          value={unit?.id ?? null}
          onChange={(id) => id && onChange({ unit: id })}
        />
      ) : (
        <UnitPicker
          label={m.unit}
          value={unit && { id: unit.id, name: unit.name }}
          load={loadUnits(period.to)}
          onChange={(option) => option && onChange({ unit: option.id })}
        />
      )}
      <SelectField
        label={m.kind}
        options={PERIOD_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
        value={kind}
        onChange={(value) => value && onChange({ period: periodInKind(period.key, value as PeriodKind) })}
      />
      <PeriodPicker
        options={periodChoices(kind, { fromYear: FIRST_YEAR, today, language })}
        value={period.key}
        onChange={(key) => onChange({ period: key })}
      />
    </Group>
  )
}
