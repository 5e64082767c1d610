import { Alert, Button, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, type FormState, useForm } from '#ui/form.tsx'
import { useGoTo } from '#ui/link.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { CHANGE_KINDS } from '../domain/kinds.ts'
import { ChangeFields } from './change-fields.tsx'
import { ChangePreview } from './change-preview.tsx'
import { type ChangeValue, changeRequest, NO_UNIT } from './change-request.ts'
import { DecisionFields, NO_DECISION } from './decision-fields.tsx'
import { missing } from './missing.ts'
import { useTexts } from './texts.ts'

const Address = z.object({ unit: z.uuid().optional() })

const START: ChangeValue = {
  ...NO_DECISION,
  kind: 'merge',
  effectiveOn: null,
  from: [null, null],
  fromAmounts: [null, null],
  into: null,
  intoExisting: false,
  units: [NO_UNIT],
  keepsRest: false,
  restAmount: null,
  basis: 'none',
  newName: '',
  newKind: null,
  newCode: '',
  newParent: null,
  withSubunits: false,
  article: '',
  note: '',
}

type Answer = z.output<typeof contract.applyChange.output>
type Request = NonNullable<ReturnType<typeof changeRequest>>

/** One dated act upon units: fill in, try, confirm. */
export function ChangePage() {
  const m = useTexts()
  const [tried, setTried] = useState<{ request: Request; answer: Answer } | null>(null)
  const today = useToday()
  const dryRun = useChange(contract.applyChange)
  const form = useForm<ChangeValue>({
    start: { ...START, effectiveOn: today },
    send: async (value) => {
      setTried(null)
      const request = changeRequest(value)
      if (!request) throw missing(value.effectiveOn === null ? 'effectiveOn' : 'from')
      setTried({ request, answer: await dryRun.mutateAsync({ ...request, dryRun: true }) })
    },
  })
  useFirstUnit(form)
  const kinds = CHANGE_KINDS.map((kind) => ({ value: kind, label: m.changeKinds[kind] }))
  return (
    <Page title={m.changeTitle} lead={m.changeLead} trail={[{ label: m.units, to: '/units' }, { label: m.change }]}>
      <Stack gap="md">
        <Section title={m.changeForm}>
          <Form form={form} submitLabel={m.preview}>
            <SelectField
              {...form.field('kind')}
              label={m.changeKind}
              options={kinds}
              onChange={(kind) => form.change({ kind, ...unitsFor(kind, form.value) })}
            />
            <DateField {...form.field('effectiveOn')} label={m.effectiveOn} required />
            <ChangeFields form={form} />
            <DecisionFields form={form} />
            <TextField {...form.field('article')} label={m.article} />
            <ParagraphField {...form.field('note')} label={m.note} rows={2} />
          </Form>
        </Section>
        <Section title={m.previewTitle}>
          {tried ? <Tried tried={tried} /> : <Text c="dimmed">{m.previewEmpty}</Text>}
        </Section>
      </Stack>
    </Page>
  )
}

function Tried({ tried: { request, answer } }: { readonly tried: { request: Request; answer: Answer } }) {
  const m = useTexts()
  const toast = useToast()
  const goTo = useGoTo()
  const [asking, setAsking] = useState(false)
  const apply = useChange(contract.applyChange, {
    invalidates: [contract.treeAt, contract.listUnits, contract.getUnit],
    onDone: () => {
      toast.good(m.changeDone)
      goTo(`/units?day=${request.effectiveOn}`)
    },
    onProblem: toast.problem,
  })
  return (
    <Stack gap="md">
      <ChangePreview answer={answer} />
      <Alert color="info" title={m.confirmChange}>
        <Stack gap="sm" align="flex-start">
          {m.confirmChangeBody(formatDay(request.effectiveOn))}
          <Button onClick={() => setAsking(true)} loading={apply.isPending}>
            {m.confirmChange}
          </Button>
        </Stack>
      </Alert>
      <ConfirmDialog
        opened={asking}
        title={m.confirmChange}
        body={m.confirmChangeBody(formatDay(request.effectiveOn))}
        confirmLabel={m.confirmChange}
        busy={apply.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => apply.mutate(request, { onSettled: () => setAsking(false) })}
      />
    </Stack>
  )
}

/** How many units stand before and after, by the kind of change; what is filled in already stays. */
function unitsFor(kind: string | null, value: ChangeValue): Partial<ChangeValue> {
  const count = kind === 'merge' ? 2 : 1
  const from = kind === 'create' ? [null] : Array.from({ length: count }, (_, index) => value.from[index] ?? null)
  const units = Array.from({ length: kind === 'split' ? 2 : 1 }, (_, index) => value.units[index] ?? NO_UNIT)
  return { from, fromAmounts: from.map(() => null), units }
}

/** Takes the unit named in the address as the first one before. */
function useFirstUnit(form: FormState<ChangeValue>): void {
  const [{ unit: unitId }] = useAddress(Address)
  const detail = useOperation(contract.getUnit, unitId ? { unitId } : null)
  const unit = detail.data?.unit
  useEffect(() => {
    if (!unit) return
    form.change({ from: [{ id: unit.unitId, name: unit.name }, ...form.value.from.slice(1)] })
    // Once, when the unit has arrived; what is typed afterwards stays.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [unit?.unitId])
}
