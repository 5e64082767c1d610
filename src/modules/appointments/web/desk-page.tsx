import { Anchor, Button, Group, Text } from '@mantine/core'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { useToast } from '#ui/toast.tsx'
import { callAgain, callNext, finishTicket, getDesk, type QueueTicket, queueTopic } from '../contract.ts'
import { en } from './desk-messages.en.ts'
import { vi } from './desk-messages.vi.ts'
import classes from './desk-page.module.css'
import { TicketTable } from './ticket-table.tsx'
import { type ServedUnit, WithUnit } from './unit-choice.tsx'

const Address = z.object({ unit: z.uuid().optional(), desk: z.string().optional() })

/** The desk of whoever serves: who is before it, who is next and why. */
export function DeskPage() {
  const m = useMessages({ vi, en })
  const [{ unit: unitId, desk }, setAddress] = useAddress(Address)
  return (
    <Page title={m.title} lead={m.lead}>
      <WithUnit unitId={unitId} none={m.noUnit}>
        {(unit, units) => {
          const chosen = unit.desks.find(({ code }) => code === desk)?.code ?? unit.desks[0]?.code ?? ''
          return (
            <>
              <Group grow align="flex-start" mb="md">
                <SelectField
                  label={m.unit}
                  value={unit.id}
                  onChange={(next) => setAddress({ unit: next ?? undefined })}
                  options={units.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SelectField
                  label={m.desk}
                  value={chosen}
                  onChange={(next) => setAddress({ unit: unit.id, desk: next ?? undefined })}
                  options={unit.desks.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </Group>
              <Screens unit={unit} />
              <Desk key={`${unit.id} ${chosen}`} unit={unit} desk={chosen} />
            </>
          )
        }}
      </WithUnit>
    </Page>
  )
}

/** The screens that citizens look at, and the figures of the day. */
function Screens({ unit }: { readonly unit: ServedUnit }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const mayManage = useMay()('appointments:manage')
  const served = (path: string) => `${language === 'vi' ? '' : '/en'}${path}/${unit.id}`
  return (
    <Group gap="md" mb="md">
      <Anchor href={served('/bang-goi-so')} target="_blank" rel="noopener">
        {m.board}
      </Anchor>
      <LinkTo to={`/appointments/numbers?unit=${unit.id}`}>{m.numbers}</LinkTo>
      <LinkTo to={`/appointments/figures?unit=${unit.id}`}>{m.allFigures}</LinkTo>
      {mayManage && <LinkTo to="/appointments/devices">{m.devices}</LinkTo>}
    </Group>
  )
}

function Desk({ unit, desk }: { readonly unit: ServedUnit; readonly desk: string }) {
  const m = useMessages({ vi, en })
  const where = { unitId: unit.id, desk }
  const query = useOperation(getDesk, where, { topics: [queueTopic(unit.id)] })
  const toast = useToast()
  const again = useChange(callAgain, { invalidates: [getDesk], onProblem: toast.problem })
  return (
    <Loaded query={query}>
      {({ current, waiting, absent, done }) => (
        <>
          <Section title={m.current} lead={m.doneHere(done)}>
            <Current where={where} current={current} canCall={waiting.length > 0} />
          </Section>
          <Section title={m.waiting(waiting.length)} lead={m.waitingLead} flush>
            <TicketTable
              label={m.waitingLead}
              rows={waiting}
              columns={['number', 'why', 'slot', 'taken', 'waited']}
              none={m.noneWaits}
            />
          </Section>
          {absent.length > 0 && (
            <Section title={m.absentTitle} lead={m.absentLead}>
              <Group gap="sm">
                {absent.map(({ id, shown }) => (
                  <Button
                    key={id}
                    variant="default"
                    aria-label={m.againFor(shown)}
                    onClick={() => again.mutate({ ...where, ticketId: id })}
                  >
                    {shown}
                  </Button>
                ))}
              </Group>
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}

type CurrentProps = {
  readonly where: { readonly unitId: string; readonly desk: string }
  readonly current: QueueTicket | null
  readonly canCall: boolean
}

function Current({ where, current, canCall }: CurrentProps) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const options = { invalidates: [getDesk], onProblem: toast.problem }
  const next = useChange(callNext, options)
  const again = useChange(callAgain, options)
  const finish = useChange(finishTicket, options)
  if (current === null)
    return (
      <Group gap="md">
        <Button size="lg" onClick={() => next.mutate(where)} loading={next.isPending} disabled={!canCall}>
          {m.next}
        </Button>
        <Text component="output">{canCall ? m.nobody : m.noneWaits}</Text>
      </Group>
    )
  const ticket = { ...where, ticketId: current.id }
  return (
    <Group gap="lg" align="center">
      <Text component="output" className={classes.number ?? ''}>
        {current.shown}
      </Text>
      <Text>{current.because && m.because[current.because]}</Text>
      <Group gap="sm">
        <Button size="lg" onClick={() => finish.mutate({ ...ticket, outcome: 'done' })} loading={finish.isPending}>
          {m.done}
        </Button>
        <Button size="lg" variant="default" onClick={() => again.mutate(ticket)} loading={again.isPending}>
          {m.again}
        </Button>
        <Button size="lg" variant="default" onClick={() => finish.mutate({ ...ticket, outcome: 'absent' })}>
          {m.absent}
        </Button>
      </Group>
    </Group>
  )
}
