import { Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { addressOf } from '#ui/call.ts'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useChange, useOperation } from '#ui/query.ts'
import { Talk, TalkSteps } from '#ui/talk.tsx'
import { TalkForm } from '#ui/talk-form.tsx'
import { getOwnLetterFile, listOwnLetters, markOwnLettersRead, ownTopic, writeOwnLetter } from '../../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly draftId: string }

/** What one says to the office about a case of one's own, and what it answers, live. */
export function OwnLetters({ draftId }: Props) {
  const { talk: m } = useMessages({ vi, en })
  const [after, setAfter] = useState<string>()
  const query = useOperation(
    listOwnLetters,
    { draftId, ...(after !== undefined && { after }) },
    { topics: [ownTopic(draftId)], keepPrevious: true },
  )
  const { mutate: seen } = useChange(markOwnLettersRead)
  const unseen = query.data?.letters.some(({ side, readAt }) => side === 'office' && readAt === null)
  useEffect(() => {
    if (unseen && !document.hidden) seen({ draftId })
  }, [unseen, draftId, seen])
  return (
    <section aria-labelledby="talk">
      <Title order={2} size="h4" id="talk" mb="xs">
        {m.title}
      </Title>
      <Loaded query={query}>
        {({ letters, next, mayWrite }) => (
          <Stack gap="md">
            {letters.length === 0 ? (
              <Text c="dimmed">{m.none}</Text>
            ) : (
              <Talk
                label={m.log}
                said={letters.toReversed().map(({ id, side, text, unit, writtenByName, at, readAt, files }) => ({
                  key: id,
                  own: side === 'citizen',
                  who: side === 'citizen' ? m.you : `${unit ?? ''} (${writtenByName ?? ''})`,
                  when: formatMoment(at),
                  text,
                  files: files.map(({ fileId, name }) => ({
                    key: fileId,
                    name,
                    href: addressOf(getOwnLetterFile, { draftId, letterId: id, fileId }),
                  })),
                  note: side === 'office' ? '' : readAt === null ? m.notSeen : m.seen,
                  fresh: side === 'office' && readAt === null,
                }))}
              />
            )}
            <TalkSteps older={m.older} newest={m.newest} next={next} after={after} onGo={setAfter} />
            {mayWrite ? <Write draftId={draftId} /> : <Text>{m.closed}</Text>}
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

function Write({ draftId }: Props) {
  const { talk: m } = useMessages({ vi, en })
  const write = useChange(writeOwnLetter, { invalidates: [listOwnLetters] })
  return (
    <Stack gap="xs">
      <TalkForm
        label={m.write}
        fileLabel={m.file}
        submitLabel={m.send}
        keep={`${writeOwnLetter.id} ${draftId}`}
        onSend={(text, fileIds) => write.mutateAsync({ draftId, text, fileIds: [...fileIds] })}
      />
      {write.isSuccess && <Text component="output">{m.sent}</Text>}
    </Stack>
  )
}
