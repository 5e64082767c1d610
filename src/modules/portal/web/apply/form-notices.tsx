import { Alert, Anchor, List, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import type { DraftForm } from '../../contract.ts'
import { formField } from '../../domain/form-answers.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly form: DraftForm; readonly onGo: (field: string) => void }

/** What a later version of the form did to single answers, each a way to its field; an answer without a place is shown. */
export function FormNotices({ form, onGo }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  if (form.notices.length === 0) return null
  return (
    <Alert color="lamp" title={m.formMoved(form.number)} role="note">
      <Text size="sm" fw={600}>
        {say(form.title)}
      </Text>
      <Text size="sm">{m.formMovedLead}</Text>
      <List size="sm">
        {form.notices.map(({ field, label, what, chosen = [] }) => (
          <List.Item key={`${field} ${what}`}>
            {what === 'removed' ? (
              <>
                {say(label)}: {m.notices[what]} {chosen.length === 0 && asideText(form.aside[field], m.asideWas)}
              </>
            ) : (
              <>
                <Anchor component="button" type="button" size="sm" onClick={() => onGo(formField(field, form.mark))}>
                  {say(label)}
                </Anchor>
                : {m.notices[what]}
              </>
            )}
            {chosen.length > 0 && ` ${m.chosenBefore(chosen.map((one) => say(one)).join(', '))}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function asideText(value: unknown, was: (text: string) => string): string {
  return typeof value === 'string' || typeof value === 'number' ? was(String(value)) : ''
}
