import { Button, Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { PERIOD_KINDS, type PeriodKind } from '#kernel/period.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { emptyTemplate } from './edit-template.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The report templates in their latest versions. */
export function TemplatesPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const goTo = useGoTo()
  const [adding, setAdding] = useState(false)
  const templates = useOperation(contract.listTemplates, { limit: 200 }, { topics: [contract.REPORT_TOPIC] })
  return (
    <Page
      title={m.templates}
      actions={
        may('reports:define') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {m.addTemplate}
          </Button>
        )
      }
    >
      <Loaded query={templates}>
        {({ templates: rows }) => (
          <DataTable
            label={m.templates}
            columns={columnsOf(m)}
            rows={rows}
            rowKey={({ templateId }) => templateId}
            onOpen={({ templateId }) => goTo(`/report-templates/${templateId}`)}
            phone="cards"
            empty={<EmptyState title={m.noTemplates} />}
          />
        )}
      </Loaded>
      {adding && <AddTemplate onClose={() => setAdding(false)} />}
    </Page>
  )
}

type M = ReturnType<typeof useMessages<typeof vi>>

function columnsOf(m: M): readonly Column<contract.TemplateRow>[] {
  return [
    {
      key: 'name',
      label: m.templateName,
      width: 360,
      cell: ({ name, templateId }) => <LinkTo to={`/report-templates/${templateId}`}>{name}</LinkTo>,
      sortBy: ({ name }) => name,
    },
    { key: 'code', label: m.templateCode, width: 220, cell: ({ code }) => code },
    { key: 'kind', label: m.period, width: 120, cell: ({ periodKind }) => m.kinds[periodKind] },
    { key: 'version', label: m.versions, width: 130, cell: ({ version }) => m.version(String(version)) },
    {
      key: 'saved',
      label: m.save,
      width: 240,
      cell: ({ savedByName, savedAt }) => m.savedBy(savedByName, formatMoment(savedAt)),
    },
  ]
}

function AddTemplate({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<PeriodKind>('quarter')
  const save = useChange(contract.saveTemplate, {
    invalidates: [contract.listTemplates],
    onDone: ({ templateId }) => goTo(`/report-templates/${templateId}`),
  })
  return (
    <Dialog opened title={m.addTemplate} onClose={onClose}>
      <Stack gap="md">
        {save.error && <ProblemAlert problem={save.error} />}
        <TextField label={m.templateName} required value={name} onChange={setName} />
        <TextField label={m.templateCode} hint={m.templateCodeHint} required value={code} onChange={setCode} />
        <SelectField
          label={m.period}
          required
          options={PERIOD_KINDS.map((value) => ({ value, label: m.kinds[value] }))}
          value={kind}
          onChange={(value) => setKind(PERIOD_KINDS.find((one) => one === value) ?? 'quarter')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button
            loading={save.isPending}
            disabled={!name.trim() || !code.trim()}
            onClick={() => save.mutate({ code, name, body: emptyTemplate(kind, name), basedOn: 0 })}
          >
            {m.addTemplate}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
