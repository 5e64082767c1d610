import { Text } from '@mantine/core'
import { z } from 'zod'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { getDesk, listUnitCodes, setDesk } from '../contract.ts'
import { useOwnUnits, useUnit } from './own-units.ts'
import { en } from './settings-messages.en.ts'
import { vi } from './settings-messages.vi.ts'

type Desk = z.output<typeof getDesk.output>['desk']
const Address = z.object({ unit: z.uuid().optional() })

/** Where a unit receives and returns, as it stands on receipts, and what its dossier codes are made from. */
export function DeskPage() {
  const m = useMessages({ vi, en })
  const [{ unit }, setAddress] = useAddress(Address)
  const own = useOwnUnits('cases:steer')
  const unitId = unit ?? own?.[0]?.id
  const chosen = useUnit(unitId)
  const desk = useOperation(getDesk, unitId === undefined ? null : { unitId })
  return (
    <Page
      title={m.deskTitle}
      lead={m.deskLead}
      width="reading"
      trail={[{ label: m.cases, to: '/cases' }, { label: m.deskTitle }]}
    >
      <UnitPicker
        label={m.unit}
        load={loadUnits()}
        value={chosen}
        onChange={(one) => setAddress({ unit: one?.id })}
        required
      />
      {own !== undefined && unitId === undefined && <EmptyState title={m.chooseUnit} body={m.chooseUnitBody} />}
      {unitId !== undefined && (
        <>
          <Section title={m.deskPlace}>
            <Loaded query={desk}>{({ desk: now }) => <DeskForm key={unitId} unitId={unitId} desk={now} />}</Loaded>
          </Section>
          <DeskFacts unitId={unitId} />
        </>
      )}
    </Page>
  )
}

function DeskForm({ unitId, desk }: { readonly unitId: string; readonly desk: Desk }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const save = useChange(setDesk, { invalidates: [getDesk], onDone: () => toast.good(m.saved) })
  const form = useForm({
    start: { name: desk?.name ?? '', address: desk?.address ?? '', phone: desk?.phone ?? '' },
    send: (given) => save.mutateAsync({ unitId, ...given }),
  })
  return (
    <Form form={form} submitLabel={m.save}>
      {desk === null && <Text size="sm">{m.noDesk}</Text>}
      <TextField {...form.field('name')} label={m.deskName} hint={m.deskNameHint} required maxLength={200} />
      <TextField {...form.field('address')} label={m.deskAddress} required maxLength={300} />
      <TextField {...form.field('phone')} label={m.deskPhone} required maxLength={40} />
    </Form>
  )
}

/** What else the desk goes by, kept elsewhere: its identifier and its hours. */
function DeskFacts({ unitId }: { readonly unitId: string }) {
  const m = useMessages({ vi, en })
  const codes = useOperation(listUnitCodes, { unitId, limit: 1 })
  const today = useToday()
  return (
    <Section title={m.deskElse}>
      <Loaded query={codes}>
        {({ codes: all }) => {
          const now = all.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
          return (
            <Facts
              columns={1}
              facts={[
                {
                  label: m.code,
                  value: now ? (
                    <>
                      <code>{now.code}</code> ({m.since(formatDay(now.validFrom))})
                    </>
                  ) : (
                    m.noCodeNow
                  ),
                },
                { label: m.hours, value: <LinkTo to="/calendar/hours">{m.hoursLink}</LinkTo> },
              ]}
            />
          )
        }}
      </Loaded>
    </Section>
  )
}
