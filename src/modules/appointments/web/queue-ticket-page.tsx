import { formatNumber } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { countedTopic, getQueueTicket } from '../contract.ts'
import { en as deskEn } from './desk-messages.en.ts'
import { vi as deskVi } from './desk-messages.vi.ts'
import { en } from './figures-messages.en.ts'
import { vi } from './figures-messages.vi.ts'

/** One number: what became of it, and when. */
export function QueueTicketPage() {
  const m = useMessages({ vi, en })
  const d = useMessages({ vi: deskVi, en: deskEn })
  const say = useLabel()
  const ticketId = usePathPart('ticketId')
  const query = useOperation(getQueueTicket, { ticketId }, { topics: [countedTopic] })
  const time = (moment: string | null) => (moment === null ? '' : formatMoment(moment))
  const title = m.ticketTitle(query.data?.shown ?? '…')
  return (
    <Page title={title} trail={[{ label: m.title, to: '/appointments/figures' }, { label: title }]}>
      <Loaded query={query}>
        {(one) => (
          <Section title={`${one.unit.name}, ${formatDay(one.day)}`}>
            <Facts
              facts={[
                { label: m.state, value: d.states[one.state] },
                { label: m.line, value: `${one.line} · ${say(one.lineName)}` },
                { label: m.taken, value: time(one.takenAt) },
                { label: m.called, value: time(one.firstCalledAt) },
                { label: m.done, value: one.state === 'left' ? '' : time(one.doneAt) },
                { label: m.desk, value: one.deskName ?? '' },
                {
                  label: m.waited,
                  value: one.state === 'left' ? '' : m.minutes(formatNumber(one.waitedMinutes)),
                },
                { label: m.goal, value: m.minutes(formatNumber(one.goalMinutes)) },
                { label: m.calls, value: formatNumber(one.calls) },
                { label: m.rating, value: one.stars === null ? m.unrated : m.stars(formatNumber(one.stars)) },
                {
                  label: m.ofAppointment,
                  value:
                    one.appointmentId === null ? (
                      m.noAppointment
                    ) : (
                      <LinkTo to={`/appointments/booked/${one.appointmentId}`}>{m.openAppointment}</LinkTo>
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
