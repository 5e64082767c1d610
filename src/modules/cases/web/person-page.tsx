import { Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type CaseSummary, getCase, listCasesOfPerson } from '../contract.ts'
import { DueChip, StateChip } from './case-chips.tsx'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'
import classes from './cases.module.css'

/** Only the id of a case: numbers of persons never stand in an address. */
const Address = z.object({ case: idField.optional() })
const KEYS = ['identityNumber', 'taxCode', 'phone'] as const
type Key = (typeof KEYS)[number]
type Asked = { readonly by: Key; readonly text: string }

/** All cases of one person or organisation. */
export function PersonPage() {
  const m = useMessages({ vi, en })
  const [address] = useAddress(Address)
  const from = useOperation(getCase, address.case === undefined ? null : { caseId: address.case })
  const known = asked(from.data?.parties.find(({ role }) => role === 'subject'))
  const [typed, setTyped] = useState<Asked>({ by: 'identityNumber', text: '' })
  const [sent, setSent] = useState<Asked | null>(null)
  const knownText = known?.text
  useEffect(() => {
    if (!known) return
    setTyped(known)
    setSent(known)
    // What was found in the case, once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [knownText])
  const found = useOperation(listCasesOfPerson, sent && { [sent.by]: sent.text, limit: 100 }, { keepPrevious: true })
  return (
    <Page
      title={m.personTitle}
      lead={m.personLead}
      trail={[{ label: m.cases, to: '/cases' }, { label: m.personTitle }]}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.text.trim()) setSent({ ...typed, text: typed.text.trim() })
        }}
      >
        <Group align="flex-end" gap="sm">
          <SelectField
            label={m.by}
            value={typed.by}
            onChange={(by) => setTyped({ ...typed, by: KEYS.find((one) => one === by) ?? 'identityNumber' })}
            options={KEYS.map((value) => ({ value, label: m[value] }))}
          />
          <TextField
            label={m[typed.by]}
            value={typed.text}
            onChange={(text) => setTyped({ ...typed, text })}
            autoComplete="off"
            maxLength={20}
          />
          <Button type="submit" disabled={typed.text.trim() === ''} loading={found.isFetching}>
            {m.personSearch}
          </Button>
        </Group>
      </form>
      {found.error ? <ProblemAlert problem={found.error} /> : sent && <Found cases={found.data?.cases} />}
    </Page>
  )
}

function Found({ cases }: { readonly cases: readonly CaseSummary[] | undefined }) {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  return (
    <DataTable
      label={m.personTitle}
      rows={cases ?? []}
      rowKey={({ id }) => id}
      state={cases === undefined ? 'loading' : 'ready'}
      onOpen={({ id }) => goTo(`/cases/${id}`)}
      phone="cards"
      empty={<EmptyState title={m.personNone} />}
      columns={[
        {
          key: 'code',
          label: m.cases,
          width: 230,
          cell: (one) => (
            <>
              <LinkTo to={`/cases/${one.id}`} fw={600}>
                {one.code ?? m.noCode}
              </LinkTo>
              <span className={classes.small}>{one.subjectName}</span>
            </>
          ),
        },
        { key: 'procedure', label: m.procedure, cell: (one) => one.procedureName },
        { key: 'state', label: m.handling, width: 180, cell: (one) => <StateChip state={one.business} /> },
        { key: 'due', label: m.dueAt, width: 180, cell: (one) => <DueChip due={one} withMoment /> },
        { key: 'unit', label: m.competentUnit, width: 200, cell: (one) => one.competentUnit.name },
        {
          key: 'received',
          label: m.receivedAt,
          width: 140,
          cell: (one) => (one.receivedAt ? formatMoment(one.receivedAt) : '—'),
        },
      ]}
    />
  )
}

/** By what a subject is found again best. */
function asked(
  party: { identityNumber: string | null; taxCode: string | null; phone: string | null } | undefined,
): Asked | null {
  const by = KEYS.find((key) => party?.[key])
  const text = by && party?.[by]
  return by && text ? { by, text } : null
}
