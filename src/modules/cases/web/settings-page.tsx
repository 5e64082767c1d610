import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { listLateReasons, listUnitCodes, saveLateReason, setUnitCode } from '../contract.ts'
import { en } from './settings-messages.en.ts'
import { vi } from './settings-messages.vi.ts'

type LateReason = z.output<typeof listLateReasons.output>['reasons'][number]
type UnitCode = z.output<typeof listUnitCodes.output>['codes'][number]

/** What cases rest on, kept by who may define it. */
export function SettingsPage() {
  const m = useMessages({ vi, en })
  return (
    <Page title={m.title} lead={m.lead}>
      <UnitCodes />
      <LateReasons />
    </Page>
  )
}

function UnitCodes() {
  const m = useMessages({ vi, en })
  const [adding, setAdding] = useState(false)
  const codes = useOperation(listUnitCodes, { limit: 500 })
  return (
    <Section
      title={m.unitCodes}
      lead={m.unitCodesLead}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {m.addCode}
        </Button>
      }
    >
      <DataTable<UnitCode>
        label={m.unitCodesTable}
        rows={codes.data?.codes ?? []}
        rowKey={({ unit, validFrom }) => `${unit.unitId} ${validFrom}`}
        state={codes.isPending ? 'loading' : 'ready'}
        problem={codes.error}
        phone="cards"
        height={420}
        empty={<EmptyState title={m.noCodes} />}
        columns={[
          { key: 'unit', label: m.unit, cell: ({ unit }) => unit.name, sortBy: ({ unit }) => unit.name },
          {
            key: 'code',
            label: m.code,
            width: 180,
            cell: ({ code }) => <code>{code}</code>,
            sortBy: (row) => row.code,
          },
          { key: 'from', label: m.validFrom, width: 140, cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'to',
            label: m.validTo,
            width: 140,
            cell: ({ validTo }) => (validTo ? formatDay(validTo) : m.still),
          },
        ]}
      />
      <Dialog opened={adding} title={m.addCode} onClose={() => setAdding(false)}>
        <UnitCodeForm onDone={() => setAdding(false)} />
      </Dialog>
    </Section>
  )
}

function UnitCodeForm({ onDone }: { readonly onDone: () => void }) {
  const m = useMessages({ vi, en })
  const [today] = useState(() => dayAt(new Date()))
  const save = useChange(setUnitCode, { invalidates: [listUnitCodes], onDone })
  const form = useForm({
    start: { unitId: null as UnitOption | null, code: '', validFrom: today as Day | null },
    send: ({ unitId, code, validFrom }) =>
      save.mutateAsync({ unitId: unitId?.id ?? '', code: code.trim(), validFrom: validFrom ?? '' }),
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <UnitPicker {...form.field('unitId')} label={m.unit} load={loadUnits()} required />
      <TextField {...form.field('code')} label={m.code} hint={m.codeHint} required maxLength={35} />
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
    </Form>
  )
}

function LateReasons() {
  const m = useMessages({ vi, en })
  const [edited, setEdited] = useState<LateReason | 'new' | null>(null)
  const reasons = useOperation(listLateReasons, {})
  return (
    <Section
      title={m.lateReasons}
      lead={m.lateReasonsLead}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {m.addReason}
        </Button>
      }
    >
      <DataTable<LateReason>
        label={m.lateReasonsTable}
        rows={reasons.data?.reasons ?? []}
        rowKey={({ code }) => code}
        state={reasons.isPending ? 'loading' : 'ready'}
        problem={reasons.error}
        phone="cards"
        columns={[
          { key: 'vi', label: m.nameVi, cell: ({ name }) => <span lang="vi">{name.vi}</span> },
          { key: 'en', label: m.nameEn, cell: ({ name }) => <span lang="en">{name.en}</span> },
          { key: 'from', label: m.validFrom, width: 130, cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'to',
            label: m.validTo,
            width: 130,
            cell: ({ validTo }) => (validTo ? formatDay(validTo) : m.still),
          },
          {
            key: 'edit',
            label: m.edit,
            width: 90,
            cell: (row) => (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={m.editReason(row.name.vi)}
                onClick={() => setEdited(row)}
              >
                {m.edit}
              </Button>
            ),
          },
        ]}
      />
      <Dialog
        opened={edited !== null}
        title={edited === 'new' || edited === null ? m.addReason : m.editReason(edited.name.vi)}
        onClose={() => setEdited(null)}
      >
        {edited !== null && <ReasonForm reason={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
      </Dialog>
    </Section>
  )
}

function ReasonForm({ reason, onDone }: { readonly reason: LateReason | null; readonly onDone: () => void }) {
  const m = useMessages({ vi, en })
  const [today] = useState(() => dayAt(new Date()))
  const save = useChange(saveLateReason, { invalidates: [listLateReasons], onDone })
  const form = useForm({
    start: {
      code: reason?.code ?? '',
      nameVi: reason?.name.vi ?? '',
      nameEn: reason?.name.en ?? '',
      validFrom: (reason?.validFrom ?? today) as Day | null,
      validTo: (reason?.validTo ?? null) as Day | null,
    },
    names: { 'name.vi': 'nameVi', 'name.en': 'nameEn' },
    send: ({ code, nameVi, nameEn, validFrom, validTo }) =>
      save.mutateAsync({ code: code.trim(), name: { vi: nameVi, en: nameEn }, validFrom: validFrom ?? '', validTo }),
  })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <TextField {...form.field('code')} label={m.reasonCode} required maxLength={60} disabled={reason !== null} />
      <TextField {...form.field('nameVi')} label={m.nameVi} required maxLength={200} />
      <TextField {...form.field('nameEn')} label={m.nameEn} required maxLength={200} />
      <DateField {...form.field('validFrom')} label={m.validFrom} required />
      <DateField {...form.field('validTo')} label={m.validTo} />
    </Form>
  )
}
