import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { download, upload } from '#ui/call.ts'
import { FileField } from '#ui/file-field.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { problems } from '../domain/problems.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly templateId: string; readonly mayEdit: boolean }

/** The office's own Word files for this report: which placeholders were found, and which mean nothing. */
export function WordFiles({ templateId, mayEdit }: Props) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const files = useOperation(contract.listWordTemplates, { templateId })
  const sample = () => download(contract.sampleWordTemplate, { templateId }).catch(toast.problem)
  return (
    <Section
      title={m.editor.wordFiles}
      lead={m.editor.wordHint}
      actions={
        <Button variant="default" size="xs" onClick={sample}>
          {m.editor.sampleWord}
        </Button>
      }
    >
      <Stack gap="lg">
        <Loaded query={files} lines={2}>
          {({ wordTemplates }) => wordTemplates.map((one) => <OneFile key={one.wordTemplateId} file={one} />)}
        </Loaded>
        {mayEdit && <Upload templateId={templateId} />}
      </Stack>
    </Section>
  )
}

function OneFile({ file }: { readonly file: contract.WordTemplateRow }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  return (
    <div>
      <Text fw={600}>{file.name}</Text>
      <Text size="sm" c="dimmed">
        {m.savedBy(file.uploadedByName, formatMoment(file.uploadedAt))} ·{' '}
        {m.editor.placeholdersFound(formatNumber(file.placeholders.length))}
      </Text>
      {file.unknown.length > 0 && (
        <List size="sm" c="warning.8">
          {file.unknown.map(({ source, reason }) => (
            <List.Item key={source}>
              {m.editor.unknownPlaceholders} <code>{source}</code>{' '}
              {reason && problems[`reports/${reason}`]?.[language]({ word: source })}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  )
}

function Upload({ templateId }: { readonly templateId: string }) {
  const m = useMessages({ vi, en })
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const keep = useChange(contract.uploadWordTemplate, {
    invalidates: [contract.listWordTemplates],
    onDone: () => {
      setFile(null)
      setName('')
    },
  })
  const send = async () => {
    if (!file) return
    setProblem(null)
    try {
      const { fileId } = await upload(file)
      await keep.mutateAsync({ templateId, fileId, name: name.trim() || file.name })
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <Stack gap="sm" maw={560}>
      {problem !== null && <ProblemAlert problem={problem} />}
      <FileField label={m.editor.uploadWord} accept=".docx" value={file} onChange={setFile} />
      <TextField label={m.editor.wordName} value={name} onChange={setName} />
      <Group>
        <Button disabled={!file} loading={keep.isPending} onClick={send}>
          {m.editor.uploadWord}
        </Button>
      </Group>
    </Stack>
  )
}
