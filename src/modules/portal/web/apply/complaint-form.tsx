import { Text } from '@mantine/core'
import { complain, listOwnComplaints, type OwnComplaint, TOPIC_WORDS, TOPICS } from '#modules/complaints/contract.ts'
import { upload } from '#ui/call.ts'
import { ChoiceField } from '#ui/check-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { complainAboutOwnCase, listPlaces } from '../../contract.ts'
import { en } from './complaint-messages.en.ts'
import { vi } from './complaint-messages.vi.ts'

type Start = {
  readonly draft?: string | undefined
  readonly ma?: string | undefined
  readonly procedure?: string | undefined
  readonly unit?: string | undefined
}
type Props = { readonly start: Start; readonly onKept: (kept: OwnComplaint) => void }

/** What one complains about, in words and files. */
export function ComplaintForm({ start, onKept }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const done = { invalidates: [listOwnComplaints], onDone: onKept }
  const own = useChange(complainAboutOwnCase, done)
  const any = useChange(complain, done)
  const form = useForm({
    start: {
      about: (start.unit || start.procedure ? 'unit' : 'case') as string | null,
      caseCode: start.ma ?? '',
      secret: '',
      unitId: (start.unit ?? null) as string | null,
      topic: null as string | null,
      officerName: '',
      text: '',
      file: null as File | null,
    },
    send: async ({ about, caseCode, secret, unitId, topic, officerName, text, file }) => {
      const fileIds = file ? [(await upload(file)).fileId] : []
      const found = TOPICS.find((one) => one === topic)
      const said = { topic: found as (typeof TOPICS)[number], officerName, text, fileIds }
      if (start.draft !== undefined) await own.mutateAsync({ draftId: start.draft, ...said })
      else if (about === 'case') await any.mutateAsync({ caseCode, secret, ...said })
      else
        await any.mutateAsync({
          ...said,
          ...(unitId !== null && { unitId }),
          ...(start.procedure !== undefined && { procedureCode: start.procedure }),
        })
      form.reset()
    },
  })
  return (
    <Form form={form} submitLabel={m.send}>
      {start.draft !== undefined ? (
        <Text>{m.ofCase}</Text>
      ) : (
        <>
          <ChoiceField
            {...form.field('about')}
            label={m.about}
            options={(['case', 'unit'] as const).map((value) => ({ value, label: m.abouts[value] }))}
          />
          {form.value.about === 'case' ? (
            <>
              <TextField {...form.field('caseCode')} label={m.caseCode} required maxLength={60} />
              <TextField {...form.field('secret')} label={m.secret} required maxLength={20} autoComplete="off" />
            </>
          ) : (
            <>
              {start.procedure !== undefined && <Text>{m.procedure(start.procedure)}</Text>}
              <Place {...form.field('unitId')} label={m.unit} />
            </>
          )}
        </>
      )}
      <ChoiceField
        {...form.field('topic')}
        label={m.topic}
        options={TOPICS.map((value) => ({ value, label: say(TOPIC_WORDS[value]) }))}
      />
      <TextField {...form.field('officerName')} label={m.officer} hint={m.officerHint} maxLength={100} />
      <ParagraphField {...form.field('text')} label={m.text} rows={4} maxLength={4000} required />
      <FileField {...form.field('file')} label={m.file} accept="image/*,.pdf" />
    </Form>
  )
}

type PlaceProps = {
  readonly label: string
  readonly name: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error: string | undefined
}

function Place(field: PlaceProps) {
  const places = useOperation(listPlaces, {})
  const options = (places.data?.places ?? []).map(({ id, name, above }) => ({
    value: id,
    label: above === '' ? name : `${name} (${above})`,
  }))
  return <SelectField {...field} options={options} required searchable />
}
