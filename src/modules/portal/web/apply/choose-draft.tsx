import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import { dropDraft, listOwn, type OpenDraft } from '../../contract.ts'
import classes from './apply.module.css'
import { CitizenFrame } from './citizen-frame.tsx'
import { forgetFilesOf } from './kept-files.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { forgetPending } from './use-draft.ts'

type Props = {
  readonly open: readonly OpenDraft[]
  readonly onChoose: (draftId: string) => void
  readonly onDropped: () => void
}

/** Several open applications for one procedure: one is gone on with; none is thrown away before its writer says so twice. */
export function ChooseDraft({ open, onChoose, onDropped }: Props) {
  const m = useMessages({ vi, en })
  const [dropping, setDropping] = useState<OpenDraft | null>(null)
  return (
    <CitizenFrame title={m.severalTitle} lead={<Text>{m.severalLead}</Text>}>
      <List listStyleType="none" spacing="sm">
        {open.map((one) => (
          <List.Item key={one.id} className={classes.card ?? ''}>
            <Stack gap={4}>
              <Text fw={600}>{one.name || m.noNameYet}</Text>
              <Text>{m.begunAt(formatMoment(one.beganAt))}</Text>
              <Text>{m.writtenAt(formatMoment(one.changedAt))}</Text>
              <Group gap="xs" mt="xs">
                <Button aria-label={m.writeOnOf(formatMoment(one.beganAt))} onClick={() => onChoose(one.id)}>
                  {m.writeOnThis}
                </Button>
                <Button
                  variant="subtle"
                  color="bad"
                  aria-label={m.dropOf(formatMoment(one.beganAt))}
                  onClick={() => setDropping(one)}
                >
                  {m.dropThis}
                </Button>
              </Group>
            </Stack>
          </List.Item>
        ))}
      </List>
      {dropping && <Drop one={dropping} onClose={() => setDropping(null)} onDropped={onDropped} />}
    </CitizenFrame>
  )
}

type DropProps = { readonly one: OpenDraft; readonly onClose: () => void; readonly onDropped: () => void }

function Drop({ one, onClose, onDropped }: DropProps) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const drop = useChange(dropDraft, {
    invalidates: [listOwn],
    onDone: () => {
      forgetPending(one.id)
      void forgetFilesOf(one.id)
      onDropped()
    },
    onProblem: toast.problem,
  })
  return (
    <ConfirmDialog
      opened
      title={m.dropOf(formatMoment(one.beganAt))}
      body={m.dropAsk}
      confirmLabel={m.dropThis}
      danger
      busy={drop.isPending}
      onConfirm={() => drop.mutate({ draftId: one.id })}
      onClose={onClose}
    />
  )
}
