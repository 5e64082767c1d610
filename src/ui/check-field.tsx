import { Checkbox, Radio, Stack } from '@mantine/core'
import type { FieldProps } from './form.tsx'

/** Yes or no. */
export function CheckField({ value, onChange, hint, ...rest }: FieldProps<boolean>) {
  return (
    <Checkbox
      {...rest}
      description={hint}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

type ChoiceProps = FieldProps<string | null> & {
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[]
}

/** One of a few, all visible. */
export function ChoiceField({ options, value, onChange, hint, ...rest }: ChoiceProps) {
  return (
    <Radio.Group {...rest} description={hint} value={value} onChange={onChange}>
      <Stack gap="xs" mt={6} mb={rest.error ? 6 : 0}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} description={option.hint} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
