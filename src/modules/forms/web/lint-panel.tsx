import { Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { FindingsList } from '#ui/findings-list.tsx'
import type { Linted } from '../domain/lint.ts'
import type { Chosen } from './field-list.tsx'
import { useTexts } from './texts.ts'

type Props = {
  readonly linted: Linted
  readonly onOpen?: (chosen: Chosen) => void
  readonly steps: readonly { readonly code: string }[]
}

/** What the linter found, errors first, each leading to its place; and how many conditions it saw both ways. */
export function LintPanel({ linted: { findings, coverage }, onOpen, steps }: Props) {
  const m = useTexts()
  const placeOf = (place: string): Chosen => {
    const [part, ...rest] = place.split('.')
    if (part === 'fields') return { field: rest.join('.') }
    const step = steps.findIndex(({ code }) => code === rest.join('.'))
    return part === 'steps' && step >= 0 ? { step } : 'form'
  }
  return (
    <Stack gap="xs">
      {coverage.conditions > 0 && (
        <Text size="sm" c="dimmed">
          {m.coverage(formatNumber(coverage.reached), formatNumber(coverage.conditions))}
        </Text>
      )}
      <FindingsList findings={findings} way={({ place }) => onOpen && (() => onOpen(placeOf(place)))} />
    </Stack>
  )
}
