import { Button, Fieldset, Group, SimpleGrid, Stack } from '@mantine/core'
import type { Day } from '#kernel/calendar.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { LEVELS, UNIT_KINDS } from '../domain/kinds.ts'
import type { DraftUnit } from './change-request.ts'
import { loadUnits } from './load-units.ts'
import { useTexts } from './texts.ts'

type Props = {
  readonly legend: string
  readonly day: Day | null
  readonly unit: DraftUnit
  readonly withAmount: boolean
  readonly onChange: (unit: DraftUnit) => void
  readonly onRemove: (() => void) | null
}

/** A unit to come: its name, code, kind, level and where it will stand. */
export function NewUnitFields({ legend, day, unit, withAmount, onChange, onRemove }: Props) {
  const m = useTexts()
  const kinds = UNIT_KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] }))
  const levels = LEVELS.map((level) => ({ value: level, label: m.levels[level] }))
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField label={m.name} value={unit.name} onChange={(name) => onChange({ ...unit, name })} required />
          <TextField label={m.code} value={unit.code} onChange={(code) => onChange({ ...unit, code })} />
          <SelectField
            label={m.kind}
            value={unit.kind}
            options={kinds}
            onChange={(kind) => onChange({ ...unit, kind })}
          />
          <SelectField
            label={m.level}
            value={unit.level}
            options={levels}
            onChange={(level) => onChange({ ...unit, level })}
          />
        </SimpleGrid>
        <UnitPicker
          label={m.parent}
          value={unit.parent}
          onChange={(parent) => onChange({ ...unit, parent })}
          load={loadUnits(day ?? undefined)}
        />
        {withAmount && (
          <NumberField
            label={m.amount(unit.name || legend)}
            value={unit.amount}
            onChange={(amount) => onChange({ ...unit, amount })}
            hint={m.amountHint}
          />
        )}
        {onRemove && (
          <Group>
            <Button variant="default" onClick={onRemove}>
              {m.remove(unit.name || legend)}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}
