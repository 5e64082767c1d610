import { Group, Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { TreeAnswer } from '../contract.ts'
import { isTerritory, LEVELS } from '../domain/kinds.ts'
import { useTexts } from './texts.ts'

/** How many units of each kind a day has, level by level; territories stand out from organs and offices. */
export function Counts({ counts }: { readonly counts: TreeAnswer['counts'] }) {
  const m = useTexts()
  return (
    <Stack gap="xs" aria-live="polite">
      {LEVELS.filter((level) => level !== 'nation').map((level) => {
        const own = counts.filter((count) => count.level === level)
        if (own.length === 0) return null
        return (
          <Group key={level} gap="xs" align="center">
            <Text size="sm" fw={600} w={90}>
              {m.levels[level]}
            </Text>
            {own.map(({ kind, count }) => (
              <StatusChip key={kind} tone={isTerritory(kind) ? 'info' : 'neutral'}>
                {m.kinds[kind]}: {formatNumber(count)}
              </StatusChip>
            ))}
          </Group>
        )
      })}
    </Stack>
  )
}
