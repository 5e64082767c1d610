import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useToast } from '#ui/toast.tsx'

type Props = {
  readonly label: string
  readonly fetchFile: () => Promise<unknown>
  readonly size?: 'xs' | 'sm'
  readonly disabled?: boolean
}

/** Fetches a file that the server makes, and says so while it does. */
export function FileButton({ label, fetchFile, size = 'sm', disabled = false }: Props) {
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    await fetchFile().catch((thrown: unknown) => toast.problem(thrown))
    setBusy(false)
  }
  return (
    <Button
      variant="default"
      size={size}
      loading={busy}
      disabled={disabled}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void run()}
    >
      {label}
    </Button>
  )
}
