import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

/** The roles of an account, now and before: assigning, ending. */
export function AccountRoles({ account }: { readonly account: contract.AccountDetail }) {
  const m = useTexts()
  const say = useLabel()
  const may = useMay()
  const toast = useToast()
  const [assigning, setAssigning] = useState(false)
  const end = useChange(contract.endAssignment, {
    invalidates: [contract.getAccount, contract.explainAccount],
    onDone: () => toast.good(m.saved),
    onProblem: toast.problem,
  })
  const manages = may('identity:manage')
  return (
    <Section
      title={m.roles}
      actions={
        manages && (
          <Button variant="default" onClick={() => setAssigning(true)}>
            {m.assignRole}
          </Button>
        )
      }
    >
      {account.assignments.length === 0 ? (
        <Text c="dimmed">{m.noRoles}</Text>
      ) : (
        <DataTable
          label={m.table(m.roles)}
          rows={account.assignments}
          rowKey={({ id }) => id}
          phone="cards"
          columns={[
            { key: 'role', label: m.role, width: 190, cell: ({ roleName }) => say(roleName) },
            {
              key: 'unit',
              label: m.where,
              width: 220,
              cell: ({ unitId, unitName, reach }) =>
                unitId === null ? m.everyWhere : `${unitName ?? ''} (${(m.reaches[reach] ?? '').toLowerCase()})`,
            },
            { key: 'from', label: m.validFrom, width: 110, cell: ({ validFrom }) => formatDay(validFrom) },
            { key: 'to', label: m.validTo, width: 120, cell: ({ validTo }) => (validTo ? formatDay(validTo) : '—') },
            { key: 'reason', label: m.reason, width: 200, cell: ({ reason }) => reason },
            {
              key: 'act',
              label: m.endRole,
              width: 110,
              cell: ({ id, validTo, roleName }) =>
                manages && validTo === null ? (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${m.endRole}: ${say(roleName)}`}
                    onClick={() => end.mutate({ assignmentId: id })}
                  >
                    {m.endRole}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      <Dialog
        opened={assigning}
        title={`${m.assignRole}: ${account.displayName}`}
        onClose={() => setAssigning(false)}
        width={560}
      >
        <AssignRole accountId={account.id} onDone={() => setAssigning(false)} />
      </Dialog>
    </Section>
  )
}

function AssignRole({ accountId, onDone }: { readonly accountId: string; readonly onDone: () => void }) {
  const m = useTexts()
  const say = useLabel()
  const roles = useOperation(contract.listRoles, {})
  const assign = useChange(contract.assignRole, { invalidates: [contract.getAccount, contract.explainAccount], onDone })
  const form = useForm({
    start: {
      roleCode: null as string | null,
      unit: null as UnitOption | null,
      reach: 'subtree' as string | null,
      validFrom: null as Day | null,
      validTo: null as Day | null,
      reason: '',
    },
    send: ({ roleCode, unit, reach, validFrom, validTo, reason }) =>
      assign.mutateAsync({
        accountId,
        roleCode: roleCode ?? '',
        unitId: unit?.id ?? null,
        reach: reach === 'own' ? 'own' : 'subtree',
        ...(validFrom && { validFrom }),
        validTo,
        reason,
      }),
  })
  return (
    <Form form={form} submitLabel={m.assignRole}>
      <SelectField
        {...form.field('roleCode')}
        label={m.role}
        required
        options={(roles.data?.roles ?? [])
          .filter(({ emergency }) => !emergency)
          .map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
      <UnitPicker {...form.field('unit')} label={m.unit} hint={m.everyWhere} load={loadUnits()} />
      <SelectField
        {...form.field('reach')}
        label={m.reach}
        options={(['subtree', 'own'] as const).map((reach) => ({ value: reach, label: m.reaches[reach] ?? reach }))}
      />
      <DateField {...form.field('validFrom')} label={m.validFrom} />
      <DateField {...form.field('validTo')} label={m.validTo} hint={m.validToHint} />
      <TextField {...form.field('reason')} label={m.reason} required maxLength={500} />
    </Form>
  )
}
