import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useLabel } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Page, Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

type Answer = z.output<typeof contract.importProcedures.output>

const MOST_BYTES = 20 * 1024 * 1024
const Catalogue = z.object({ format: z.literal(contract.EXPORT_FORMAT), procedures: z.array(z.unknown()).min(1) })
type Catalogue = z.output<typeof Catalogue>

const TONES = { new: 'good', draft: 'info', unchanged: 'neutral', faulty: 'bad' } as const

/** A catalogue comes in: checked row by row first, then all of it as drafts or nothing. */
export function ImportPage() {
  const m = useTexts()
  const toast = useToast()
  const goTo = useGoTo()
  const [file, setFile] = useState<File | null>(null)
  const [isBad, setBad] = useState(false)
  const [checked, setChecked] = useState<{ readonly catalogue: Catalogue; readonly answer: Answer } | null>(null)
  const importing = useChange(contract.importProcedures, {
    invalidates: [contract.listProcedures, contract.listFields],
  })
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setBad(false)
    setChecked(null)
    importing.reset()
  }
  const check = async () => {
    const catalogue = file && (await readCatalogue(file))
    setBad(catalogue === null)
    if (!catalogue) return
    importing.mutate({ ...catalogue, dryRun: true }, { onSuccess: (answer) => setChecked({ catalogue, answer }) })
  }
  const store = () => {
    if (!checked) return
    const onSuccess = () => {
      toast.good(m.imported)
      goTo('/procedures?show=drafts')
    }
    importing.mutate({ ...checked.catalogue, dryRun: false }, { onSuccess })
  }
  return (
    <Page
      title={m.importTitle}
      lead={m.importLead}
      trail={[{ label: m.catalogue, to: '/procedures' }, { label: m.importing }]}
    >
      <Stack gap="md">
        <Section title={m.file}>
          <Stack gap="md">
            <FileField
              label={m.file}
              accept=".json"
              maxBytes={MOST_BYTES}
              value={file}
              onChange={choose}
              error={isBad ? m.badFile : undefined}
            />
            <Group>
              <Button disabled={!file} loading={importing.isPending} onClick={() => void check()}>
                {m.check}
              </Button>
            </Group>
            {importing.isError && <ProblemAlert problem={importing.error} />}
          </Stack>
        </Section>
        {checked && <Report answer={checked.answer} busy={importing.isPending} onStore={store} />}
      </Stack>
    </Page>
  )
}

async function readCatalogue(file: File): Promise<Catalogue | null> {
  try {
    const read = Catalogue.safeParse(JSON.parse(await file.text()))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

type ReportProps = { readonly answer: Answer; readonly busy: boolean; readonly onStore: () => void }

function Report({ answer: { rows }, busy, onStore }: ReportProps) {
  const m = useTexts()
  const say = useLabel()
  const faulty = rows.filter(({ outcome }) => outcome === 'faulty').length
  const stored = rows.length - rows.filter(({ outcome }) => outcome === 'unchanged').length
  return (
    <Section
      title={m.outcome}
      actions={
        <Button disabled={faulty > 0 || stored === 0} loading={busy} onClick={onStore}>
          {m.importNow(formatNumber(stored))}
        </Button>
      }
      lead={
        <Alert color={faulty > 0 ? 'bad' : 'good'} mt="xs">
          {faulty > 0 ? m.faultyRows(formatNumber(faulty)) : m.importGood}
        </Alert>
      }
    >
      <DataTable
        label={m.tableOf(m.outcome)}
        phone="cards"
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'row', label: m.row, width: 80, align: 'end', cell: ({ index }) => formatNumber(index + 1) },
          { key: 'code', label: m.code, width: 140, cell: ({ code }) => <code>{code ?? '–'}</code> },
          {
            key: 'outcome',
            label: m.outcome,
            width: 150,
            cell: ({ outcome }) => <StatusChip tone={TONES[outcome]}>{m.outcomes[outcome]}</StatusChip>,
            sortBy: ({ outcome }) => (outcome === 'faulty' ? 0 : 1),
          },
          {
            key: 'faults',
            label: m.faults,
            width: 520,
            cell: ({ faults }) =>
              faults.length === 0 ? (
                '–'
              ) : (
                <List size="sm">
                  {faults.map(({ path, code, message }) => (
                    <List.Item key={`${path} ${code}`}>{m.faultAt(path, say(message))}</List.Item>
                  ))}
                </List>
              ),
          },
        ]}
      />
    </Section>
  )
}
