import { Button, Loader, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { useToast } from '#ui/toast.tsx'
import classes from './intake.module.css'
import type { PaperDraft } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { useIntakeSource } from './intake-source.ts'
import { SCAN_TYPES } from './scans.ts'

type ScanProps = {
  readonly name: string
  readonly file: PaperDraft['file']
  readonly onChange: (file: PaperDraft['file']) => void
}

/** Scans of one paper: several pictures become one document. */
export function ScanButton({ name, file, onChange }: ScanProps) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const keepScans = useIntakeSource().useKeepScans()
  const [refused, setRefused] = useState<string | null>(null)
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    setBusy(true)
    try {
      const kept = await keepScans(files, name)
      setRefused('refused' in kept ? kept.refused : null)
      if ('file' in kept) onChange(kept.file)
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setBusy(false)
    }
  }
  if (file)
    return (
      <Button
        size="compact-sm"
        variant="light"
        rightSection={<IconX size={14} aria-hidden />}
        onClick={() => onChange(null)}
        aria-label={m.detach(file.name)}
        className={classes.fileName ?? ''}
      >
        {file.name}
      </Button>
    )
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={SCAN_TYPES}
        multiple
        hidden
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={busy ? <Loader size={14} /> : <IconPaperclip size={14} aria-hidden />}
        aria-label={m.scanOf(name)}
        disabled={busy}
        onClick={() => input.current?.click()}
      >
        {busy ? m.uploading : m.attach}
      </Button>
      {refused && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {refused}
        </Text>
      )}
    </>
  )
}
