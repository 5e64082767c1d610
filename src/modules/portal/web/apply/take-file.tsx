import { Button, Group, Input, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { FileField } from '#ui/file-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { forgetPhotos, keptPhotos } from '../photos/kept-photos.ts'
import { useDraftFiles } from './draft-files.ts'
import { keyOf } from './kept-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { giveUpPaper, type PaperOnTheWay, sendPaper, usePaperOnTheWay } from './papers-on-the-way.ts'
import { SignInFirst } from './sign-in-first.tsx'

/** Loaded with the first photo. */
const PhotosEditor = lazy(() => import('../photos/photos-editor.tsx').then((m) => ({ default: m.PhotosEditor })))

type Props = {
  /** The field of the application that it is put into. */
  readonly name: string
  /** What the paper is called. */
  readonly title: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  /** As in HTML. */
  readonly accept: string
  /** Photos become one PDF, where that is taken. */
  readonly photos: boolean
  /** Its label is shown also while the file is on its way. */
  readonly named?: boolean
}

/** Takes one file in: chosen or photographed, it goes up in pieces at once, through every cut, and says how far it is. */
export function TakeFile({ name, title, photos, named = false, ...asked }: Props) {
  const m = useMessages({ vi, en })
  const { draftId, take, onSignIn } = useDraftFiles()
  const paper = usePaperOnTheWay(draftId, name)
  const key = keyOf(draftId, name)
  const [photographing, setPhotographing] = useState(() => keptPhotos.has(key))
  const leavePhotos = () => {
    setPhotographing(false)
    forgetPhotos(key)
  }
  const send = (file: File | null) => file && void sendPaper({ draftId, name, file }, take)
  const giveUp = () => void giveUpPaper(draftId, name)
  if (onSignIn)
    return (
      <Named by={named ? asked.label : null}>
        <SignInFirst why={m.filesWait} onSignIn={onSignIn} />
      </Named>
    )
  if (paper && paper.state !== 'refused')
    return (
      <Named by={named ? asked.label : null}>
        <OnTheWay paper={paper} onGiveUp={giveUp} />
      </Named>
    )
  if (photographing)
    return (
      <Named by={named ? asked.label : null}>
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
      </Named>
    )
  return (
    <Stack gap="md">
      {photos && (
        <Group>
          <Button
            leftSection={<IconCamera size={18} aria-hidden />}
            disabled={asked.disabled ?? false}
            onClick={() => setPhotographing(true)}
          >
            {m.photograph}
          </Button>
        </Group>
      )}
      <FileField {...asked} name={name} value={null} onChange={send} />
      {paper && <Refused paper={paper} onAgain={() => send(paper.file)} onGiveUp={giveUp} />}
    </Stack>
  )
}

/** What the file is for, where that is not the heading of the page. */
function Named({ by, children }: { readonly by: string | null; readonly children: ReactNode }) {
  if (by === null) return children
  return (
    <Input.Wrapper label={by} labelElement="div">
      {children}
    </Input.Wrapper>
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

/** Files that were not taken, wherever they belong: nothing is handed in before each is sent again or given up. */
export function RefusedFiles({ papers }: { readonly papers: readonly (PaperOnTheWay & { readonly name: string })[] }) {
  const { draftId, take } = useDraftFiles()
  return papers.map((paper) => (
    <Refused
      key={paper.name}
      paper={paper}
      onAgain={() => void sendPaper({ draftId, name: paper.name, file: paper.file }, take)}
      onGiveUp={() => void giveUpPaper(draftId, paper.name)}
    />
  ))
}
