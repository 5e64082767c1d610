import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '#ui/call.ts'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { type DraftForm, printDraft } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly draftId: string; readonly form: Pick<DraftForm, 'code'> }

/** A filled form as the official paper, to keep or to print. */
export function FormDownloads({ draftId, form }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [busy, setBusy] = useState<'pdf' | 'docx' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (as: 'pdf' | 'docx') => {
    setBusy(as)
    setProblem(null)
    await download(printDraft, { draftId, as, language, form: form.code }).catch(setProblem)
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
