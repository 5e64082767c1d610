import { Stack, Text } from '@mantine/core'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import type { DraftForm } from '../../contract.ts'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { FormDownloads } from './form-downloads.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export type Filed = { readonly draftId: string; readonly caseCode: string; readonly secret: string }
type Props = { readonly filed: Filed; readonly forms: readonly DraftForm[] }

/** What to keep of an application that was handed in. */
export function FiledPanel({ filed, forms }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  return (
    <CitizenFrame title={m.filedTitle} lead={<Text>{m.filedLead}</Text>}>
      <dl className={classes.facts}>
        <div>
          <dt>{m.caseCode}</dt>
          <dd className={classes.large}>{filed.caseCode}</dd>
        </div>
        <div>
          <dt>{m.secret}</dt>
          <dd className={classes.large}>{filed.secret}</dd>
        </div>
      </dl>
      {forms.map((form) => (
        <Stack key={form.code} gap="xs">
          {forms.length > 1 && <Text fw={600}>{say(form.title)}</Text>}
          <FormDownloads draftId={filed.draftId} form={form} />
        </Stack>
      ))}
      <LinkButton to={`/ho-so-cua-toi/${filed.draftId}`}>{m.follow}</LinkButton>
    </CitizenFrame>
  )
}
