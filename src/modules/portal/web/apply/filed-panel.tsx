import { Text } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { FormDownloads } from './form-downloads.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

export type Filed = { readonly draftId: string; readonly caseCode: string; readonly secret: string }
type Props = { readonly filed: Filed; readonly hasForm: boolean }

/** What to keep of an application that was handed in. */
export function FiledPanel({ filed, hasForm }: Props) {
  const m = useMessages({ vi, en })
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
      {hasForm && <FormDownloads draftId={filed.draftId} />}
      <LinkButton to={`/ho-so-cua-toi/${filed.draftId}`}>{m.follow}</LinkButton>
    </CitizenFrame>
  )
}
