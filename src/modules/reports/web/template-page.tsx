import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { usePathPart } from '#ui/address.ts'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import type { Template } from '../domain/template.ts'
import type { EditProps } from './edit-props.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { TemplateFoot, TemplateHead } from './template-ends.tsx'
import { TemplateGroups } from './template-groups.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateSections } from './template-sections.tsx'
import { WordFiles } from './word-files.tsx'

/** A report template: what stands where and which figure goes into which place, edited as a whole, saved as a version. */
export function TemplatePage() {
  const m = useMessages({ vi, en })
  const templateId = usePathPart('templateId')
  const template = useOperation(contract.getTemplate, { templateId })
  if (template.data) return <Editor key={template.data.version} saved={template.data} />
  return (
    <Page title={m.template} trail={[{ label: m.templates, to: '/report-templates' }]}>
      <Loaded query={template}>{() => null}</Loaded>
    </Page>
  )
}

type Saved = Awaited<ReturnType<typeof contract.getTemplate.output.parseAsync>>

function Editor({ saved }: { readonly saved: Saved }) {
  const m = useMessages({ vi, en })
  const mayEdit = useMay()('reports:define')
  const toast = useToast()
  const [body, setBody] = useState<Template>(saved.body)
  const [note, setNote] = useState('')
  const save = useChange(contract.saveTemplate, {
    invalidates: [contract.getTemplate, contract.listTemplates],
    onDone: ({ version }) => toast.good(m.editor.savedVersion(String(version))),
  })
  const unsaved = body !== saved.body
  const edit: EditProps = { body, onChange: setBody, mayEdit }
  return (
    <Page
      title={saved.name}
      width="full"
      trail={[{ label: m.templates, to: '/report-templates' }]}
      lead={
        <Group gap="xs">
          <StatusChip tone="info">{m.version(String(saved.version))}</StatusChip>
          <Text size="sm">{m.kinds[body.periodKind]}</Text>
          <Text size="sm" c="dimmed">
            {m.regimes[body.regime]}
          </Text>
          {unsaved && <StatusChip tone="warning">{m.editor.unsaved}</StatusChip>}
        </Group>
      }
    >
      {save.error && <ProblemAlert problem={save.error} />}
      {mayEdit && unsaved && (
        <Group align="flex-end" mb="md">
          <TextField label={m.editor.noteLabel} value={note} onChange={setNote} maxLength={500} />
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ code: saved.code, name: saved.name, body, basedOn: saved.version, note })}
          >
            {m.editor.saveVersion}
          </Button>
        </Group>
      )}
      <Tabs
        label={m.template}
        tabs={[
          {
            key: 'sections',
            label: m.editor.sections,
            count: body.sections.length,
            content: () => <TemplateSections {...edit} />,
          },
          { key: 'head', label: m.editor.head, content: () => <TemplateHead {...edit} /> },
          {
            key: 'groups',
            label: m.editor.groups,
            count: body.groups.length,
            content: () => <TemplateGroups {...edit} />,
          },
          { key: 'foot', label: m.editor.foot, content: () => <TemplateFoot {...edit} /> },
          { key: 'preview', label: m.editor.preview, content: () => <TemplatePreview body={body} /> },
          {
            key: 'word',
            label: m.editor.wordFiles,
            content: () => <WordFiles templateId={saved.templateId} mayEdit={mayEdit} />,
          },
          { key: 'versions', label: m.versions, content: () => <Versions saved={saved} /> },
        ]}
      />
    </Page>
  )
}

function Versions({ saved }: { readonly saved: Saved }) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap="lg" mt="md">
      {saved.versions.map(({ version, savedAt, savedByName, note }) => (
        <div key={version}>
          <Text fw={600}>{m.version(String(version))}</Text>
          <Text size="sm" c="dimmed">
            {m.savedBy(savedByName, formatMoment(savedAt))}
            {note && `: ${note}`}
          </Text>
          {version > 1 && <Changes templateId={saved.templateId} version={version} />}
        </div>
      ))}
    </Stack>
  )
}

function Changes({ templateId, version }: { readonly templateId: string; readonly version: number }) {
  const m = useMessages({ vi, en })
  const [asked, setAsked] = useState(false)
  const found = useOperation(
    contract.differenceOfTemplate,
    asked ? { templateId, from: version - 1, to: version } : null,
  )
  if (!asked) {
    return (
      <Button size="xs" mt={6} variant="default" onClick={() => setAsked(true)}>
        {m.editor.compare}
      </Button>
    )
  }
  return (
    <Loaded query={found} empty={({ changes }) => changes.length === 0} emptyState={<Text>{m.editor.noChanges}</Text>}>
      {({ changes }) => (
        <List size="sm" mt={6}>
          {changes.map(({ change, place, title }) => (
            <List.Item key={`${change} ${place}`}>
              {m.editor.changes[change]}:{' '}
              {place in m.editor.places
                ? m.editor.places[place as keyof typeof m.editor.places]
                : `${title} (${place})`}
            </List.Item>
          ))}
        </List>
      )}
    </Loaded>
  )
}
