import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '#ui/call.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { printDraft } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

/** The filled form as the official paper, to keep or to print. */
export function FormDownloads({ draftId }: { readonly draftId: string }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [busy, setBusy] = useState<'pdf' | 'docx' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (as: 'pdf' | 'docx') => {
    setBusy(as)
    setProblem(null)
    await download(printDraft, { draftId, as, language }).catch(setProblem)
    setBusy(null)
  }
  return (
    <>
      {problem !== null && <ProblemAlert problem={problem} />}
      <Group gap="xs">
        {(['pdf', 'docx'] as const).map((as) => (
          <Button
            key={as}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={busy === as}
            disabled={busy !== null && busy !== as}
            onClick={() => void take(as)}
          >
            {m.downloadForm[as]}
          </Button>
        ))}
      </Group>
    </>
  )
}
