import { Text } from '@mantine/core'
import { usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import * as contract from '../contract.ts'
import { AccountActs } from './account-acts.tsx'
import { AccountRoles } from './account-roles.tsx'
import { AccountStatus } from './account-status.tsx'
import { RightsTable } from './rights-table.tsx'
import { SessionTable } from './sessions-section.tsx'
import { SignInsTable } from './sign-ins-table.tsx'
import { useTexts } from './texts.ts'

/** One account: who it is, what it may do and why, what is open. */
export function AccountPage() {
  const m = useTexts()
  const accountId = usePathPart('accountId')
  const topics = [contract.ACCOUNTS_TOPIC, contract.BREAK_GLASS_TOPIC]
  const account = useOperation(contract.getAccount, { accountId }, { topics })
  const explained = useOperation(contract.explainAccount, { accountId }, { topics })
  return (
    <Page title={account.data?.displayName ?? m.accounts} trail={[{ label: m.accounts, to: '/accounts' }]}>
      <Loaded query={account}>
        {(data) => (
          <>
            <AccountFacts account={data} onChanged={() => void account.refetch()} />
            <AccountRoles account={data} />
          </>
        )}
      </Loaded>
      <Section title={m.whatMayDo}>
        <Loaded
          query={explained}
          empty={({ rights }) => rights.length === 0}
          emptyState={<Text c="dimmed">{m.noRights}</Text>}
        >
          {(data) => <RightsTable rights={data.rights} />}
        </Loaded>
      </Section>
      {account.data && account.data.sessions.length > 0 && (
        <Section title={m.sessions}>
          <SessionTable sessions={account.data.sessions} />
        </Section>
      )}
      {account.data && account.data.signIns.length > 0 && (
        <Section title={m.signIns}>
          <SignInsTable signIns={account.data.signIns} />
        </Section>
      )}
    </Page>
  )
}

function AccountFacts({
  account,
  onChanged,
}: {
  readonly account: contract.AccountDetail
  readonly onChanged: () => void
}) {
  const m = useTexts()
  const may = useMay()
  const moment = (when: string | null) => (when ? formatMoment(when) : m.never)
  return (
    <Section
      title={m.signIn}
      actions={may('identity:manage') && <AccountActs account={account} onChanged={onChanged} />}
    >
      <Facts
        facts={[
          { label: m.name, value: account.signInName },
          { label: m.kind, value: m.kinds[account.kind] },
          { label: m.unit, value: account.unitName ?? '—' },
          { label: m.email, value: account.email ?? '—' },
          { label: m.status, value: <AccountStatus {...account} /> },
          { label: m.secondFactor, value: account.totp || account.passkeys > 0 ? m.yes : m.no },
          { label: m.lastSignIn, value: moment(account.lastSignedInAt) },
          { label: m.lastReviewed, value: moment(account.lastReviewedAt) },
        ]}
      />
    </Section>
  )
}
