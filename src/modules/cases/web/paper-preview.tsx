import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { addressOf, download } from '#ui/call.ts'
import { useMessages } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { useToast } from '#ui/toast.tsx'
import { getPaperFile, type Paper } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import classes from './cases.module.css'

/** The file of a paper: pictures and PDF where one reads, everything else as a download. */
export function PaperPreview({ caseId, paper }: { readonly caseId: string; readonly paper: Paper }) {
  const m = useMessages({ vi, en })
  const problem = useProblemText()
  const toast = useToast()
  const { file } = paper
  if (file === null) return null
  const at = { caseId, paperId: paper.id }
  const address = addressOf(getPaperFile, { ...at, inline: true })
  const isPicture = file.mediaType.startsWith('image/')
  const isPdf = file.mediaType === 'application/pdf'
  return (
    <Stack>
      <Group gap="xs">
        {(isPicture || isPdf) && (
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noreferrer"
            size="xs"
            variant="default"
            leftSection={<IconExternalLink size={14} aria-hidden />}
          >
            {m.openInTab}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => download(getPaperFile, at).catch(toast.problem)}
        >
          {m.download}
        </Button>
      </Group>
      {file.warnings.map((code) => (
        <Alert key={code} color="warning" role="note">
          {problem.detail({ path: '', code, message: code })}
        </Alert>
      ))}
      {isPicture && <img src={address} alt={paper.name} className={classes.picture} />}
      {isPdf && <iframe src={address} title={paper.name} className={classes.pdf} />}
      {!isPicture && !isPdf && <Text size="sm">{m.noPreview}</Text>}
    </Stack>
  )
}
