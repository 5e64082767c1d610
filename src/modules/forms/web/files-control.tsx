import { ActionIcon, Group, Input, Stack, Text } from '@mantine/core'
import { IconFile, IconX } from '@tabler/icons-react'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import type { FileAnswer } from '../domain/answer.ts'
import { mostOf } from '../domain/definition.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, useFilling } from './form-context.ts'
import classes from './form-view.module.css'

const EXTENSIONS = { pdf: '.pdf', image: '.jpg,.jpeg,.png,.webp', word: '.docx', excel: '.xlsx' } as const

/** Files, put in one after the other by whoever shows the form, and those that are there. */
export function FilesControl({ field, raw, label, hint, required, error, onChange }: ControlProps) {
  const m = useMessages({ vi, en })
  const { FileTaker } = useFilling()
  const files = Array.isArray(raw) ? (raw as FileAnswer[]) : []
  const accept = field.files.map((kind) => EXTENSIONS[kind]).join(',')
  const asked = { name: field.name, label, required, error }
  const without = (fileId: string) => {
    const left = files.filter((file) => file.fileId !== fileId)
    onChange(left.length > 0 ? left : null)
  }
  return (
    <Stack gap={6}>
      {FileTaker ? (
        <FileTaker {...asked} hint={hint} accept={accept} full={files.length >= mostOf(field)} />
      ) : (
        <FileField {...asked} hint={m.noUpload} value={null} disabled onChange={() => undefined} />
      )}
      {files.length > 0 && (
        <Input.Wrapper label={m.files} labelElement="div">
          <ul className={classes.files}>
            {files.map((file) => (
              <li key={file.fileId}>
                <Group gap={8} wrap="nowrap">
                  <IconFile size={16} aria-hidden />
                  <Text size="sm" className={classes.fileName}>
                    {file.name}
                  </Text>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={m.removeFile(file.name)}
                    onClick={() => without(file.fileId)}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </li>
            ))}
          </ul>
        </Input.Wrapper>
      )}
    </Stack>
  )
}
