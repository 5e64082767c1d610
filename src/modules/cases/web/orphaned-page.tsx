import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { ChoiceField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import { countCases, getCase, listCases, listOrphanedCases, transferCases } from '../contract.ts'
import { StateChip } from './case-chips.tsx'
import { ManyDialog } from './many-results.tsx'
import { PageSteps, stepsOf } from './page-steps.tsx'
import { en } from './steer-messages.en.ts'
import { vi } from './steer-messages.vi.ts'
import { TickAll, TickedBar, useTickColumns } from './steer-parts.tsx'
import { useTicked } from './use-ticked.ts'

type Orphan = z.output<typeof listOrphanedCases.output>['cases'][number]
const PAGE = 100

/** Cases whose unit has ended without exactly one heir: a person hands them to a unit that stands. */
export function OrphanedPage() {
  const m = useMessages({ vi, en })
  const [trail, setTrail] = useState<readonly string[]>([])
  const after = trail.at(-1)
  const query = useOperation(
    listOrphanedCases,
    { limit: PAGE, ...(after !== undefined && { after }) },
    { keepPrevious: true },
  )
  return (
    <Page
      title={m.orphanedTitle}
      lead={m.orphanedLead}
      width="full"
      trail={[{ label: m.cases, to: '/cases' }, { label: m.orphanedTitle }]}
    >
      <Loaded query={query}>
        {({ cases, next }) => <Orphans key={after} cases={cases} next={next} trail={trail} onGo={setTrail} />}
      </Loaded>
    </Page>
  )
}

type Props = {
  readonly cases: readonly Orphan[]
  readonly next: string | null
  readonly trail: readonly string[]
  readonly onGo: (trail: readonly string[]) => void
}

function Orphans({ cases, next, trail, onGo }: Props) {
  const m = useMessages({ vi, en })
  const ids = cases.map(({ caseId }) => caseId)
  const ticked = useTicked('orphaned', ids)
  const columns = useTickColumns(ticked)
  const [handed, setHanded] = useState<readonly Orphan[] | null>(null)
  return (
    <>
      {cases.length > 0 && <TickAll ids={ids} ticked={ticked} />}
      <DataTable
        label={m.orphanedTitle}
        rows={cases}
        rowKey={({ caseId }) => caseId}
        phone="cards"
        height={640}
        empty={<EmptyState title={m.noOrphaned} body={m.noOrphanedBody} />}
        footer={<PageSteps {...stepsOf(trail, next, onGo)} />}
        columns={[
          ...columns,
          { key: 'state', label: m.state, width: 150, cell: ({ business }) => <StateChip state={business} /> },
          { key: 'due', label: m.due, width: 120, cell: ({ dueAt }) => (dueAt ? formatMoment(dueAt) : '—') },
          { key: 'unit', label: m.endedUnit, width: 150, cell: ({ unit }) => unit.name },
          {
            key: 'heirs',
            label: m.successors,
            width: 180,
            cell: ({ successors }) => successors.map(({ name }) => name).join(', ') || m.noSuccessors,
          },
        ]}
      />
      <TickedBar ticked={ticked}>
        <Button size="sm" onClick={() => setHanded(cases.filter(({ caseId }) => ticked.selection.has(caseId)))}>
          {m.handOver}
        </Button>
      </TickedBar>
      {handed && (
        <HandOver
          cases={handed}
          onClose={() => {
            setHanded(null)
            ticked.choose([])
          }}
          onCancel={() => setHanded(null)}
        />
      )}
    </>
  )
}

const OTHER = 'other'

type HandOverProps = {
  readonly cases: readonly Orphan[]
  /** After something was done. */
  readonly onClose: () => void
  readonly onCancel: () => void
}

/** To which unit, on what ground; the units that could take all of the cases are offered first. */
function HandOver({ cases, onClose, onCancel }: HandOverProps) {
  const m = useMessages({ vi, en })
  const heirs = sharedHeirs(cases)
  const send = useChange(transferCases, { invalidates: [listOrphanedCases, listCases, countCases, getCase] })
  const form = useForm({
    start: {
      successor: heirs[0]?.unitId ?? OTHER,
      competentUnitId: null as UnitOption | null,
      decision: '',
      reason: '',
    },
    send: ({ successor, competentUnitId, decision, reason }) =>
      send.mutateAsync({
        cases: cases.map(({ caseId, version }) => ({ caseId, version })),
        competentUnitId: successor === OTHER ? (competentUnitId?.id ?? '') : successor,
        ...(decision.trim() && { decision: decision.trim() }),
        reason,
      }),
  })
  const name = m.handOverMany(formatNumber(cases.length))
  const nameOf = (caseId: string) => cases.find((one) => one.caseId === caseId)?.code ?? undefined
  return (
    <ManyDialog title={name} answer={send.data} nameOf={nameOf} onCancel={onCancel} onClose={onClose}>
      <Form form={form} submitLabel={name} onCancel={onCancel}>
        {heirs.length > 0 && (
          <ChoiceField
            {...form.field('successor')}
            onChange={(successor) => form.change({ successor: successor ?? OTHER })}
            label={m.successor}
            options={[
              ...heirs.map(({ unitId, name: label }) => ({ value: unitId, label })),
              { value: OTHER, label: m.otherUnit },
            ]}
          />
        )}
        {form.value.successor === OTHER && (
          <UnitPicker {...form.field('competentUnitId')} label={m.unit} load={loadUnits()} required />
        )}
        <TextField {...form.field('decision')} label={m.decision} hint={m.decisionHint} maxLength={200} />
        <ParagraphField {...form.field('reason')} label={m.reason} required rows={2} />
      </Form>
    </ManyDialog>
  )
}

/** The units that follow every one of the ended units. */
function sharedHeirs(cases: readonly Orphan[]): Orphan['successors'] {
  const [first, ...others] = cases
  return (first?.successors ?? []).filter(({ unitId }) =>
    others.every(({ successors }) => successors.some((one) => one.unitId === unitId)),
  )
}
