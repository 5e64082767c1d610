import { Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { type Fields, type FieldValue, isFile } from '../../domain/draft.ts'
import { forgetPhotos, keptPhotos } from '../photos/kept-photos.ts'
import { keyOf } from './kept-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { giveUpPaper, type PaperOnTheWay, sendPaper, usePaperOnTheWay } from './papers-on-the-way.ts'
import { SignInFirst } from './sign-in-first.tsx'

/** Loaded with the first photo. */
const PhotosEditor = lazy(() => import('../photos/photos-editor.tsx').then((m) => ({ default: m.PhotosEditor })))

type Props = {
  readonly draftId: string
  /** What the paper is called. */
  readonly title: string
  readonly name: string
  readonly fields: Fields
  readonly change: (name: string, value: FieldValue) => void
  readonly mayBring?: boolean
  /** Files are kept for whoever signed in; of who has not, the way to do so. */
  readonly onSignIn?: (() => void) | undefined
}

/** A paper: a file that goes up as soon as it is chosen, or the promise to bring it. */
export function PaperField({ draftId, title, name, fields, change, mayBring = false, onSignIn }: Props) {
  const m = useMessages({ vi, en })
  const paper = usePaperOnTheWay(draftId, name)
  const key = keyOf(draftId, name)
  const [photographing, setPhotographing] = useState(() => keptPhotos.has(key))
  const leavePhotos = () => {
    setPhotographing(false)
    forgetPhotos(key)
  }
  const value = fields[name]
  const send = (file: File | null) => file && void sendPaper({ draftId, name, file }, change)
  if (paper && paper.state !== 'refused')
    return <OnTheWay paper={paper} onGiveUp={() => void giveUpPaper(draftId, name)} />
  if (isFile(value))
    return (
      <Stack gap="md">
        <Text component="output">{m.uploaded(value.name)}</Text>
        <Button variant="default" onClick={() => change(name, null)}>
          {m.removeFile}
        </Button>
      </Stack>
    )
  if (photographing)
    return (
      <Suspense fallback={<Text aria-busy="true">…</Text>}>
        <PhotosEditor
          keep={key}
          title={title}
          onDone={(file) => {
            leavePhotos()
            send(file)
          }}
          onCancel={leavePhotos}
        />
      </Suspense>
    )
  return (
    <Stack gap="md">
      {onSignIn ? (
        <SignInFirst why={m.filesWait} onSignIn={onSignIn} />
      ) : (
        <>
          <Group>
            <Button leftSection={<IconCamera size={18} aria-hidden />} onClick={() => setPhotographing(true)}>
              {m.photograph}
            </Button>
          </Group>
          <FileField label={m.file} value={null} onChange={send} accept="image/*,.pdf" />
        </>
      )}
      {paper && (
        <Refused paper={paper} onAgain={() => send(paper.file)} onGiveUp={() => void giveUpPaper(draftId, name)} />
      )}
      {mayBring && (
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

const MEBIBYTE = 1024 * 1024

function OnTheWay({ paper, onGiveUp }: { readonly paper: PaperOnTheWay; readonly onGiveUp: () => void }) {
  const m = useMessages({ vi, en })
  const { file, sent, state } = paper
  const percent = Math.floor((sent / Math.max(1, file.size)) * 100)
  const amount = (bytes: number) => formatNumber(bytes / MEBIBYTE, 1)
  return (
    <Stack gap="xs">
      <Text fw={600}>{file.name}</Text>
      <Progress value={percent} size="lg" aria-label={m.sendingFile(file.name)} />
      <Text>{m.sent[state === 'waiting' ? 'waiting' : 'sending'](percent, amount(sent), amount(file.size))}</Text>
      {/* Said at every quarter, not at every piece. */}
      <VisuallyHidden component="output">
        {state === 'waiting' ? m.cutOff : state === 'checking' ? m.checking : m.sentPart(Math.floor(percent / 25) * 25)}
      </VisuallyHidden>
      {state === 'checking' && <Text>{m.checking}</Text>}
      <Group>
        <Button variant="default" onClick={onGiveUp} disabled={state === 'checking'}>
          {m.giveUpFile}
        </Button>
      </Group>
    </Stack>
  )
}

type RefusedProps = {
  readonly paper: PaperOnTheWay
  readonly onAgain: () => void
  readonly onGiveUp: () => void
}

function Refused({ paper, onAgain, onGiveUp }: RefusedProps) {
  const m = useMessages({ vi, en })
  return (
    <Stack gap="xs">
      <Text>{m.notTaken(paper.file.name)}</Text>
      <ProblemAlert problem={paper.problem} onRetry={onAgain} />
      <Group>
        <Button variant="default" onClick={onGiveUp}>
          {m.giveUpFile}
        </Button>
      </Group>
    </Stack>
  )
}
