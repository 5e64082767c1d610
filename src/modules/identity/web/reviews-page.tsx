import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { CheckField } from '#ui/check-field.tsx'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { LinkTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { AccountStatus } from './account-status.tsx'
import { usePermissionName } from './permission-names.ts'
import { rightsGroups } from './rights-groups.ts'
import { useTexts } from './texts.ts'

type Reviewed = z.output<typeof contract.listReviews.output>['accounts'][number]

/** The periodic review of accounts and rights. */
export function ReviewsPage() {
  const m = useTexts()
  const toast = useToast()
  const [{ all }, setFilter] = useAddress(z.object({ all: z.string().default('') }))
  const [reviewing, setReviewing] = useState<Reviewed | null>(null)
  const reviews = useOperation(
    contract.listReviews,
    { onlyDue: all === '', limit: 200 },
    { topics: [contract.ACCOUNTS_TOPIC], keepPrevious: true },
  )
  const review = useChange(contract.reviewAccount, {
    invalidates: [contract.listReviews],
    onDone: () => {
      setReviewing(null)
      toast.good(m.saved)
    },
    onProblem: (problem) => {
      setReviewing(null)
      toast.problem(problem)
    },
  })
  return (
    <Page title={m.reviews} lead={m.reviewsLead} width="full">
      <Group gap="lg" mb="md">
        {reviews.data && (
          <StatusChip tone={reviews.data.due > 0 ? 'warning' : 'good'}>
            {m.reviewsDue(formatNumber(reviews.data.due))}
          </StatusChip>
        )}
        <CheckField label={m.onlyDue} value={all === ''} onChange={(only) => setFilter({ all: only ? '' : '1' })} />
      </Group>
      <ReviewTable
        accounts={reviews.data?.accounts ?? []}
        state={reviews.isPending ? 'loading' : 'ready'}
        problem={reviews.error}
        onReview={setReviewing}
      />
      <ConfirmDialog
        opened={reviewing !== null}
        title={m.reviewTitle(reviewing?.displayName ?? '')}
        body={m.reviewBody}
        confirmLabel={m.reviewed}
        busy={review.isPending}
        onConfirm={() => reviewing && review.mutate({ accountId: reviewing.accountId })}
        onClose={() => setReviewing(null)}
      />
    </Page>
  )
}

type TableProps = {
  readonly accounts: readonly Reviewed[]
  readonly state: 'ready' | 'loading'
  readonly problem: unknown
  readonly onReview: (account: Reviewed) => void
}

function ReviewTable({ accounts, state, problem, onReview }: TableProps) {
  const m = useTexts()
  const nameOf = usePermissionName()
  return (
    <DataTable
      label={m.table(m.reviews)}
      rows={accounts}
      rowKey={({ accountId }) => accountId}
      state={state}
      problem={problem}
      phone="cards"
      empty={<EmptyState title={m.allReviewed} />}
      columns={[
        {
          key: 'name',
          label: m.displayName,
          width: 220,
          cell: ({ accountId, displayName, signInName }) => (
            <>
              <LinkTo to={`/accounts/${accountId}`}>{displayName}</LinkTo>
              <Text size="sm" c="dimmed">
                {signInName}
              </Text>
            </>
          ),
          sortBy: ({ displayName }) => displayName,
        },
        { key: 'status', label: m.status, width: 130, cell: ({ status }) => <AccountStatus status={status} /> },
        {
          key: 'rights',
          label: m.rights,
          width: 420,
          cell: ({ rights }) =>
            rights.length === 0
              ? m.noRights
              : rightsGroups(rights).map(({ permissions, units }) => (
                  <Text key={permissions.join(' ')} size="sm">
                    <strong>{units.map((unit) => unit ?? m.everyWhere).join(', ')}</strong>:{' '}
                    {permissions.map(nameOf).join(', ')}
                  </Text>
                )),
        },
        {
          key: 'last',
          label: m.lastSignIn,
          width: 140,
          cell: ({ lastSignedInAt }) => (lastSignedInAt ? formatMoment(lastSignedInAt) : m.never),
        },
        {
          key: 'reviewed',
          label: m.lastReviewed,
          width: 170,
          cell: ({ lastReviewedAt, lastReviewer }) =>
            lastReviewedAt ? `${formatMoment(lastReviewedAt)} · ${lastReviewer ?? ''}` : m.never,
        },
        {
          key: 'due',
          label: m.due,
          width: 140,
          cell: ({ dueAt }) => formatMoment(dueAt),
          sortBy: ({ dueAt }) => dueAt,
        },
        {
          key: 'act',
          label: m.reviewed,
          width: 140,
          cell: (account) => (
            <Button
              size="xs"
              variant="default"
              aria-label={`${m.reviewed}: ${account.displayName}`}
              onClick={() => onReview(account)}
            >
              {m.reviewed}
            </Button>
          ),
        },
      ]}
    />
  )
}
