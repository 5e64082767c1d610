import { SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconBuildingCommunity, IconFileText, IconTarget } from '@tabler/icons-react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './workspace.module.css'

const KINDS = ['unit', 'indicator', 'report'] as const
const Address = z.object({ q: z.string().max(100).default(''), kind: z.enum(KINDS).optional() })

/** One search over units, indicators and reports; what is typed stands in the address bar. */
export function SearchPage() {
  const m = useMessages({ vi, en })
  const [{ q, kind }, setAddress] = useAddress(Address)
  const text = q.trim()
  const search = useOperation(
    contract.searchEverything,
    text === '' ? null : { q: text, limit: 100, ...(kind && { kind }) },
    { keepPrevious: true, topics: ['organisation.units', 'reports.report'] },
  )
  return (
    <Page title={m.search.title} lead={m.search.hint} width="reading">
      <SearchField label={m.search.label} value={q} onChange={(typed) => setAddress({ q: typed })} />
      {text === '' ? (
        <EmptyState title={m.search.begin} />
      ) : (
        <Loaded query={search}>
          {({ found, counts }) => (
            <Stack gap="sm">
              <KindChoice kind={kind} counts={counts} onChange={(next) => setAddress({ kind: next })} />
              <Text component="output" display="block" size="sm" c="dimmed">
                {found.length < total(counts, kind)
                  ? m.search.more(formatNumber(found.length), formatNumber(total(counts, kind)))
                  : m.search.found(formatNumber(found.length))}
              </Text>
              {found.length === 0 ? (
                <EmptyState title={m.search.none(text)} body={m.search.noneBody} />
              ) : (
                <ol className={classes.results} aria-label={m.search.results}>
                  {found.map((one) => (
                    <Hit key={`${one.kind} ${one.id}`} found={one} />
                  ))}
                </ol>
              )}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
  )
}

type Kind = contract.Found['kind']
type Counts = Readonly<Record<Kind, number>>

function total(counts: Counts, kind: Kind | undefined): number {
  return kind ? counts[kind] : counts.unit + counts.indicator + counts.report
}

type ChoiceProps = {
  readonly kind: Kind | undefined
  readonly counts: Counts
  readonly onChange: (kind: Kind | undefined) => void
}

function KindChoice({ kind, counts, onChange }: ChoiceProps) {
  const m = useMessages({ vi, en })
  return (
    <div style={{ overflowX: 'auto' }}>
      <SegmentedControl
        size="xs"
        aria-label={m.search.byKind}
        value={kind ?? 'all'}
        onChange={(value) => onChange(KINDS.find((each) => each === value))}
        data={[
          { value: 'all', label: `${m.all} ${formatNumber(total(counts, undefined))}` },
          ...KINDS.map((each) => ({ value: each, label: `${m.search.kinds[each]} ${formatNumber(counts[each])}` })),
        ]}
      />
    </div>
  )
}

const ICONS = { unit: IconBuildingCommunity, indicator: IconTarget, report: IconFileText } as const

function Hit({ found }: { readonly found: contract.Found }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const Icon = ICONS[found.kind]
  return (
    <li className={classes.hit}>
      <Icon size={16} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 8 }} />
      <VisuallyHidden>{m.search.kinds[found.kind]}: </VisuallyHidden>
      <LinkTo to={pageOf(found)}>{say(found.title)}</LinkTo>{' '}
      {found.endedOn && <StatusChip>{m.search.ended(formatDay(found.endedOn))}</StatusChip>}
      <Text size="sm" c="dimmed">
        {[found.code, say(found.detail)].filter(Boolean).join(' · ')}
      </Text>
    </li>
  )
}

function pageOf({ kind, id }: contract.Found): string {
  if (kind === 'unit') return `/units/${id}`
  return kind === 'report' ? `/reports/${id}` : `/indicators/${encodeURIComponent(id)}`
}
