import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { Linted } from '../domain/lint.ts'
import classes from './design.module.css'
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
  const say = useLabel()
  const sorted = useMemo(() => findings.toSorted((a, b) => a.severity.localeCompare(b.severity)), [findings])
  const placeOf = (place: string): Chosen => {
    const [part, ...rest] = place.split('.')
    if (part === 'fields') return { field: rest.join('.') }
    const step = steps.findIndex(({ code }) => code === rest.join('.'))
    return part === 'steps' && step >= 0 ? { step } : 'form'
  }
  return (
    <Stack gap="xs">
      {sorted.length === 0 && <StatusChip tone="good">{m.lintFine}</StatusChip>}
      {coverage.conditions > 0 && (
        <Text size="sm" c="dimmed">
          {m.coverage(formatNumber(coverage.reached), formatNumber(coverage.conditions))}
        </Text>
      )}
      <ul className={classes.list}>
        {sorted.map((finding, at) => (
          // Two findings may say the same of one place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${finding.place} ${finding.code} ${at}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <StatusChip tone={finding.severity === 'error' ? 'bad' : 'warning'}>
                {m.severities[finding.severity]}
              </StatusChip>
              <Text size="sm" style={{ flex: 1 }}>
                {say(finding.message)}
              </Text>
              {onOpen && (
                <Button
                  size="compact-xs"
                  variant="default"
                  style={{ flex: 'none' }}
                  onClick={() => onOpen(placeOf(finding.place))}
                >
                  {m.goThere}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
