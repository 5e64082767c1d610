import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'

type Answer = {
  readonly done: readonly unknown[]
  readonly refused: readonly { readonly caseId: string; readonly code: string; readonly detail: string }[]
}
type Props = {
  readonly answer: Answer
  /** What a case is called in the table. */
  readonly nameOf: (caseId: string) => string | undefined
  readonly onClose: () => void
}

type DialogProps = {
  readonly title: string
  /** What became of the act, once it was sent. */
  readonly answer: Answer | undefined
  readonly nameOf: Props['nameOf']
  readonly onCancel: () => void
  /** After something was done. */
  readonly onClose: () => void
  /** What the act needs to know. */
  readonly children: ReactNode
}

/** One act on many cases: what it needs is asked, then what became of it is shown. */
export function ManyDialog({ title, answer, nameOf, onCancel, onClose, children }: DialogProps) {
  const m = useMessages({ vi, en })
  return answer ? (
    <Dialog opened title={m.results} onClose={onClose} width={680}>
      <ManyResults answer={answer} nameOf={nameOf} onClose={onClose} />
    </Dialog>
  ) : (
    <Dialog opened title={title} onClose={onCancel} width={560}>
      {children}
    </Dialog>
  )
}

/** How many are done, and each that was refused with the reason. */
function ManyResults({ answer: { done, refused }, nameOf, onClose }: Props) {
  const m = useMessages({ vi, en })
  const problem = useProblemText()
  return (
    <Stack>
      {done.length > 0 && (
        <output>
          <Alert color="good" role="presentation">
            {m.doneCount(formatNumber(done.length))}
          </Alert>
        </output>
      )}
      {refused.length > 0 && (
        <>
          <Text fw={600}>{m.refusedCount(formatNumber(refused.length))}</Text>
          <DataTable
            label={m.results}
            rows={refused}
            rowKey={({ caseId }) => caseId}
            phone="cards"
            height={360}
            columns={[
              {
                key: 'case',
                label: m.someone,
                width: 200,
                cell: ({ caseId }) => <LinkTo to={`/cases/${caseId}`}>{nameOf(caseId) ?? m.someone}</LinkTo>,
              },
              {
                key: 'why',
                label: m.refusedWhy,
                cell: ({ code, detail }) => problem.detail({ path: '', code, message: detail }),
              },
            ]}
          />
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {m.close}
        </Button>
      </Group>
    </Stack>
  )
}
