import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { type Device, devicesTopic, listDevices, listOpenings } from '../contract.ts'
import { DeviceTable } from './device-table.tsx'
import { en } from './devices-messages.en.ts'
import { vi } from './devices-messages.vi.ts'
import { PairForm } from './pair-form.tsx'
import { RenameDialog } from './rename-dialog.tsx'

const Address = z.object({ after: z.uuid().optional() })

/** The devices of the units in one's charge: a new one is paired, a lost one is revoked. */
export function DevicesPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const [{ after }, setAddress] = useAddress(Address)
  const [renaming, setRenaming] = useState<Device | null>(null)
  const openings = useOperation(listOpenings, {}, { topics: ['appointments.openings'] })
  const devices = useOperation(listDevices, after ? { after } : {}, { topics: [devicesTopic], keepPrevious: true })
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        may('cases:steer') && (
          <LinkButton to="/counters" variant="default">
            {m.counters}
          </LinkButton>
        )
      }
    >
      <Section title={m.pair} lead={m.pairLead}>
        <Loaded
          query={openings}
          empty={({ units }) => units.every(({ opening }) => opening === null)}
          emptyState={<EmptyState title={m.noUnit} />}
        >
          {({ units }) => <PairForm units={units.filter(({ opening }) => opening !== null)} />}
        </Loaded>
      </Section>
      <Section title={m.devices} flush>
        <DeviceTable
          rows={devices.data?.devices}
          problem={devices.error}
          onRename={setRenaming}
          next={devices.data?.after ?? null}
          onNext={(next) => setAddress({ after: next })}
        />
      </Section>
      <RenameDialog key={renaming?.id} device={renaming} onClose={() => setRenaming(null)} />
    </Page>
  )
}
