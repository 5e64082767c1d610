import { Button, Group, Stack, Text } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { Steps } from '#ui/steps.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Sheet } from '../contract.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { type SheetAct, useSheetActs } from './sheet-acts.tsx'
import { SheetEvidence } from './sheet-evidence.tsx'
import classes from './structures.module.css'

type Props = {
  readonly sheet: Sheet
  readonly sheetKey: { readonly form: string; readonly unitId: string; readonly period: string }
}

const TONES = { submit: 'info', approve: 'good', return: 'warning', reopen: 'warning' } as const

/** Where the form stands on its way ward → city → province, who did what, the evidence, and what the reader may do next. */
export function SheetStanding({ sheet, sheetKey }: Props) {
  const m = useMessages({ vi, en })
  const { dialog, ask } = useSheetActs()
  const { sheetId, may, unit } = sheet
  const act = (kind: SheetAct) => () => sheetId && ask(kind, [{ sheetId, name: unit.name }])
  return (
    <>
      <Section
        title={m.chain}
        actions={
          <Group gap="xs">
            {may.approve && <Button onClick={act('approve')}>{m.approve}</Button>}
            {may.approve && (
              <Button variant="default" onClick={act('return')}>
                {m.return}
              </Button>
            )}
            {may.reopen && (
              <Button variant="default" onClick={act('reopen')}>
                {m.reopen}
              </Button>
            )}
          </Group>
        }
      >
        <Steps label={m.chain} steps={stepsOf(sheet, m)} />
      </Section>
      <div className={classes.pair}>
        <SheetEvidence sheet={sheet} sheetKey={sheetKey} />
        <Section title={m.steps}>
          <Stack gap="xs">
            {sheet.steps.length === 0 && <Text c="dimmed">{m.noSteps}</Text>}
            <Timeline
              label={m.steps}
              entries={sheet.steps.toReversed().map((step) => ({
                key: `${step.act} ${step.at}`,
                when: formatMoment(step.at),
                title: `${m.acts[step.act]}: ${step.by}`,
                body: (
                  <>
                    {step.unit}
                    {step.comment && <Text size="sm">“{step.comment}”</Text>}
                  </>
                ),
                tone: TONES[step.act],
              }))}
            />
          </Stack>
        </Section>
      </div>
      {dialog}
    </>
  )
}

type Words = {
  readonly chainEntry: (unit: string) => string
  readonly chainApprove: (unit: string) => string
  readonly dueOn: string
}

function stepsOf({ status, unit, chain, dueOn }: Sheet, m: Words) {
  const isOpen = status === 'none' || status === 'draft' || status === 'returned'
  const first = {
    key: unit.id,
    label: m.chainEntry(unit.name),
    state: status === 'returned' ? ('returned' as const) : isOpen ? ('current' as const) : ('done' as const),
    note: isOpen ? `${m.dueOn} ${formatDay(dueOn)}` : undefined,
  }
  return [
    first,
    ...chain.map(({ unit: above, signed, turn }) => ({
      key: `${above.id} approves`,
      label: m.chainApprove(above.name),
      state: signed ? ('done' as const) : turn && !isOpen ? ('current' as const) : ('waiting' as const),
    })),
  ]
}
