import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, call, upload } from '#ui/call.ts'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'

type Props = {
  readonly sheet: contract.Sheet
  readonly sheetKey: { readonly form: string; readonly unitId: string; readonly period: string }
}

/** The files that prove the numbers; more can be added while the form is open. */
export function SheetEvidence({ sheet, sheetKey }: Props) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const attach = async (chosen: File) => {
    setBusy(true)
    setProblem(null)
    try {
      // A form nobody has typed into yet has no id: saving nothing opens it.
      const sheetId = sheet.sheetId ?? (await call(contract.saveObservations, { ...sheetKey, entries: [] })).sheetId
      const { fileId } = await upload(chosen)
      await call(contract.addEvidence, { sheetId, fileId })
      await client.invalidateQueries({ queryKey: [contract.getSheet.id] })
      setFile(null)
      toast.good(m.evidenceAdded)
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={m.evidence} lead={m.evidenceLead}>
      <Stack gap="sm">
        {sheet.evidence.length === 0 && <Text c="dimmed">{m.evidenceNone}</Text>}
        <List size="sm">
          {sheet.evidence.map(({ id, fileId, name, addedBy, addedAt }) => (
            <List.Item key={id}>
              <Anchor href={addressOf(contract.openEvidence, { fileId })}>{name}</Anchor>{' '}
              <Text span size="xs" c="dimmed">
                {addedBy}, {formatMoment(addedAt)}
              </Text>
            </List.Item>
          ))}
        </List>
        {sheet.may.write && (
          <>
            <FileField label={m.evidenceAdd} value={file} onChange={setFile} />
            {problem !== null && <ProblemAlert problem={problem} />}
            <Group justify="flex-end">
              <Button
                variant="default"
                loading={busy}
                disabled={file === null}
                onClick={() => file && void attach(file)}
              >
                {m.evidenceAttach}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Section>
  )
}
