import { Group, Stack, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { FindingShown } from '../contract.ts'
import { SEVERITIES } from '../domain/finding.ts'
import { SEVERITY_ABOUT } from '../domain/finding-words.ts'
import type { Words } from '../domain/words.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SeverityWord } from './severity.tsx'

type Props = {
  readonly rules: readonly { readonly id: string; readonly title: Words; readonly about: Words }[]
  readonly findings: readonly Pick<FindingShown, 'rule'>[]
  readonly onClose: () => void
}

/** Every rule with what it compares and when it keeps silent, so that nobody takes silence for praise. */
export function RulesDrawer({ rules, findings, onClose }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const counts = Map.groupBy(findings, ({ rule }) => rule)
  return (
    <SideDrawer opened title={m.whatWasChecked} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {m.rulesLead}
        </Text>
        <Stack gap={4}>
          {SEVERITIES.map((severity) => (
            <div key={severity}>
              <SeverityWord severity={severity} /> <Text size="sm">{say(SEVERITY_ABOUT[severity])}</Text>
            </div>
          ))}
        </Stack>
        {rules.map(({ id, title, about }) => {
          const count = counts.get(id)?.length ?? 0
          return (
            <div key={id}>
              <Group gap={8}>
                <Text component="h3" size="sm" fw={600}>
                  {say(title)}
                </Text>
                <StatusChip tone={count > 0 ? 'warning' : 'neutral'}>
                  {count > 0 ? m.ruleFound(formatNumber(count)) : m.ruleSilent}
                </StatusChip>
              </Group>
              <Text size="sm">{say(about)}</Text>
            </div>
          )
        })}
      </Stack>
    </SideDrawer>
  )
}
