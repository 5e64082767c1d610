import { ActionIcon, Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { useMessages } from '#ui/language.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import type { FilledText } from '../domain/filled.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './paper.module.css'

type Props = { readonly report: contract.ReportDetail; readonly block: FilledText; readonly children: ReactNode }

/** A place of the document that the office writes, written where it stands. */
export function HandText({ report, block, children }: Props) {
  const m = useMessages({ vi, en })
  const [editing, setEditing] = useState(false)
  const prompt = block.hand?.prompt ?? ''
  const empty = block.paragraphs.length === 0
  return (
    <div id={`block-${block.key}`} className={`${classes.hand} ${classes.mark}`} data-empty={empty}>
      {editing ? (
        <Editor report={report} place={block.key} label={prompt} onClose={() => setEditing(false)} />
      ) : (
        <>
          {children}
          <div className={classes.handHead}>
            <span lang="vi">{empty ? `${m.toWrite}: ${prompt}` : prompt}</span>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPencil size={13} aria-hidden />}
              aria-label={`${empty ? m.write : m.edit}: ${prompt}`}
              onClick={() => setEditing(true)}
            >
              {empty ? m.write : m.edit}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** A pencil behind a result in a table: words for that row. */
export function HandCell({ report, place }: { readonly report: contract.ReportDetail; readonly place: string }) {
  const m = useMessages({ vi, en })
  const [editing, setEditing] = useState(false)
  const name = place.slice(place.indexOf('/') + 1)
  return (
    <>
      {' '}
      <ActionIcon
        size={24}
        variant="subtle"
        color="dark"
        aria-label={m.editHere(name)}
        onClick={() => setEditing(true)}
      >
        <IconPencil size={13} aria-hidden />
      </ActionIcon>
      <Dialog opened={editing} title={m.editHere(name)} onClose={() => setEditing(false)} width={640}>
        <Editor report={report} place={place} label={name} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  )
}

type EditorProps = {
  readonly report: contract.ReportDetail
  readonly place: string
  readonly label: string
  readonly onClose: () => void
}

function Editor({ report, place, label, onClose }: EditorProps) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const stands = report.wording.find(({ key }) => key === place)
  // The version seen when editing began: if somebody saves meanwhile, the server says so instead of overwriting.
  const [from] = useState(stands?.version ?? 0)
  const [text, setText] = useState(stands?.text ?? '')
  const save = useChange(contract.updateSection, {
    invalidates: [contract.getReport],
    onDone: () => {
      toast.good(m.saved)
      onClose()
    },
  })
  return (
    <>
      {save.error && <ProblemAlert problem={save.error} />}
      <ParagraphField label={label} hint={m.placeholderHint} value={text} onChange={setText} rows={5} />
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
        <Button
          size="xs"
          loading={save.isPending}
          onClick={() => save.mutate({ reportId: report.reportId, key: place, text, version: from })}
        >
          {m.save}
        </Button>
      </Group>
    </>
  )
}
