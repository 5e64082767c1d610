import { Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { upload } from './call.ts'
import { FileField } from './file-field.tsx'
import { Form, useForm } from './form.tsx'
import { ParagraphField } from './paragraph-field.tsx'
import { useWords } from './words.ts'

type Props = {
  readonly label: string
  readonly fileLabel: string
  readonly submitLabel: string
  readonly hint?: string
  readonly mostFiles?: number
  readonly mostText?: number
  /** Under this name what was typed outlives a closing by a slip. */
  readonly keep?: string
  readonly onSend: (text: string, fileIds: readonly string[]) => Promise<unknown>
}

/** Words and files for the other side. Files go up when it is sent; what went up once is not sent again. */
export function TalkForm({ label, fileLabel, submitLabel, hint, mostFiles = 5, mostText = 2000, keep, onSend }: Props) {
  const words = useWords()
  const gone = useRef(new Map<File, string>())
  const idOf = async (file: File) => {
    const fileId = gone.current.get(file) ?? (await upload(file)).fileId
    gone.current.set(file, fileId)
    return fileId
  }
  const [chosen, setChosen] = useState<readonly File[]>([])
  const form = useForm({
    start: { text: '' },
    ...(keep !== undefined && { keep }),
    send: async ({ text }) => {
      const fileIds: string[] = []
      for (const file of chosen) fileIds.push(await idOf(file))
      await onSend(text, fileIds)
      gone.current.clear()
      setChosen([])
      form.drop()
    },
  })
  return (
    <Form form={form} submitLabel={submitLabel}>
      <ParagraphField {...form.field('text')} label={label} hint={hint} rows={3} maxLength={mostText} required />
      {chosen.map((file) => (
        <Group key={`${file.name} ${file.size} ${file.lastModified}`} gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${words.removeFile}: ${file.name}`}
            onClick={() => setChosen(chosen.filter((one) => one !== file))}
          >
            {words.removeFile}
          </Button>
        </Group>
      ))}
      {chosen.length < mostFiles && (
        <FileField
          label={fileLabel}
          value={null}
          onChange={(file) => file && setChosen([...chosen, file])}
          accept="image/*,.pdf"
        />
      )}
    </Form>
  )
}
