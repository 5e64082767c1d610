import { Button, Group, Text } from '@mantine/core'
import { useLabel } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { Finding } from '../contract.ts'
import classes from './board.module.css'
import { useDesignTexts } from './texts.ts'

type Props = {
  readonly findings: readonly Finding[]
  /** Leads to the part a finding is about; without it the findings are only read. */
  readonly onOpen?: (finding: Finding) => void
}

/** What the check found, errors first; each leads to its place. */
export function FindingsList({ findings, onOpen }: Props) {
  const m = useDesignTexts()
  const say = useLabel()
  if (findings.length === 0) return <StatusChip tone="good">{m.noFindings}</StatusChip>
  const sorted = findings.toSorted((a, b) => a.severity.localeCompare(b.severity))
  return (
    <ul className={classes.list}>
      {sorted.map((finding, place) => (
        <li key={`${finding.place} ${finding.code} ${place}`}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <StatusChip tone={finding.severity === 'error' ? 'bad' : 'warning'}>
              {m.severities[finding.severity]}
            </StatusChip>
            <Text size="sm" style={{ flex: 1 }}>
              {say(finding.message)}
            </Text>
            {onOpen && finding.place !== '' && (
              <Button size="compact-xs" variant="default" onClick={() => onOpen(finding)} style={{ flex: 'none' }}>
                {m.goThere}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  )
}
