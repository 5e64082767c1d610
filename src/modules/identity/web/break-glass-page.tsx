import { Button } from '@mantine/core'
import { useState } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

/** Emergency rights: opening them, closing them, and every use there was. */
export function BreakGlassPage() {
  const m = useTexts()
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const session = useOperation(contract.currentSession, {}, { topics: [contract.BREAK_GLASS_TOPIC] })
  const own = session.data?.breakGlass.filter((one) => one.own) ?? []
  return (
    <Page
      title={m.breakGlass}
      lead={m.breakGlassLead}
      actions={
        may('identity:break-glass') && (
          <Button color="bad" onClick={() => setOpening(true)}>
            {m.openBreakGlass}
          </Button>
        )
      }
    >
      {own.map(({ id, endsAt }) => (
        <OwnEmergency key={id} id={id} endsAt={endsAt} />
      ))}
      {own.length === 0 && !may('identity:read') && <EmptyState title={m.noneOwn} body={m.noneOwnBody} />}
      {may('identity:read') && <Uses />}
      <Dialog opened={opening} title={m.openBreakGlass} onClose={() => setOpening(false)} width={560}>
        <Open onDone={() => setOpening(false)} />
      </Dialog>
    </Page>
  )
}

function OwnEmergency({ id, endsAt }: { readonly id: string; readonly endsAt: string }) {
  const m = useTexts()
  const toast = useToast()
  const close = useChange(contract.closeBreakGlass, {
    invalidates: [contract.currentSession, contract.listBreakGlass],
    onProblem: toast.problem,
  })
  return (
    <Section
      title={m.openMark}
      actions={
        <Button loading={close.isPending} onClick={() => close.mutate({ breakGlassId: id })}>
          {m.close}
        </Button>
      }
    >
      {m.ends} {formatMoment(endsAt)}
    </Section>
  )
}

function Uses() {
  const m = useTexts()
  const say = useLabel()
  const uses = useOperation(contract.listBreakGlass, { limit: 100 }, { topics: [contract.BREAK_GLASS_TOPIC] })
  return (
    <Loaded query={uses} empty={(data) => data.uses.length === 0} emptyState={<EmptyState title={m.noUses} />}>
      {(data) => (
        <DataTable
          label={m.table(m.breakGlass)}
          rows={data.uses}
          rowKey={({ id }) => id}
          phone="cards"
          columns={[
            { key: 'who', label: m.who, width: 190, cell: ({ accountName }) => accountName },
            { key: 'role', label: m.role, width: 170, cell: ({ roleName }) => say(roleName) },
            { key: 'reason', label: m.reason, width: 320, cell: ({ reason }) => reason },
            {
              key: 'opened',
              label: m.opened,
              width: 150,
              cell: ({ openedAt }) => formatMoment(openedAt),
              sortBy: ({ openedAt }) => openedAt,
            },
            {
              key: 'ends',
              label: m.ends,
              width: 150,
              cell: ({ closedAt, endsAt }) => formatMoment(closedAt ?? endsAt),
            },
            {
              key: 'state',
              label: m.status,
              width: 120,
              cell: ({ open }) => (
                <StatusChip tone={open ? 'bad' : 'neutral'}>{open ? m.openMark : m.closedMark}</StatusChip>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function Open({ onDone }: { readonly onDone: () => void }) {
  const m = useTexts()
  const say = useLabel()
  const roles = useOperation(contract.listRoles, {})
  const emergency = roles.data?.roles.filter((role) => role.emergency) ?? []
  const open = useChange(contract.openBreakGlass, {
    invalidates: [contract.currentSession, contract.listBreakGlass],
    onDone,
  })
  const form = useForm({
    start: { roleCode: null as string | null, minutes: 30 as number | null, reason: '' },
    send: ({ roleCode, minutes, reason }) =>
      open.mutateAsync({ roleCode: roleCode ?? '', minutes: minutes ?? 0, reason }),
  })
  return (
    <Form form={form} submitLabel={m.openBreakGlass}>
      <SelectField
        {...form.field('roleCode')}
        label={m.role}
        required
        options={emergency.map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
      <NumberField {...form.field('minutes')} label={m.minutes} decimals={0} required />
      <ParagraphField {...form.field('reason')} label={m.emergencyReason} required />
    </Form>
  )
}
