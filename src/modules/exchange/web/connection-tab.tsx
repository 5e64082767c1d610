import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { Facts } from '#ui/facts.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { type Connection, EXCHANGE_TOPIC, getConnection } from '../contract.ts'
import { EditConnection } from './edit-connection.tsx'
import { StandInForm } from './stand-in-form.tsx'
import { useTexts } from './texts.ts'

/** With whom this installation speaks and how; changed by who runs the platform. */
export function ConnectionTab() {
  const m = useTexts()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const connection = useOperation(getConnection, {}, { topics: [EXCHANGE_TOPIC], keepPrevious: true })
  return (
    <Loaded query={connection}>
      {(one) => (
        <Stack gap="lg">
          <Section
            title={m.connection}
            actions={may('exchange:connect') && <Button onClick={() => setEditing(true)}>{m.edit}</Button>}
          >
            <Known one={one} />
          </Section>
          {one.kind === 'stand-in' && may('exchange:connect') && <StandInForm mood={one.mood} />}
          <SideDrawer opened={editing} title={m.edit} onClose={() => setEditing(false)}>
            {editing && <EditConnection connection={one} onDone={() => setEditing(false)} />}
          </SideDrawer>
        </Stack>
      )}
    </Loaded>
  )
}

function Known({ one }: { readonly one: Connection }) {
  const m = useTexts()
  const { kind, profile } = one
  return (
    <Facts
      facts={[
        {
          label: m.kind,
          value: <StatusChip tone={kind === 'real' ? 'good' : 'warning'}>{m.kindShort[kind]}</StatusChip>,
        },
        { label: m.variant, value: m.variants[profile.variant] },
        { label: m.address, value: one.address || '–' },
        { label: m.account, value: one.account || '–' },
        { label: m.secret, value: one.hasSecret ? m.hasSecret : m.noSecret },
        { label: m.agency, value: one.agency || '–' },
        { label: m.moments, value: m.momentForms[profile.moments] },
        { label: m.failures, value: formatNumber(one.failures) },
        { label: m.lastError, value: one.lastError ?? '–' },
        { label: m.polledAt, value: one.polledAt ? formatMoment(one.polledAt) : m.never },
        {
          label: m.changedLabel,
          value: one.changedAt ? m.changed(formatMoment(one.changedAt), one.changedByName) : m.never,
        },
      ]}
    />
  )
}
