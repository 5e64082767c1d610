import { Text } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly filed: { readonly draftId: string; readonly caseCode: string; readonly secret: string } }

/** What to keep of an application that was handed in. */
export function FiledPanel({ filed }: Props) {
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
      <LinkButton to={`/ho-so-cua-toi/${filed.draftId}`}>{m.follow}</LinkButton>
    </CitizenFrame>
  )
}
