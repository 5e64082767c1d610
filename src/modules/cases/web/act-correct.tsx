import { useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'
import { emptyParty, type PartyDraft, partyInput } from './intake-draft.ts'
import { PartyFields } from './party-fields.tsx'

/** Puts right what was typed wrong at receipt; the log keeps which fields. */
export function CorrectAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const subject = props.one.parties.find(({ role }) => role === 'subject')
  const start: PartyDraft = subject
    ? {
        kind: subject.kind,
        name: subject.name,
        identityNumber: subject.identityNumber ?? '',
        taxCode: subject.taxCode ?? '',
        bornOn: subject.bornOn,
        gender: subject.gender,
        phone: subject.phone ?? '',
        email: subject.email ?? '',
        address: subject.address ?? '',
      }
    : emptyParty
  return (
    <ActForm
      {...props}
      act="correct"
      contract={contract.correctCase}
      start={{ title: props.one.title, subject: start, reason: '' }}
      input={(values, on) => ({
        ...on,
        reason: values.reason,
        ...(values.title !== props.one.title && { title: values.title }),
        ...(JSON.stringify(values.subject) !== JSON.stringify(start) && { subject: partyInput(values.subject) }),
      })}
    >
      {(form) => (
        <>
          <TextField {...form.field('title')} label={m.title} maxLength={500} />
          <PartyFields
            path="subject"
            party={form.value.subject}
            onChange={(fields) => form.change({ subject: { ...form.value.subject, ...fields } })}
            errorOf={(path) => form.details.find((detail) => detail.path === path)?.message}
          />
          <ParagraphField {...form.field('reason')} label={m.reason} required rows={2} />
        </>
      )}
    </ActForm>
  )
}
