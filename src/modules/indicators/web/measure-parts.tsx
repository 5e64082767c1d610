import { Stack, Text, Title } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { CellFigure } from './cell-figure.tsx'
import classes from './explain.module.css'
import type { Explanation } from './explanation.ts'
import type { FigureKey } from './figure-address.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly figure: FigureKey
  readonly parts: Explanation['measures']
  readonly onOpen: (figure: FigureKey) => void
}

/** The measures of a formula, each with its own figure that opens to its records. */
export function MeasureParts({ figure, parts, onOpen }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (parts.length === 0) return null
  return (
    <Stack gap="xs">
      <div>
        <Title order={3}>{m.parts}</Title>
        <Text size="sm" c="dimmed">
          {m.partsLead}
        </Text>
      </div>
      <ul className={classes.parts}>
        {parts.map(({ measure, partOf, cell }) => (
          <li key={measure.code}>
            <div>
              <span className={classes.partName}>{say(measure.name)}</span>
              <span className={classes.partNote}>
                {partOf.map((part) => m.partOf[part]).join(', ')} ·{' '}
                {measure.source === 'counted' ? m.counted : m.reportedBy}
              </span>
            </div>
            <CellFigure
              item={{ ...measure, factor: 1, form: 'value' }}
              cell={cell}
              where={m.openRecords(say(measure.name))}
              size="normal"
              onOpen={() => onOpen({ ...figure, item: { kind: 'measure', code: measure.code } })}
            />
          </li>
        ))}
      </ul>
    </Stack>
  )
}
