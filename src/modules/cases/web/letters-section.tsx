import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { addressOf } from '#ui/call.ts'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { type Messages, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { usePassed } from '#ui/passed.ts'
import { useChange, useOperation } from '#ui/query.ts'
import { type Said, Talk, TalkSteps } from '#ui/talk.tsx'
import { TalkForm } from '#ui/talk-form.tsx'
import { useToast } from '#ui/toast.tsx'
import {
  type CaseDetail,
  caseTopic,
  closeTalk,
  getCase,
  getLetterFile,
  type Letter,
  listLetters,
  markLettersRead,
  writeLetter,
} from '../contract.ts'
import { en } from './letters-messages.en.ts'
import { vi } from './letters-messages.vi.ts'

type OfCase = { readonly one: CaseDetail }

/** What citizen and office say to each other about the case, live. */
export function LettersSection({ one }: OfCase) {
  const m = useMessages({ vi, en })
  const [after, setAfter] = useState<string>()
  const query = useOperation(
    listLetters,
    { caseId: one.id, ...(after !== undefined && { after }) },
    { topics: [caseTopic(one.id)], keepPrevious: true },
  )
  useSeen(one.id, query.data)
  return (
    <Section title={m.title}>
      <Loaded query={query}>
        {({ letters, next, mayWrite, answersReceipt }) => (
          <Stack gap="md">
            <Owed one={one} mayClose={mayWrite} />
            {letters.length === 0 ? (
              <EmptyState title={m.none} />
            ) : (
              <Talk label={m.log} said={letters.toReversed().map((letter) => saidIn(letter, one.id, m))} />
            )}
            <TalkSteps older={m.older} newest={m.newest} next={next} after={after} onGo={setAfter} />
            {mayWrite ? <Answer one={one} answersReceipt={answersReceipt} /> : <Text c="dimmed">{m.closed}</Text>}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

/** What lies open before whoever handles the case is seen. */
function useSeen(
  caseId: string,
  shown: { readonly mayWrite: boolean; readonly letters: readonly Letter[] } | undefined,
): void {
  const { mutate } = useChange(markLettersRead)
  const unseen = shown?.mayWrite && shown.letters.some(({ side, readAt }) => side === 'citizen' && readAt === null)
  useEffect(() => {
    if (unseen && !document.hidden) mutate({ caseId })
  }, [unseen, caseId, mutate])
}

function Owed({ one, mayClose }: OfCase & { readonly mayClose: boolean }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const close = useChange(closeTalk, {
    invalidates: [getCase, listLetters],
    onDone: () => setAsking(false),
    onProblem: toast.problem,
  })
  const late = usePassed(one.waiting?.dueAt ?? null)
  if (one.waiting === null) return null
  const due = formatMoment(one.waiting.dueAt)
  return (
    <Alert color={late ? 'bad' : 'lamp'} role="note">
      <Group justify="space-between">
        {late ? m.late(due) : m.waits(due)}
        {mayClose && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {m.noAnswer}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={asking}
        title={m.noAnswerAsk}
        reason
        busy={close.isPending}
        onConfirm={(reason) => close.mutate({ caseId: one.id, reason })}
        onClose={() => setAsking(false)}
      />
    </Alert>
  )
}

function Answer({ one, answersReceipt }: OfCase & { readonly answersReceipt: boolean }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const write = useChange(writeLetter, { invalidates: [listLetters, getCase], onDone: () => toast.good(m.sent) })
  return (
    <>
      {answersReceipt && (
        <Alert color="warning" role="note">
          {m.openToReceipt}
        </Alert>
      )}
      <TalkForm
        label={m.answer}
        fileLabel={m.file}
        submitLabel={m.send}
        keep={`${writeLetter.id} ${one.id}`}
        onSend={(text, fileIds) => write.mutateAsync({ caseId: one.id, text, fileIds: [...fileIds] })}
      />
    </>
  )
}

function saidIn(letter: Letter, caseId: string, m: Messages<typeof vi>): Said {
  const { id, side, byReceipt, text, writtenByName, unit, at, readAt, files } = letter
  const seen = readAt === null ? m.notSeen : m.seen(formatMoment(readAt))
  return {
    key: id,
    own: side === 'office',
    who: side === 'office' ? `${writtenByName ?? ''} – ${unit ?? ''}` : m.citizen,
    when: formatMoment(at),
    text,
    files: files.map(({ fileId, name }) => ({
      key: fileId,
      name,
      href: addressOf(getLetterFile, { caseId, letterId: id, fileId }),
    })),
    note: side === 'office' ? seen : byReceipt ? m.byReceipt : '',
    fresh: side === 'citizen' && readAt === null,
  }
}
