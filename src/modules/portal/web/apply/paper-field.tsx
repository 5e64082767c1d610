import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { upload } from '#ui/call.ts'
import { CheckField } from '#ui/check-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { type Fields, type FieldValue, isFile } from '../../domain/draft.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = {
  readonly name: string
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
  readonly mayBring?: boolean
}

/** A paper: a file that goes up as soon as it is chosen, or the promise to bring it. */
export function PaperField({ name, fields, change, mayBring = false }: Props) {
  const m = useMessages({ vi, en })
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const value = fields[name]
  const take = async (chosen: File | null) => {
    setFile(chosen)
    if (!chosen) return
    setBusy(true)
    setProblem(null)
    try {
      const { fileId } = await upload(chosen)
      change(name, { fileId, name: chosen.name.slice(0, 200) })
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap="md">
      {isFile(value) ? (
        <>
          <Text component="output">{m.uploaded(value.name)}</Text>
          <Button variant="default" onClick={() => change(name, null)}>
            {m.removeFile}
          </Button>
        </>
      ) : (
        <>
          <FileField label={m.file} value={file} onChange={(chosen) => void take(chosen)} accept="image/*,.pdf" />
          {busy && <Text component="output">{m.uploading}</Text>}
          {problem !== null && <ProblemAlert problem={problem} />}
          {mayBring && (
            <CheckField
              name={`${name}.bring`}
              label={m.bring}
              value={value === 'bring'}
              onChange={(on) => change(name, on ? 'bring' : null)}
            />
          )}
        </>
      )}
    </Stack>
  )
}
