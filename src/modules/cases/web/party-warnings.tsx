import { Group } from '@mantine/core'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { checkParty } from '../domain/party.ts'
import { type PartyDraft, partyInput } from './intake-draft.ts'

/** What is doubtful about a typed person or organisation: said at once, accepted all the same. */
export function PartyWarnings({ party }: { readonly party: PartyDraft }) {
  const problem = useProblemText()
  const { warnings } = checkParty(partyInput(party))
  if (warnings.length === 0) return null
  return (
    <Group gap="xs" component="output">
      {warnings.map((code) => (
        <StatusChip key={code} tone="warning">
          {problem.detail({ path: '', code, message: code })}
        </StatusChip>
      ))}
    </Group>
  )
}
