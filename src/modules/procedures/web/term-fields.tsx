import { SimpleGrid } from '@mantine/core'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type Term, TIME_UNITS } from '../contract.ts'
import { useEditorTexts, useTexts } from './texts.ts'

type Props = { readonly value: Term; readonly onChange: (term: Term) => void; readonly error?: string | undefined }

/** A time: how many of what, and for working days how they are counted. */
export function TermFields({ value, onChange, error }: Props) {
  const [m, t] = [useEditorTexts(), useTexts()]
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {value.unit !== 'in-day' && (
        <NumberField
          label={m.termAmount}
          decimals={0}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
          error={error}
        />
      )}
      <SelectField
        label={m.termUnit}
        options={TIME_UNITS.map((unit) => ({ value: unit, label: t.units[unit] }))}
        value={value.unit}
        onChange={(chosen) => onChange({ ...value, unit: TIME_UNITS.find((unit) => unit === chosen) ?? value.unit })}
      />
      {value.unit === 'working-days' && (
        <SelectField
          label={m.termRule}
          options={(['days', 'hours'] as const).map((rule) => ({ value: rule, label: m.rules[rule] }))}
          value={value.rule}
          onChange={(rule) => onChange({ ...value, rule: rule === 'hours' ? 'hours' : 'days' })}
        />
      )}
    </SimpleGrid>
  )
}
