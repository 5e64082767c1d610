import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { SelectField } from './select-field.tsx'
import { useWords } from './words.ts'

export type PeriodOption = {
  readonly key: string
  readonly label: string
  /** The days it covers, as printed: "15/12/2022–14/9/2023". */
  readonly range?: string
  readonly group?: string
}

type Props = {
  readonly label?: string
  /** In the order of time. */
  readonly options: readonly PeriodOption[]
  readonly value: string | null
  readonly onChange: (key: string) => void
  readonly name?: string
  readonly error?: string | undefined
  readonly required?: boolean
}

/** A reporting period, with a step back and forth, and the days it covers. */
export function PeriodPicker({ label, options, value, onChange, ...rest }: Props) {
  const words = useWords()
  const place = options.findIndex(({ key }) => key === value)
  const chosen = options[place]
  const step = (by: number) => {
    const next = options[place + by]
    if (next) onChange(next.key)
  }
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={words.previous}
        disabled={place <= 0}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <div style={{ flex: 1, minWidth: 0 }}>
        <SelectField
          {...rest}
          label={
            <>
              {label ?? words.period}
              {chosen?.range && (
                <Text component="span" size="xs" c="dimmed" fw={400} ms={8}>
                  {chosen.range}
                </Text>
              )}
            </>
          }
          options={options.map(({ key, label: text, group }) => ({ value: key, label: text, ...(group && { group }) }))}
          value={value}
          onChange={(next) => next && onChange(next)}
        />
      </div>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={words.next}
        disabled={place < 0 || place >= options.length - 1}
        onClick={() => step(1)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
