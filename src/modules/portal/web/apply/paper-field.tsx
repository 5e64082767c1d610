import { Button, Stack, Text } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { type Fields, type FieldValue, isFile } from '../../domain/draft.ts'
import { useDraftFiles } from './draft-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { isUnderway, usePaperOnTheWay } from './papers-on-the-way.ts'
import { TakeFile } from './take-file.tsx'

type Props = {
  /** What the paper is called. */
  readonly title: string
  readonly name: string
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
  readonly mayBring?: boolean
}

/** A paper: a file that goes up as soon as it is chosen, or the promise to bring it. */
export function PaperField({ title, name, fields, change, mayBring = false }: Props) {
  const m = useMessages({ vi, en })
  const { draftId } = useDraftFiles()
  const paper = usePaperOnTheWay(draftId, name)
  const value = fields[name]
  if (isFile(value) && !isUnderway(paper))
    return (
      <Stack gap="md">
        <Text component="output">{m.uploaded(value.name)}</Text>
        <Button variant="default" onClick={() => change(name, null)}>
          {m.removeFile}
        </Button>
      </Stack>
    )
  return (
    <Stack gap="md">
      <TakeFile name={name} title={title} label={m.file} accept="image/*,.pdf" photos />
      {mayBring && !isUnderway(paper) && (
        <CheckField
          name={`${name}.bring`}
          label={m.bring}
          value={value === 'bring'}
          onChange={(on) => change(name, on ? 'bring' : null)}
        />
      )}
    </Stack>
  )
}
