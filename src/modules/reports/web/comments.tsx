import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Props = { readonly report: contract.ReportDetail; readonly editable: boolean }
const WHOLE = '-'

/** What colleagues say of the report, each about a section or the whole. */
export function Comments({ report, editable }: Props) {
  const m = useMessages({ vi, en })
  const titles = new Map(report.document.sections.map(({ key, number, title }) => [key, `${number} ${title}`]))
  return (
    <Stack gap="md">
      {report.comments.length === 0 && (
        <Text size="sm" c="dimmed">
          {m.noComments}
        </Text>
      )}
      {report.comments.map((one) => (
        <OneComment
          key={one.commentId}
          report={report}
          comment={one}
          place={titles.get(one.place)}
          editable={editable}
        />
      ))}
      {report.status !== 'issued' && <NewComment report={report} titles={titles} />}
    </Stack>
  )
}

type OneProps = Props & { readonly comment: contract.Comment; readonly place: string | undefined }

function OneComment({ report, comment, place, editable }: OneProps) {
  const m = useMessages({ vi, en })
  const resolve = useChange(contract.resolveComment, { invalidates: [contract.getReport] })
  const { commentId, byName, at, text, resolvedByName } = comment
  return (
    <div>
      <Text size="xs" c="dimmed">
        {byName}, {formatMoment(at)}
      </Text>
      <Text size="sm">{text}</Text>
      {place && (
        <Text component="a" href={`#section-${comment.place}`} size="xs" c="dimmed" lineClamp={1}>
          {place}
        </Text>
      )}
      <Group mt={4}>
        {resolvedByName !== null && <StatusChip tone="good">{m.resolvedBy(resolvedByName)}</StatusChip>}
        {resolvedByName === null && editable && (
          <Button
            size="compact-xs"
            variant="default"
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ reportId: report.reportId, commentId })}
          >
            {m.resolve}
          </Button>
        )}
      </Group>
      {resolve.error && <ProblemAlert problem={resolve.error} />}
    </div>
  )
}

type NewProps = { readonly report: contract.ReportDetail; readonly titles: ReadonlyMap<string, string> }

function NewComment({ report, titles }: NewProps) {
  const m = useMessages({ vi, en })
  const [place, setPlace] = useState<string>(WHOLE)
  const [text, setText] = useState('')
  const send = useChange(contract.comment, { invalidates: [contract.getReport], onDone: () => setText('') })
  const options = [
    { value: WHOLE, label: m.wholeReport },
    ...[...titles].map(([value, label]) => ({ value, label: label.slice(0, 60) })),
  ]
  return (
    <Stack gap="xs">
      {send.error && <ProblemAlert problem={send.error} />}
      <SelectField
        label={m.commentOn}
        options={options}
        value={place}
        searchable={false}
        onChange={(value) => setPlace(value ?? WHOLE)}
      />
      <ParagraphField label={m.commentText} value={text} onChange={setText} rows={2} />
      <Group justify="flex-end">
        <Button
          size="xs"
          loading={send.isPending}
          disabled={text.trim() === ''}
          onClick={() =>
            send.mutate({
              reportId: report.reportId,
              place: place === WHOLE ? '' : place,
              text: text.replace(/\s+/g, ' '),
            })
          }
        >
          {m.send}
        </Button>
      </Group>
    </Stack>
  )
}
