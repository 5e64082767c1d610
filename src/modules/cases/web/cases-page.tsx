import { ActionIcon, Group } from '@mantine/core'
import { IconKeyboard, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useAddress } from '#ui/address.ts'
import { useKeysWanted } from '#ui/keys-wanted.ts'
import { useMessages } from '#ui/language.tsx'
import { LinkButton, useGoTo } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useMay, useSession } from '#ui/session.tsx'
import { type CaseFilter, type CaseSummary, countCases, listCases, unitTopic } from '../contract.ts'
import type { List } from '../domain/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { KEYS, usePageKeys } from './keys.ts'
import { KeysHelp } from './keys-help.tsx'
import { countFilters, filterOf, ListAddress } from './list-filter.ts'
import { FilterPanel, FilterToggle } from './list-filters.tsx'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { ListNav } from './list-nav.tsx'
import { CaseTable, focusedRow, moveRow } from './list-table.tsx'
import { useOwnUnits } from './own-units.ts'
import { stepsOf } from './page-steps.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { useTicked } from './use-ticked.ts'

/** So many rows are drawn at once, so that every one of them can be walked to and selected. */
const PAGE_ROWS = 50
const MOST_TOPICS = 40

/** The lists officials work from: what is theirs, what is near, what is late, what waits for whom. */
export function CasesPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const [address, setAddress] = useAddress(ListAddress)
  const [filtersOpen, setFiltersOpen] = useState(countFilters(address) > 0)
  const [search, setSearch] = useSearch()
  const filter = useMemo(() => filterOf(address, search), [address, search])
  const question = JSON.stringify([address.list, filter])
  const { cases, counts, pages } = useLists(address.list, filter, question)
  const { selection, toggle, choose } = useTicked(
    question,
    (cases.data?.cases ?? []).map(({ id }) => id),
  )
  const keys = useListKeys(cases.data?.cases ?? [], toggle)
  const mayReceive = may('cases:receive')
  return (
    <Page
      title={m.cases}
      width="full"
      actions={
        <>
          <ActionIcon variant="default" size={36} aria-label={m.keysHelp} onClick={keys.openHelp}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
          {mayReceive && (
            <LinkButton to="/cases/new" leftSection={<IconPlus size={18} aria-hidden />}>
              {m.receiveNew}
            </LinkButton>
          )}
        </>
      }
    >
      <ListNav
        current={address.list}
        counts={counts}
        addressOf={(list) => addressOfList(address, list)}
        onChoose={(list) => setAddress({ list })}
      />
      <Group gap="sm" align="flex-end">
        <div id="case-search">
          <SearchField label={m.search} value={search} onChange={setSearch} width={340} />
        </div>
        <FilterToggle address={address} opened={filtersOpen} onToggle={() => setFiltersOpen(!filtersOpen)} />
        <SavedFilters address={address} onChoose={setAddress} />
      </Group>
      {filtersOpen && <FilterPanel address={address} onChange={setAddress} />}
      <CaseTable
        cases={cases.data?.cases ?? []}
        total={cases.data?.total ?? null}
        state={cases.isPending ? 'loading' : 'ready'}
        problem={cases.data === undefined ? cases.error : null}
        isNarrowed={Object.keys(filter).length > 0}
        selected={selection}
        onToggle={toggle}
        onSelectAll={choose}
        pages={pages}
      />
      <BulkBar
        chosen={(cases.data?.cases ?? []).filter(({ id }) => selection.has(id))}
        list={address.list}
        onDone={() => choose([])}
      />
      {keys.help}
    </Page>
  )
}

/** What was searched last, for who comes back from a case: in memory, as it may be a name or a number. */
let searched: { readonly accountId: string | undefined; readonly text: string } | null = null

function useSearch(): [string, (text: string) => void] {
  const { account } = useSession()
  const accountId = account?.id
  const [search, setSearch] = useState(searched?.accountId === accountId ? (searched?.text ?? '') : '')
  return [
    search,
    (text) => {
      searched = { accountId, text }
      setSearch(text)
    },
  ]
}

/** One page of the list and the counts of all lists, live with the units that are seen. */
function useLists(list: List, filter: CaseFilter, question: string) {
  const [walked, setWalked] = useState<{ readonly question: string; readonly trail: readonly string[] }>({
    question,
    trail: [],
  })
  const trail = walked.question === question ? walked.trail : []
  const after = trail.at(-1)
  const own = useOwnUnits('cases:read')
  const [seen, setSeen] = useState<readonly string[]>([])
  const topics = useMemo(
    () => [...new Set([...(own ?? []).map(({ id }) => id), ...seen])].slice(0, MOST_TOPICS).map(unitTopic),
    [own, seen],
  )
  const cases = useOperation(
    listCases,
    { ...filter, list, limit: PAGE_ROWS, ...(after !== undefined && { after }) },
    { topics, keepPrevious: true },
  )
  const counted = useOperation(countCases, filter, { topics, keepPrevious: true })
  const units = unitsOf(cases.data?.cases ?? [])
  if (units.some((id) => !seen.includes(id))) setSeen([...new Set([...seen, ...units])])
  const next = cases.data?.next ?? null
  const go = (to: readonly string[]) => setWalked({ question, trail: to })
  return {
    cases,
    counts: new Map(counted.data?.counts.map((one) => [one.list, one])),
    pages: stepsOf(trail, next, go),
  }
}

function unitsOf(cases: readonly CaseSummary[]): readonly string[] {
  return [...new Set(cases.flatMap(({ unit, receivedUnit, competentUnit }) => [unit, receivedUnit, competentUnit]))]
    .map(({ unitId }) => unitId)
    .filter((id, place, all) => all.indexOf(id) === place)
}

function useListKeys(cases: readonly CaseSummary[], toggle: (id: string) => void) {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const may = useMay()
  const [wanted, setWanted] = useKeysWanted(KEYS)
  const [helpOpen, setHelpOpen] = useState(false)
  usePageKeys(
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      x: () => {
        const one = cases[focusedRow() ?? -1]
        if (one) toggle(one.id)
      },
      '/': () => document.querySelector<HTMLInputElement>('#case-search input')?.focus(),
      '?': () => setHelpOpen(true),
      ...(may('cases:receive') && { n: () => goTo('/cases/new') }),
    },
    wanted,
  )
  const help = (
    <KeysHelp
      opened={helpOpen}
      onClose={() => setHelpOpen(false)}
      wanted={wanted}
      onWanted={setWanted}
      lines={[
        { keys: ['j', '↓'], does: m.keyDown },
        { keys: ['k', '↑'], does: m.keyUp },
        { keys: ['Enter'], does: m.keyOpen },
        { keys: ['x'], does: m.keySelect },
        { keys: ['/'], does: m.keySearch },
        ...(may('cases:receive') ? [{ keys: ['n'], does: m.keyNew }] : []),
        { keys: ['?'], does: m.keyHelp },
      ]}
    />
  )
  return { openHelp: () => setHelpOpen(true), help }
}

/** The same filters in another list, as a link. */
function addressOfList(address: ListAddress, list: List): string {
  const fields = Object.entries({ ...address, list }).filter(([, value]) => value !== undefined && value !== '')
  return `/cases?${new URLSearchParams(fields as [string, string][]).toString()}`
}
