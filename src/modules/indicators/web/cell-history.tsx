import { Stack } from '@mantine/core'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { useOperation } from '#ui/query.ts'
import { SideDrawer } from '#ui/side-drawer.tsx'
import * as contract from '../contract.ts'
import type { Regime } from '../domain/words.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import { ObservationCard } from './observation-card.tsx'
import { SHEETS_TOPIC } from './topics.ts'

type Props = {
  readonly measure: contract.Measure | null
  readonly sheetKey: { readonly unitId: string; readonly period: string }
  readonly regime: Regime
  readonly onClose: () => void
}

/** Every version of one number that was ever handed in, newest first. */
export function CellHistory({ measure, sheetKey: { unitId, period }, regime, onClose }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const versions = useOperation(
    contract.historyOfObservation,
    measure && { measure: measure.code, unitId, period, regime },
    { topics: [SHEETS_TOPIC] },
  )
  return (
    <SideDrawer
      opened={measure !== null}
      title={measure ? m.historyOf(say(measure.name)) : m.history}
      onClose={onClose}
    >
      {measure && (
        <Loaded
          query={versions}
          empty={(answer) => answer.versions.length === 0}
          emptyState={<EmptyState title={m.noHistory} />}
        >
          {(answer) => (
            <Stack gap="sm">
              {answer.versions.map((version) => (
                <ObservationCard key={version.id} observation={version} />
              ))}
            </Stack>
          )}
        </Loaded>
      )}
    </SideDrawer>
  )
}
