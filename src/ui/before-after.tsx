import { Group } from '@mantine/core'
import { type Option, SelectField } from './select-field.tsx'

type Side = { readonly label: string; readonly value: string | undefined; readonly onChange: (chosen?: string) => void }
type Props = { readonly options: readonly Option[]; readonly before: Side; readonly after: Side }

/** Which two of some are held against each other. */
export function BeforeAfter({ options, before, after }: Props) {
  return (
    <Group grow preventGrowOverflow={false}>
      {[before, after].map(({ label, value, onChange }) => (
        <SelectField
          key={label}
          label={label}
          options={options}
          value={value ?? null}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      ))}
    </Group>
  )
}
