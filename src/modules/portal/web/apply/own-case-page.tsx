import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { usePathPart } from '#ui/address.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { uploadInPieces } from '#ui/upload-in-pieces.ts'
import { getOwnCase, ownTopic, rateOwnCase, supplementOwnCase, withdrawOwnCase } from '../../contract.ts'
import { PURPOSES } from '../../domain/draft.ts'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { OwnLetters } from './own-letters.tsx'
import { useSignedIn } from './use-citizen.ts'

type Own = z.output<typeof getOwnCase.output>
type Props = { readonly own: Own; readonly draftId: string }

/** A case of one's own: where it stands, what is asked, and what one may do. */
export function OwnCasePage() {
  const m = useMessages({ vi, en })
  const draftId = usePathPart('draftId')
  const citizen = useSignedIn()
  const own = useOperation(getOwnCase, citizen ? { draftId } : null, { topics: [ownTopic(draftId)] })
  return (
    <CitizenFrame title={m.own} signInTitle={m.signInToSee}>
      <Loaded query={own}>
        {(known) => (
          <Stack gap="lg">
            <Standing own={known} />
            {known.case.asked && <Supplement own={known} draftId={draftId} />}
            <OwnLetters draftId={draftId} />
            <Counted own={known} />
            {(known.rating || !OPEN.has(known.case.business)) && <Rating own={known} draftId={draftId} />}
            <LinkTo to={`/phan-anh?draft=${draftId}`}>{m.complain}</LinkTo>
            <Consents own={known} />
            {OPEN.has(known.case.business) && <Withdraw draftId={draftId} />}
          </Stack>
        )}
      </Loaded>
    </CitizenFrame>
  )
}

const OPEN = new Set(['submitted', 'received', 'processing', 'supplement', 'payment'])

function Standing({ own: { case: one } }: Pick<Props, 'own'>) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <Stack gap={4}>
      <Text fw={600}>{say(one.procedureName)}</Text>
      <Text c="dimmed">{one.code}</Text>
      {one.demonstration && <Text size="sm">{m.demonstration}</Text>}
      <p className={classes.large}>{say(one.stage)}</p>
      <Text>
        {m.due}: <strong>{one.dueAt === null ? m.notReceived : formatMoment(one.dueAt)}</strong>
      </Text>
      <Text c="dimmed">{one.holderUnit}</Text>
    </Stack>
  )
}

function Supplement({ own, draftId }: Props) {
  const m = useMessages({ vi, en })
  const send = useChange(supplementOwnCase, { invalidates: [getOwnCase] })
  const form = useForm({
    start: { file: null as File | null, note: '' },
    send: async ({ file, note }) => {
      if (!file) return
      const { fileId } = await uploadInPieces(file)
      await send.mutateAsync({ draftId, files: [{ fileId, name: file.name.slice(0, 200) }], note })
    },
  })
  const { asked } = own.case
  return (
    <Alert color="warning" role="note" title={m.asked}>
      <List mb="md">
        {asked?.papers.map(({ name, note }) => (
          <List.Item key={name}>
            {name}
            {note && ` (${note})`}
          </List.Item>
        ))}
      </List>
      <Text mb="md">{asked?.reason}</Text>
      <Form form={form} submitLabel={m.supplement}>
        <FileField {...form.field('file')} label={m.supplementFile} accept="image/*,.pdf" required />
        <ParagraphField {...form.field('note')} label={m.supplementNote} rows={2} />
      </Form>
    </Alert>
  )
}

function Counted({ own }: Pick<Props, 'own'>) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const sentences = own.case.counted[language]
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="counted">
      <Title order={2} size="h4" id="counted" mb="xs">
        {m.counted}
      </Title>
      <List type="ordered">
        {sentences.map((sentence, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences are in the order of time and never change places
          <List.Item key={place}>{sentence}</List.Item>
        ))}
      </List>
    </section>
  )
}

const STARS = ['5', '4', '3', '2', '1']

function Rating({ own, draftId }: Props) {
  const m = useMessages({ vi, en })
  const rate = useChange(rateOwnCase, { invalidates: [getOwnCase] })
  const form = useForm({
    start: { stars: own.rating ? String(own.rating.stars) : null, words: own.rating?.words ?? '' },
    send: ({ stars, words }) => rate.mutateAsync({ draftId, stars: Number(stars ?? 0), words }),
  })
  return (
    <section aria-labelledby="rate">
      <Title order={2} size="h4" id="rate" mb="xs">
        {m.rating}
      </Title>
      {rate.isSuccess && <Text component="output">{m.rated}</Text>}
      <Form form={form} submitLabel={m.sendRating}>
        <ChoiceField
          {...form.field('stars')}
          label={m.rate}
          options={STARS.map((value) => ({ value, label: m.stars(Number(value)) }))}
        />
        <ParagraphField {...form.field('words')} label={m.words} rows={2} />
      </Form>
    </section>
  )
}

function Consents({ own }: Pick<Props, 'own'>) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (own.consents.length === 0) return null
  return (
    <section aria-labelledby="consents">
      <Title order={2} size="h4" id="consents" mb="xs">
        {m.consents}
      </Title>
      <List>
        {own.consents.map(({ purpose, given, at }) => (
          <List.Item key={`${purpose} ${at}`}>
            {formatMoment(at)} – {given ? m.agreed : m.takenBack}:{' '}
            {say(PURPOSES.find(({ code }) => code === purpose) ?? { vi: purpose, en: purpose })}
          </List.Item>
        ))}
      </List>
    </section>
  )
}

function Withdraw({ draftId }: Pick<Props, 'draftId'>) {
  const m = useMessages({ vi, en })
  const [asking, setAsking] = useState(false)
  const withdraw = useChange(withdrawOwnCase, { invalidates: [getOwnCase], onDone: () => setAsking(false) })
  return (
    <>
      {withdraw.error && <ProblemAlert problem={withdraw.error} />}
      <Button variant="default" color="bad" onClick={() => setAsking(true)}>
        {m.withdraw}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.withdraw}
        reason
        danger
        busy={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate({ draftId, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
