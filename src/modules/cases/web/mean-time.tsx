import { Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { formatNumber, roundHalfUp } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import type * as contract from '../contract.ts'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import type { CountingView } from './counting-view.ts'
import { ProcedureField } from './procedure-field.tsx'

type Props = { readonly view: CountingView; readonly meanTime: z.output<typeof contract.index766.output>['meanTime'] }

const shown = (value: number) => formatNumber(roundHalfUp(value, 2))

/** 2.2 of the 766 index: the mean time of one procedure, with its two counts, and which procedure that is. */
export function MeanTime({ view, meanTime }: Props) {
  const m = useMessages({ vi, en })
  const unit = meanTime && m.meanOf[meanTime.unit]
  return (
    <Stack gap={4}>
      {meanTime && unit && meanTime.mean !== null ? (
        <>
          <Text fw={600}>{m.mean(shown(meanTime.mean), unit)}</Text>
          <Text size="xs" c="dimmed">
            {[
              m.meanCounts(shown(meanTime.sum), unit, formatNumber(meanTime.cases)),
              meanTime.term !== null && m.meanTerm(formatNumber(meanTime.term), unit),
              meanTime.chosen === 'most-cases' && m.meanByRule,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      ) : (
        <Text size="sm">{m.meanNone}</Text>
      )}
      <ProcedureField
        label={m.meanProcedure}
        value={view.procedure ?? meanTime?.procedure.code ?? null}
        onChange={(code) => view.change({ procedure: code ?? undefined })}
      />
    </Stack>
  )
}
