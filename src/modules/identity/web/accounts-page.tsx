import { Button, Group, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import * as contract from '../contract.ts'
import { AccountStatus } from './account-status.tsx'
import { CreateAccount } from './create-account.tsx'
import { useTexts } from './texts.ts'

const Filter = z.object({
  search: z.string().default(''),
  kind: z.enum(['', 'personal', 'service', 'administrator', 'break-glass']).default(''),
  status: z.enum(['', 'active', 'disabled']).default(''),
})
const KINDS = ['personal', 'service', 'administrator', 'break-glass'] as const
const MOST = 500

/** The accounts of one's scope. */
export function AccountsPage() {
  const m = useTexts()
  const may = useMay()
  const goTo = useGoTo()
  const [filter, setFilter] = useAddress(Filter)
  const [creating, setCreating] = useState(false)
  const accounts = useOperation(
    contract.listAccounts,
    {
      limit: MOST,
      ...(filter.search && { search: filter.search }),
      ...(filter.kind && { kind: filter.kind }),
      ...(filter.status && { status: filter.status }),
    },
    { topics: [contract.ACCOUNTS_TOPIC], keepPrevious: true },
  )
  return (
    <Page
      title={m.accounts}
      lead={m.accountsLead}
      actions={
        may('identity:manage') && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {m.createAccount}
          </Button>
        )
      }
    >
      <Group gap="sm" align="flex-end" mb="md">
        <SearchField
          label={m.searchAccounts}
          value={filter.search}
          onChange={(search) => setFilter({ search })}
          width={260}
        />
        <SelectField
          label={m.kind}
          value={filter.kind || null}
          onChange={(kind) => setFilter({ kind: KINDS.find((one) => one === kind) ?? '' })}
          options={KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] ?? kind }))}
          clearable
        />
        <SelectField
          label={m.status}
          value={filter.status || null}
          onChange={(status) => setFilter({ status: status === 'active' || status === 'disabled' ? status : '' })}
          options={[
            { value: 'active', label: m.active },
            { value: 'disabled', label: m.disabled },
          ]}
          clearable
        />
      </Group>
      <AccountTable
        accounts={accounts.data?.accounts ?? []}
        state={accounts.isPending ? 'loading' : 'ready'}
        problem={accounts.error}
        onOpen={(id) => goTo(`/accounts/${id}`)}
      />
      {accounts.data && (
        <Text component="output" display="block" size="sm" c="dimmed" mt="xs">
          {m.accountsFound(formatNumber(accounts.data.total))}
        </Text>
      )}
      <Dialog opened={creating} title={m.createAccount} onClose={() => setCreating(false)} width={560}>
        <CreateAccount onDone={(accountId) => goTo(`/accounts/${accountId}`)} />
      </Dialog>
    </Page>
  )
}

type TableProps = {
  readonly accounts: readonly contract.ListedAccount[]
  readonly state: 'ready' | 'loading'
  readonly problem: unknown
  readonly onOpen: (id: string) => void
}

function AccountTable({ accounts, state, problem, onOpen }: TableProps) {
  const m = useTexts()
  const say = useLabel()
  const known = useOperation(contract.listRoles, {})
  const names = new Map(known.data?.roles.map(({ code, name }) => [code, say(name)]))
  return (
    <DataTable
      label={m.table(m.accounts)}
      rows={accounts}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      state={state}
      problem={problem}
      phone="cards"
      empty={<EmptyState title={m.noAccounts} />}
      columns={[
        {
          key: 'name',
          label: m.displayName,
          width: 200,
          cell: ({ displayName }) => displayName,
          sortBy: ({ displayName }) => displayName,
        },
        {
          key: 'signInName',
          label: m.name,
          width: 160,
          cell: ({ signInName }) => signInName,
          sortBy: ({ signInName }) => signInName,
        },
        { key: 'kind', label: m.kind, width: 110, cell: ({ kind }) => m.kinds[kind], sortBy: ({ kind }) => kind },
        {
          key: 'unit',
          label: m.unit,
          width: 200,
          cell: ({ unitName }) => unitName ?? '—',
          sortBy: ({ unitName }) => unitName,
        },
        {
          key: 'roles',
          label: m.roles,
          width: 200,
          cell: ({ roles }) => roles.map((code) => names.get(code) ?? code).join(', ') || '—',
        },
        {
          key: 'factor',
          label: m.secondFactorShort,
          width: 100,
          cell: ({ secondFactor }) => (secondFactor ? m.yes : m.no),
        },
        { key: 'status', label: m.status, width: 150, cell: (account) => <AccountStatus {...account} /> },
        {
          key: 'last',
          label: m.lastSignIn,
          width: 150,
          cell: ({ lastSignedInAt }) => (lastSignedInAt ? formatMoment(lastSignedInAt) : m.never),
          sortBy: ({ lastSignedInAt }) => lastSignedInAt,
        },
      ]}
    />
  )
}
