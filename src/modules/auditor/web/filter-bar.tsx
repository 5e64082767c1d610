import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SEVERITIES } from '../domain/finding.ts'
import { SEVERITY_ABOUT, SEVERITY_WORDS, STATE_WORDS, STATES } from '../domain/finding-words.ts'
import classes from './desk.module.css'
import { countChoices, type FindingFilter } from './finding-filter.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SeverityShape } from './severity.tsx'
import type { ShownFinding } from './shown-finding.ts'

type Props = {
  readonly findings: readonly ShownFinding[]
  readonly shown: number
  readonly filter: FindingFilter
  readonly titles: ReadonlyMap<string, string>
  readonly onFilter: (filter: FindingFilter) => void
}

/** Severity, rule and state, each choice with the number of findings it would show. */
export function FilterBar({ findings, shown, filter, titles, onFilter }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const counts = countChoices(findings, filter)
  const withCount = (name: string, count = 0) => m.withCount(name, formatNumber(count))
  const isFiltered = shown < findings.length
  return (
    <>
      <fieldset className={classes.choices} aria-label={m.severity}>
        {SEVERITIES.map((severity) => {
          const isOn = filter.severity === severity
          return (
            <UnstyledButton
              key={severity}
              className={classes.choice}
              data-severity={severity}
              aria-pressed={isOn}
              title={say(SEVERITY_ABOUT[severity])}
              onClick={() => onFilter({ ...filter, severity: isOn ? undefined : severity })}
            >
              <SeverityShape severity={severity} />
              {say(SEVERITY_WORDS[severity])}
              <span className={classes.count}>{formatNumber(counts.severity.get(severity) ?? 0)}</span>
            </UnstyledButton>
          )
        })}
      </fieldset>
      <div className={classes.select}>
        <SelectField
          label=""
          aria-label={m.rule}
          placeholder={m.allRules}
          clearable
          options={[...counts.rule]
            .map(([value, count]) => ({ value, label: withCount(titles.get(value) ?? value, count) }))
            .toSorted((a, b) => a.label.localeCompare(b.label))}
          value={filter.rule ?? null}
          onChange={(rule) => onFilter({ ...filter, rule: rule ?? undefined })}
        />
      </div>
      <div className={classes.select}>
        <SelectField
          label=""
          aria-label={m.state}
          placeholder={m.allStates}
          clearable
          options={STATES.map((value) => ({
            value,
            label: withCount(say(STATE_WORDS[value]), counts.state.get(value)),
          }))}
          value={filter.state ?? null}
          onChange={(value) => onFilter({ ...filter, state: STATES.find((one) => one === value) })}
        />
      </div>
      {isFiltered && (
        <Group gap={8}>
          <Text size="xs" c="dimmed" aria-live="polite">
            {m.shownOf(formatNumber(shown), formatNumber(findings.length))}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onFilter({})}>
            {m.clearFilter}
          </Button>
        </Group>
      )}
    </>
  )
}
