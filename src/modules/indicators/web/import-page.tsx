import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { type PeriodKind, periodKey, regimeOf } from '#kernel/period.ts'
import { periodChoices } from '#kernel/period-choices.ts'
import { download, upload } from '#ui/call.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { PeriodPicker } from '#ui/period-picker.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { IMPORT_MODES, type ImportMode } from '../domain/import-row.ts'
import type { Regime } from '../domain/words.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { FileButton } from './file-button.tsx'
import { ImportReport } from './import-report.tsx'
import { lastClosedPeriod } from './periods.ts'

type Input = z.input<typeof contract.importObservations.input>
type Report = z.output<typeof contract.importObservations.output>

const FIRST_YEAR = 2021

/** Many figures at once: template, file or pasted cells, dry run, and only then storing. */
export function ImportPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const toast = useToast()
  const today = useToday()
  const forms = useOperation(contract.listForms, {})
  const [formCode, setFormCode] = useState<string | null>(null)
  const form = forms.data?.forms.find(({ code }) => code === formCode) ?? forms.data?.forms[0]
  const [chosenPeriod, setPeriod] = useState<string | null>(null)
  const { regime, kind } = { regime: (form?.regime ?? 'cut-off') as Regime, kind: form?.periodKind ?? 'month' }
  const options = usePeriods(kind, regime)
  const period = options.some(({ key }) => key === chosenPeriod)
    ? (chosenPeriod ?? '')
    : periodKey(lastClosedPeriod(kind, today, regime))
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useState('')
  const [mode, setMode] = useState<ImportMode>('all-or-nothing')
  const [reason, setReason] = useState('')
  const [source, setSource] = useState<Input['source'] | null>(null)
  const [confirming, setConfirming] = useState(false)
  const run = useChange(contract.importObservations, {
    onDone: (report: Report) => {
      setConfirming(false)
      if (report.stored) toast.good(m.imported(formatNumber(report.created + report.changed)))
    },
    invalidates: [contract.getFigures, contract.completeness],
  })
  const [problem, setProblem] = useState<unknown>(null)
  const send = (from: Input['source'], dryRun: boolean) =>
    run.mutate({ source: from, period, regime, mode, dryRun, reason })
  const tryOut = async () => {
    setProblem(null)
    try {
      const from = file ? { fileId: (await upload(file)).fileId } : { text }
      setSource(from)
      send(from, true)
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  /** What was tried is no longer what would be stored. */
  const forget = () => {
    setSource(null)
    run.reset()
  }
  return (
    <Page title={m.import} lead={m.importLead}>
      <Section title={m.importStep1} lead={m.importStep1Lead}>
        {forms.data?.forms.length === 0 && <EmptyState title={m.noForms} />}
        <Group align="flex-end" gap="sm">
          <SelectField
            label={m.form}
            options={(forms.data?.forms ?? []).map(({ code, name }) => ({ value: code, label: say(name) }))}
            value={form?.code ?? null}
            onChange={(next) => {
              setFormCode(next)
              forget()
            }}
          />
          <PeriodPicker
            label={m.importPeriod}
            options={options}
            value={period}
            onChange={(key) => {
              setPeriod(key)
              forget()
            }}
          />
          <FileButton
            label={m.downloadTemplate}
            disabled={!form}
            fetchFile={() => download(contract.exportTemplate, { form: form?.code ?? '', period, filled: true })}
          />
          <FileButton
            label={m.downloadEmpty}
            disabled={!form}
            fetchFile={() => download(contract.exportTemplate, { form: form?.code ?? '', period, filled: false })}
          />
        </Group>
      </Section>
      <Section title={m.importStep2}>
        <Stack gap="md">
          <FileField
            label={m.importFile}
            accept=".xlsx,.csv"
            value={file}
            onChange={(next) => {
              setFile(next)
              forget()
            }}
          />
          {!file && (
            <ParagraphField
              label={m.importPaste}
              hint={m.importPasteHint}
              rows={4}
              value={text}
              onChange={(next) => {
                setText(next)
                forget()
              }}
            />
          )}
          <ChoiceField
            label={m.importMode}
            options={IMPORT_MODES.map((value) => ({ value, label: m.importModes[value] }))}
            value={mode}
            onChange={(next) => {
              setMode(next === 'good-rows' ? 'good-rows' : 'all-or-nothing')
              forget()
            }}
          />
          <TextField label={m.importReason} value={reason} onChange={setReason} />
          {problem !== null && <ProblemAlert problem={problem} />}
          <Group justify="flex-end">
            <Button
              variant={source ? 'default' : 'filled'}
              loading={run.isPending}
              disabled={file === null && text.trim() === ''}
              onClick={() => void tryOut()}
            >
              {m.dryRun}
            </Button>
          </Group>
          {run.error && <ProblemAlert problem={run.error} />}
        </Stack>
      </Section>
      {run.data && (
        <Section title={m.importStep3}>
          <ImportReport report={run.data} />
          {run.data.dryRun && (
            <Group justify="flex-end" mt="md">
              <Text size="sm">{blockedWords(run.data, mode, m)}</Text>
              <Button disabled={blockedWords(run.data, mode, m) !== ''} onClick={() => setConfirming(true)}>
                {m.importConfirm}
              </Button>
            </Group>
          )}
        </Section>
      )}
      <ConfirmDialog
        opened={confirming}
        title={m.importConfirmTitle}
        body={m.importConfirmBody(formatNumber(run.data ? run.data.created + run.data.changed : 0))}
        confirmLabel={m.importConfirm}
        busy={run.isPending}
        onConfirm={() => source && send(source, false)}
        onClose={() => setConfirming(false)}
      />
    </Page>
  )
}

type Words = { readonly importBlocked: string; readonly importNothing: string }

/** Why the dry run cannot be stored as it is; empty when it can. */
function blockedWords({ refused, created, changed }: Report, mode: ImportMode, m: Words): string {
  if (refused > 0 && mode === 'all-or-nothing') return m.importBlocked
  return created + changed === 0 ? m.importNothing : ''
}

function usePeriods(kind: PeriodKind, regime: Regime) {
  const { language } = useLanguage()
  return periodChoices(kind, { fromYear: FIRST_YEAR, today: useToday(), regime: regimeOf(regime), language })
}
