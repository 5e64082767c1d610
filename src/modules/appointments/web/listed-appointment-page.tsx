import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { getListedAppointment } from '../contract.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'
import { en as listEn } from './messages.en.ts'
import { vi as listVi } from './messages.vi.ts'

/** One appointment, with who comes while that is kept. */
export function ListedAppointmentPage() {
  const m = useMessages({ vi, en })
  const l = useMessages({ vi: listVi, en: listEn })
  const say = useLabel()
  const appointmentId = usePathPart('appointmentId')
  const query = useOperation(getListedAppointment, { appointmentId }, { topics: ['appointments.list'] })
  const title = m.appointmentTitle(query.data?.code ?? '…')
  return (
    <Page title={title} lead={l.lead} trail={[{ label: l.title, to: '/appointments' }, { label: title }]}>
      <Loaded query={query}>
        {(one) => (
          <Section title={one.unitName}>
            <Facts
              facts={[
                { label: m.time, value: `${one.at}, ${formatDay(one.day)}` },
                {
                  label: m.state,
                  value:
                    one.affected !== null && one.state === 'booked' ? l.affectedWhy[one.affected] : l.states[one.state],
                },
                { label: m.business, value: one.procedureName ? say(one.procedureName) : m.anything },
                { label: m.booked, value: formatMoment(one.bookedAt) },
                { label: m.who, value: one.name ?? m.erased },
                { label: m.contact, value: one.contact ?? m.erased },
                {
                  label: m.ofTicket,
                  value:
                    one.ticketId === null ? (
                      m.noTicket
                    ) : (
                      <LinkTo to={`/appointments/tickets/${one.ticketId}`}>{m.openTicket}</LinkTo>
                    ),
                },
              ]}
            />
          </Section>
        )}
      </Loaded>
    </Page>
  )
}
