import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { loadCitizenFrame } from '#modules/portal/web/index.tsx'
import { useAddress } from '#ui/address.ts'
import { CheckField } from '#ui/check-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { bookOwnAppointment, findSlots, listOwnAppointments } from '../contract.ts'
import { CONSENT } from '../domain/consent.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const CitizenFrame = lazy(async () => ({ default: (await loadCitizenFrame()).CitizenFrame }))

/** What was chosen on the pages before; none: only the list. */
const Address = z.object({
  noi: z.uuid().optional(),
  ngay: z.string().optional(),
  gio: z.string().optional(),
  'thu-tuc': z.string().optional(),
})
type Wish = z.infer<typeof Address>
const NOTHING: Wish = { noi: undefined, ngay: undefined, gio: undefined, 'thu-tuc': undefined }

/** The appointments of a citizen who has signed in, and the making of one. */
export function OwnAppointmentsPage() {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [wish, setWish] = useAddress(Address)
  return (
    <Suspense>
      <CitizenFrame title={m.ownTitle} signInTitle={m.ownSignIn}>
        {wish.noi && wish.ngay && wish.gio && <Book wish={wish} onDone={() => setWish(NOTHING)} />}
        <OwnList />
        <Anchor href={language === 'vi' ? '/dat-lich' : '/en/dat-lich'}>{m.bookAnother}</Anchor>
      </CitizenFrame>
    </Suspense>
  )
}

function Book({ wish, onDone }: { readonly wish: Wish; readonly onDone: () => void }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const { language } = useLanguage()
  const [requestKey] = useState(newId)
  const [unitId, day, at] = [wish.noi ?? '', wish.ngay ?? '', wish.gio ?? '']
  const found = useOperation(findSlots, { unitId })
  const book = useChange(bookOwnAppointment, {
    invalidates: [listOwnAppointments],
    onDone: () => {
      toast.good(m.booked)
      onDone()
    },
  })
  const procedure = wish['thu-tuc'] === undefined ? {} : { procedureCode: wish['thu-tuc'] }
  const form = useForm({
    start: { name: '', consent: false },
    send: ({ name, consent }) =>
      book.mutateAsync({ requestKey, unitId, day, at, name, language, ...procedure, consent: consent as true }),
  })
  return (
    <Loaded query={found}>
      {({ unit }) => (
        <Form form={form} submitLabel={m.book}>
          <Stack gap="sm">
            <Title order={2} size="h3">
              {m.bookFor(at, formatDay(day))}
            </Title>
            <Text>{unit?.name}</Text>
            <TextField {...form.field('name')} label={m.name} required maxLength={120} autoComplete="name" />
            <CheckField {...form.field('consent')} label={CONSENT[language](unit?.keepDays ?? 0)} required />
          </Stack>
        </Form>
      )}
    </Loaded>
  )
}

function OwnList() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { language } = useLanguage()
  const own = useOperation(listOwnAppointments, {})
  return (
    <Loaded query={own} empty={({ appointments }) => appointments.length === 0} emptyState={<Text>{m.ownEmpty}</Text>}>
      {({ appointments }) => (
        <List listStyleType="none" spacing="md">
          {appointments.map((one) => (
            <List.Item key={one.id}>
              <Stack gap={4}>
                <Text fw={600}>
                  {one.at} {formatDay(one.day)} · {one.unit.name}
                </Text>
                <Text size="sm">
                  {one.procedureName ? say(one.procedureName) : m.anything} · {m.states[one.state]}
                  {one.affected && one.state === 'booked' ? ` · ${m.affectedWhy[one.affected]}` : ''}
                </Text>
                <Text size="sm">
                  {m.code} <code>{one.code}</code> · {m.secret} <code>{one.secret}</code>
                </Text>
                <Button
                  component="a"
                  href={`/api/appointments/calendar/${one.calendarToken}`}
                  variant="default"
                  size="compact-md"
                  w="fit-content"
                >
                  {m.calendar}
                </Button>
                {one.state === 'booked' && (
                  <Text size="sm">
                    <Anchor underline="always" href={language === 'vi' ? '/lich-hen' : '/en/lich-hen'}>
                      {m.change}
                    </Anchor>{' '}
                    {m.changeHint}
                  </Text>
                )}
              </Stack>
            </List.Item>
          ))}
        </List>
      )}
    </Loaded>
  )
}
