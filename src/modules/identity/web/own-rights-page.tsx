import { EmptyState } from '#ui/empty-state.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { RightsTable } from './rights-table.tsx'
import { useTexts } from './texts.ts'

/** What one may do, and why. */
export function OwnRightsPage() {
  const m = useTexts()
  const rights = useOperation(contract.ownRights, {}, { topics: [contract.ACCOUNTS_TOPIC, contract.BREAK_GLASS_TOPIC] })
  return (
    <Page title={m.ownRights} trail={[{ label: m.ownSecurity, to: '/own-security' }]}>
      <Loaded query={rights} empty={(data) => data.rights.length === 0} emptyState={<EmptyState title={m.noRights} />}>
        {(data) => <RightsTable rights={data.rights} />}
      </Loaded>
    </Page>
  )
}
