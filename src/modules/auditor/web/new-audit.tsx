import { Button, Group, Loader, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { upload } from '#ui/call.ts'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './new-audit.module.css'
import { PasteField } from './paste-field.tsx'
import { fileOf, NOTHING_PASTED, type Pasted } from './pasted.ts'

const KINDS = '.docx,.xlsx,.ods,.html,.htm,.md,.csv,.pdf,.txt'

type Props = {
  /** The report that the file is a new version of, when one came here for that. */
  readonly series: contract.AuditRow | null
}

/** Takes a report by drop, button or paste, and opens what was found in it. */
export function NewAudit({ series }: Props) {
  const m = useMessages({ vi, en })
  const [way, setWay] = useState<'file' | 'paste'>('file')
  const [file, setFile] = useState<File | null>(null)
  const [pasted, setPasted] = useState<Pasted>(NOTHING_PASTED)
  const [unit, setUnit] = useState<UnitOption | null>(series && { id: series.unitId, name: series.unitName })
  const [day, setDay] = useState<string | null>(null)
  const [seriesId, setSeriesId] = useState<string | null>(series?.seriesId ?? null)
  const { state, problem, send } = useSend()
  const hasReport = way === 'file' ? file !== null : pasted.text.trim() !== ''
  const start = () => {
    const report = way === 'file' ? file : fileOf(pasted, m.pastedName(stampOf(new Date())))
    if (!report || !unit) return
    void send(report, { unitId: unit.id, ...(seriesId && { seriesId }) })
  }
  return (
    <Section title={series ? m.newVersion : m.newAudit}>
      <Stack gap="md">
        {problem !== null && <ProblemAlert problem={problem} />}
        <SegmentedControl
          aria-label={m.howGiven}
          value={way}
          onChange={(value) => setWay(value === 'paste' ? 'paste' : 'file')}
          data={[
            { value: 'file', label: m.byFile },
            { value: 'paste', label: m.byPaste },
          ]}
          style={{ alignSelf: 'start' }}
        />
        {way === 'file' ? (
          <FileField label={m.file} hint={m.fileHint} accept={KINDS} value={file} onChange={setFile} />
        ) : (
          <PasteField value={pasted} onChange={setPasted} />
        )}
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" className={classes.fields ?? ''}>
          <UnitPicker
            key={day}
            label={m.unitOf}
            hint={m.unitHint}
            required
            value={unit}
            onChange={(next) => {
              setUnit(next)
              setSeriesId(null)
            }}
            load={loadUnits(day ?? undefined)}
          />
          <DateField label={m.unitDay} hint={m.unitDayHint} value={day} onChange={setDay} />
          <VersionOf unitId={unit?.id ?? null} value={seriesId} onChange={setSeriesId} />
        </SimpleGrid>
        <Group>
          <Button disabled={!hasReport || !unit || state !== null} onClick={start}>
            {m.start}
          </Button>
          <Group component="output" gap={8}>
            {state !== null && (
              <>
                <Loader size={18} aria-hidden />
                <Text size="sm">{state === 'sending' ? m.sending : `${m.checking} ${m.checkingLong}`}</Text>
              </>
            )}
          </Group>
        </Group>
      </Stack>
    </Section>
  )
}

type VersionProps = {
  readonly unitId: string | null
  readonly value: string | null
  readonly onChange: (seriesId: string | null) => void
}

/** The report of the unit that this is a new version of, when it is not recognised by itself. */
function VersionOf({ unitId, value, onChange }: VersionProps) {
  const m = useMessages({ vi, en })
  const known = useOperation(contract.listAudits, unitId ? { unitId, latest: true, source: 'file', limit: 200 } : null)
  const options = (known.data?.audits ?? []).map(({ seriesId, title, version }) => ({
    value: seriesId,
    label: m.versionOption(title, String(version)),
  }))
  return (
    <SelectField
      label={m.versionOf}
      hint={m.versionOfHint}
      placeholder={m.versionOfAuto}
      options={options}
      value={value}
      clearable
      disabled={!unitId || options.length === 0}
      onChange={onChange}
    />
  )
}

/** To the second: two pastes are two reports unless somebody says otherwise. */
function stampOf(moment: Date): string {
  return `${formatMoment(moment)}:${String(moment.getSeconds()).padStart(2, '0')}`.replace(/[/:]/g, '-')
}

/** First the file, then the audit of it; a refusal of either is shown and the form stays as it is. */
function useSend() {
  const goTo = useGoTo()
  const [state, setState] = useState<'sending' | 'checking' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const audit = useChange(contract.auditFile, { invalidates: [contract.listAudits] })
  const send = async (report: File, about: { readonly unitId: string; readonly seriesId?: string }) => {
    setProblem(null)
    setState('sending')
    try {
      const { fileId } = await upload(report)
      setState('checking')
      const { auditId } = await audit.mutateAsync({ fileId, ...about })
      goTo(`/audits/${auditId}`)
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setState(null)
    }
  }
  return { state, problem, send }
}
