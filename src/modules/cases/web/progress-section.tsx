import { Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { CaseDetail } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import { actWords, stateTones, stateWords } from './words.ts'

type Row = CaseDetail['acts'][number]

/** The log of the case, newest first: who did what, for which unit, and where it led. */
export function ProgressSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const acts = one.acts.toSorted((a, b) => b.number - a.number)
  return (
    <Section title={m.progress}>
      <Timeline
        label={m.progress}
        entries={acts.map((row, place) => ({
          key: String(row.number),
          when: formatMoment(row.at),
          title: say(actWords[row.act]),
          tone: stateTones[row.toState],
          body: <Body row={row} hasChangedState={row.toState !== acts[place + 1]?.toState} />,
        }))}
      />
    </Section>
  )
}

function Body({ row, hasChangedState }: { readonly row: Row; readonly hasChangedState: boolean }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const moved =
    row.fromUnit && row.toUnit && row.fromUnit.unitId !== row.toUnit.unitId
      ? m.fromTo(row.fromUnit.name, row.toUnit.name)
      : null
  const stepped =
    row.toStep && (row.fromStep ? say(row.fromStep) !== say(row.toStep) : true)
      ? row.fromStep
        ? m.fromTo(say(row.fromStep), say(row.toStep))
        : m.stepIs(say(row.toStep))
      : null
  return (
    <>
      <Text size="sm">{m.actBy(row.actorName, row.unit.name)}</Text>
      {[moved, stepped, hasChangedState ? m.stateIs(say(stateWords[row.toState])) : null].map(
        (line) =>
          line && (
            <Text key={line} size="sm" c="dimmed">
              {line}
            </Text>
          ),
      )}
      {row.note && (
        <Text size="sm" mt={2} style={{ whiteSpace: 'pre-line' }}>
          “{row.note}”
        </Text>
      )}
      {row.decision && (
        <Text size="sm" c="dimmed">
          {m.onGround(row.decision)}
        </Text>
      )}
    </>
  )
}
