import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { FIGURE_DEFAULTS, FigureRecords } from '#modules/indicators/web/index.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import type * as contract from '../contract.ts'
import type { IndexPart } from '../domain/index-766/indicators.ts'
import { daysOf } from './asked-days.ts'
import { CountedCases } from './counted-cases.tsx'
import { CountedProcedures } from './counted-procedures.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import type { CountingView } from './counting-view.ts'

type Line = z.output<typeof contract.index766.output>['lines'][number]
type Props = { readonly view: CountingView; readonly line: Line | null; readonly onClose: () => void }

/** The formula of an indicator with its two counts, and what each of them counts. */
export function BehindLine({ view, line, onClose }: Props) {
  const m = useMessages({ vi, en })
  return (
    <SideDrawer opened={line !== null} title={m.behind} onClose={onClose} width={820}>
      {line && <Opened key={line.id} view={view} line={line} />}
    </SideDrawer>
  )
}

function Opened({ view, line }: { readonly view: CountingView; readonly line: Line }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const [part, setPart] = useState<IndexPart>(line.lost ? 'lost' : 'numerator')
  const parts = [
    { value: 'numerator', label: m.opensNumerator },
    { value: 'denominator', label: m.opensDenominator },
    ...(line.opens === 'records' ? [] : [{ value: 'lost', label: m.opensLost }]),
  ]
  const days = daysOf(view)
  const input = days && { ...days, indicator: line.id, part }
  return (
    <Stack gap="md">
      <Text fw={600}>
        {line.id} {say(line.name)}
      </Text>
      <Text size="sm">{say(line.formula)}</Text>
      <Text size="sm">
        {m.numerator}: <strong>{formatNumber(line.numerator)}</strong>; {m.denominator}:{' '}
        <strong>{formatNumber(line.denominator)}</strong>
      </Text>
      {line.opens !== null && (
        <SegmentedControl
          aria-label={m.whichCases}
          data={parts}
          value={part}
          onChange={(next) => setPart(next === 'lost' || next === 'denominator' ? next : 'numerator')}
        />
      )}
      {line.missing.map((what) => (
        <Text key={what.en} size="sm" c="dimmed">
          {say(what)}
        </Text>
      ))}
      {days && line.measures && line.opens === 'records' && part !== 'lost' && (
        <FigureRecords
          key={part}
          figure={{
            ...FIGURE_DEFAULTS,
            item: { kind: 'measure', code: line.measures[part] },
            unitId: days.unitId,
            period: days.period,
            regime: days.regime,
            structureOn: days.structureDay ?? view.unitsDay,
          }}
        />
      )}
      {input && line.opens === 'cases' && <CountedCases key={part} asked={{ kind: 'index', input }} />}
      {input && line.opens === 'procedures' && <CountedProcedures key={part} asked={{ kind: 'index', input }} />}
    </Stack>
  )
}
