import { Stack, Text, Title } from '@mantine/core'
import type { z } from 'zod'
import { StatusChip } from '#ui/status-chip.tsx'
import type * as contract from '../contract.ts'
import { ChangeList } from './change-list.tsx'
import { useTexts } from './texts.ts'

type Answer = z.output<typeof contract.applyChange.output>

/** What a dry run says would happen: the acts, what begins, what ends. */
export function ChangePreview({ answer: { changes, begins, ends } }: { readonly answer: Answer }) {
  const m = useTexts()
  return (
    <Stack gap="md">
      <ChangeList changes={changes} plain />
      {begins.length > 0 && (
        <div>
          <Title order={3} size="h5">
            {m.begins} ({begins.length})
          </Title>
          <Stack gap={4} component="ul">
            {begins.map(({ unitId, name, code, kind, isNew }) => (
              <li key={unitId}>
                {name}{' '}
                <Text span size="sm" c="dimmed">
                  {[code, m.kinds[kind]].filter((part) => part !== null).join(' · ')}
                </Text>{' '}
                {isNew && <StatusChip tone="good">{m.isNew}</StatusChip>}
              </li>
            ))}
          </Stack>
        </div>
      )}
      {ends.length > 0 && (
        <div>
          <Title order={3} size="h5">
            {m.ends} ({ends.length})
          </Title>
          <Stack gap={4} component="ul">
            {ends.map(({ unitId, name, code }) => (
              <li key={unitId}>
                {name}{' '}
                <Text span size="sm" c="dimmed">
                  {code}
                </Text>
              </li>
            ))}
          </Stack>
        </div>
      )}
    </Stack>
  )
}
