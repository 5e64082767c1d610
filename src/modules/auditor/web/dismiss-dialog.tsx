import { Stack, Text } from '@mantine/core'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import type { ShownFinding } from './shown-finding.ts'
import { useDecide } from './use-decide.ts'

type Props = { readonly auditId: string; readonly finding: ShownFinding; readonly onClose: () => void }

/** Asks why a finding is no mistake. */
export function DismissDialog({ auditId, finding, onClose }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const decide = useDecide(onClose)
  return (
    <ConfirmDialog
      opened
      title={m.dismiss}
      body={
        <Stack gap="xs">
          {decide.error && <ProblemAlert problem={decide.error} />}
          <Text size="sm" fw={600}>
            {say(finding.stated)}
          </Text>
          <Text size="sm">{m.dismissBody}</Text>
        </Stack>
      }
      confirmLabel={m.dismiss}
      reason
      busy={decide.isPending}
      onConfirm={(reason) => decide.mutate({ auditId, findingKey: finding.key, decision: 'dismissed', reason })}
      onClose={onClose}
    />
  )
}
