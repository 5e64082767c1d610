import { Button, Input, Text } from '@mantine/core'
import { IconFile, IconUpload, IconX } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import classes from './file-field.module.css'
import { fileKindNames } from './file-kinds.ts'
import type { FieldProps } from './form.tsx'
import { useWords } from './words.ts'

type Props = FieldProps<File | null> & {
  /** As in HTML: `.csv,.json`. */
  readonly accept?: string
  readonly maxBytes?: number
}

const MEBIBYTE = 1024 * 1024

/** One file, chosen or dropped; too large a file is refused before it is sent. */
export function FileField({
  label,
  value,
  onChange,
  accept,
  maxBytes = 25 * MEBIBYTE,
  hint,
  error,
  required,
  disabled,
  name,
}: Props) {
  const words = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const take = (file: File | undefined) => {
    if (!file) return
    const tooLarge = file.size > maxBytes
    setRefused(tooLarge ? words.fileTooLarge(sizeText(maxBytes)) : null)
    onChange(tooLarge ? null : file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const message = refused ?? error
  return (
    <Input.Wrapper
      label={label}
      description={hint ?? (accept && words.fileKinds(fileKindNames(accept, words.pictures).join(', ')))}
      error={message}
      required={required ?? false}
      id={id}
      labelProps={{ htmlFor: id }}
    >
      {/* Dropping is an extra for the mouse; the button inside does the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        data-error={message ? true : undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept={accept}
          className={classes.input}
          disabled={disabled}
          onChange={(event) => take(event.currentTarget.files?.[0])}
          onClick={(event) => {
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = ''
          }}
        />
        {value ? (
          <>
            <IconFile size={22} stroke={1.6} aria-hidden />
            <Text size="sm" fw={600} className={classes.name}>
              {value.name}
            </Text>
            <Text size="xs" c="dimmed">
              {sizeText(value.size)}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => onChange(null)}
            >
              {words.removeFile}
            </Button>
          </>
        ) : (
          <>
            <IconUpload size={22} stroke={1.6} aria-hidden />
            <Button variant="default" size="xs" disabled={disabled ?? false} onClick={() => input.current?.click()}>
              {words.chooseFile}
            </Button>
            <Text size="sm" c="dimmed">
              {words.dropFile}
            </Text>
          </>
        )}
      </div>
    </Input.Wrapper>
  )
}

function sizeText(bytes: number): string {
  if (bytes >= MEBIBYTE) return `${formatNumber(bytes / MEBIBYTE, bytes % MEBIBYTE === 0 ? 0 : 1)} MB`
  return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
}
