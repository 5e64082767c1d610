import { Button, Group, Text } from '@mantine/core'
import classes from './findings-list.module.css'
import { useLabel } from './language.tsx'
import type { Label } from './module.ts'
import { StatusChip } from './status-chip.tsx'
import { useWords } from './words.ts'

/** One thing that a check has to say of a place. */
export type Finding = {
  readonly place: string
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: Label
}
type Props<F> = {
  readonly findings: readonly F[]
  /** The way to the place a finding is about, if there is one. */
  readonly way?: (finding: F) => (() => void) | null | undefined
}

/** What a check found, errors first; each leads to its place. */
export function FindingsList<F extends Finding>({ findings, way }: Props<F>) {
  const words = useWords()
  const say = useLabel()
  if (findings.length === 0) return <StatusChip tone="good">{words.noFindings}</StatusChip>
  const sorted = findings.toSorted((a, b) => a.severity.localeCompare(b.severity))
  return (
    <ul className={classes.list}>
      {sorted.map((finding, at) => {
        const go = way?.(finding)
        return (
          // Two findings may say the same of one place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${finding.place} ${finding.code} ${at}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <StatusChip tone={finding.severity === 'error' ? 'bad' : 'warning'}>
                {words.severities[finding.severity]}
              </StatusChip>
              <Text size="sm" style={{ flex: 1 }}>
                {say(finding.message)}
              </Text>
              {go && (
                <Button size="compact-xs" variant="default" style={{ flex: 'none' }} onClick={go}>
                  {words.goThere}
                </Button>
              )}
            </Group>
          </li>
        )
      })}
    </ul>
  )
}
