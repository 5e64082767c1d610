import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { upload } from '#ui/call.ts'
import { CheckField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import type { ImportReport } from '../contract.ts'
import * as contract from '../contract.ts'
import { DecisionFields, decisionOf, NO_DECISION } from './decision-fields.tsx'
import { ImportDifferences } from './import-differences.tsx'
import { loadUnits } from './load-units.ts'
import { missing } from './missing.ts'
import { useTexts } from './texts.ts'

type Ready = { readonly input: Parameters<ReturnType<typeof useImport>['mutate']>[0]; readonly report: ImportReport }

function useImport(onDone: () => void) {
  return useChange(contract.importUnits, { onDone, invalidates: [contract.treeAt, contract.listUnits] })
}

/** A list of units comes in: try it, read the differences, then all of it or nothing. */
export function ImportPage() {
  const m = useTexts()
  const toast = useToast()
  const goTo = useGoTo()
  const [ready, setReady] = useState<Ready | null>(null)
  const [asking, setAsking] = useState(false)
  const importing = useImport(() => {
    toast.good(m.importDone)
    goTo(`/units?day=${ready?.input.asOf ?? ''}`)
  })
  const refused = ready?.report.counts.refused ?? 0
  return (
    <Page title={m.importTitle} lead={m.importLead} trail={[{ label: m.units, to: '/units' }, { label: m.import }]}>
      <Stack gap="md">
        <Section title={m.file}>
          <ImportForm onReady={setReady} />
        </Section>
        {ready && (
          <Section
            title={m.differences}
            lead={refused > 0 ? <Alert color="bad">{m.importBlocked(refused)}</Alert> : undefined}
            actions={
              <Button onClick={() => setAsking(true)} disabled={refused > 0} loading={importing.isPending}>
                {m.importNow}
              </Button>
            }
          >
            <ImportDifferences report={ready.report} />
          </Section>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={m.importConfirm(ready?.report.rows ?? 0)}
        body={m.importConfirmBody}
        confirmLabel={m.importNow}
        busy={importing.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          if (!ready) return
          importing.mutate(ready.input, { onError: toast.problem, onSettled: () => setAsking(false) })
        }}
      />
    </Page>
  )
}

function ImportForm({ onReady }: { readonly onReady: (ready: Ready | null) => void }) {
  const m = useTexts()
  const today = useToday()
  const preview = useChange(contract.previewImport)
  const form = useForm({
    start: {
      file: null as File | null,
      asOf: today as Day | null,
      root: null as UnitOption | null,
      complete: false,
      ...NO_DECISION,
    },
    send: async (value) => {
      onReady(null)
      if (!value.file) throw missing('file')
      if (!value.asOf) throw missing('asOf')
      const { fileId } = await upload(value.file)
      const input = {
        fileId,
        asOf: value.asOf,
        complete: value.complete,
        decision: decisionOf(value),
        ...(value.root && { rootId: value.root.id }),
      }
      onReady({ input, report: await preview.mutateAsync(input) })
    },
  })
  const count = form.value.file ? formatNumber(Math.ceil(form.value.file.size / 1024)) : null
  return (
    <Form form={form} submitLabel={m.preview}>
      <FileField
        {...form.field('file')}
        label={m.file}
        hint={count ? `${count} kB` : m.fileHint}
        accept=".csv,.json,text/csv,application/json"
        required
      />
      <Group grow align="flex-start">
        <DateField {...form.field('asOf')} label={m.asOf} required />
        <UnitPicker
          {...form.field('root')}
          label={m.root}
          hint={m.rootHint}
          load={loadUnits(form.value.asOf ?? undefined)}
        />
      </Group>
      <CheckField {...form.field('complete')} label={m.complete} />
      <DecisionFields form={form} />
    </Form>
  )
}
