import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Figure } from '#ui/figure.tsx'
import { Formula } from '#ui/formula.tsx'
import { useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { Steps } from '#ui/steps.tsx'
import { TargetChip } from '#ui/target-chip.tsx'
import { Timeline } from '#ui/timeline.tsx'
import classes from './gallery.module.css'
import { en, vi } from './messages.ts'

export function FigureSamples() {
  const m = useMessages({ vi, en })
  const [opened, setOpened] = useState(false)
  const onOpen = () => setOpened(true)
  return (
    <div className={classes.grid}>
      <Section title={m.openFigures}>
        <Group gap="16px 40px" align="flex-start">
          <Figure size="large" label={m.onTime} numerator={44925} denominator={45716} form="percent" onOpen={onOpen} />
          <Figure size="large" label={m.received} value={45716} unit={m.files} certainty="exact" onOpen={onOpen} />
          <Figure
            size="large"
            label={m.population}
            value={341552}
            unit={m.people}
            certainty="estimated"
            onOpen={onOpen}
          />
        </Group>
        <Group gap="16px 40px" mt="lg" align="flex-start">
          <Figure label={m.late} value={0} state="zero" onOpen={onOpen} />
          <Figure label={m.september} state="missing" onOpen={onOpen} />
          <Figure label={m.december} state="not-due" />
          <Figure label={m.fishing} state="not-applicable" />
          <Figure label={m.newWards} certainty="not-derivable" onOpen={onOpen} />
        </Group>
      </Section>
      <Section title={m.targets}>
        <Group gap="xs">
          <TargetChip status="met" target={m.above60} />
          <TargetChip status="near" target={m.twoParts} />
          <TargetChip status="missed" target="100%" />
          <TargetChip status="unknown" />
        </Group>
      </Section>
      <Section title={m.formula}>
        <Formula numerator={m.inTime} denominator={m.settled} factor="× 100%" result="98,27%" over={m.over} />
      </Section>
      <Section title={m.way}>
        <Steps
          label={m.approval}
          steps={[
            { key: 'ward', label: m.wardEnters, state: 'done', note: '12/09/2023' },
            { key: 'city', label: m.cityApproves, state: 'current' },
            { key: 'province', label: m.provinceSums, state: 'waiting' },
          ]}
        />
      </Section>
      <Section title={m.history}>
        <Timeline
          entries={[
            {
              key: '1',
              when: '01/07/2025',
              title: m.merged,
              body: m.resolution,
              tone: 'lamp',
            },
            { key: '2', when: '15/03/2019', title: m.moved, tone: 'neutral' },
            { key: '3', when: '01/01/2003', title: m.founded, tone: 'info' },
          ]}
        />
      </Section>
      <SideDrawer opened={opened} title={m.onTime} onClose={() => setOpened(false)}>
        <Stack>
          <Figure size="large" label={m.onTime} numerator={44925} denominator={45716} form="percent" />
          <Formula numerator="44.925" denominator="45.716" factor="× 100%" result="98,27%" />
        </Stack>
      </SideDrawer>
    </div>
  )
}
