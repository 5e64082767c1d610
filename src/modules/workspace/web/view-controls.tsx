import { Group } from '@mantine/core'
import { PERIOD_KINDS, type PeriodKind, parsePeriodKey } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import { call } from '#ui/call.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { inKind, periodChoices } from '../domain/period-choice.ts'
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
          load={(search) => unitsOf(period.to, search)}
          onChange={(option) => option && onChange({ unit: option.id })}
        />
      )}
      <SelectField
        label={m.kind}
        options={PERIOD_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
        value={kind}
        onChange={(value) => value && onChange({ period: inKind(period.key, value as PeriodKind) })}
      />
      <PeriodPicker
        options={periodChoices(kind, FIRST_YEAR, today, language)}
        value={period.key}
        onChange={(key) => onChange({ period: key })}
      />
    </Group>
  )
}

async function unitsOf(day: string, search: string): Promise<readonly UnitOption[]> {
  const { units } = await call(listUnits, { day, limit: 40, ...(search.trim() && { search: search.trim() }) })
  return units.map(({ unitId, name, code, path }) => ({
    id: unitId,
    name,
    ...(code && { code }),
    ...(path.length > 0 && { path: path.slice(0, 2).join(' · ') }),
  }))
}
