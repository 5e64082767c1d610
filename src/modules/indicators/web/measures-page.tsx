import { Button, Code, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { matches } from '#kernel/text.ts'
import { useAddress } from '#ui/address.ts'
import { CheckField, ChoiceField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Page } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import { useToday } from '#ui/today.ts'
import * as contract from '../contract.ts'
import { NATURES, SOURCES } from '../domain/words.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'
import { FIGURE_DEFAULTS } from './figure-address.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { FIGURES_TOPIC } from './topics.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { useView } from './use-view.ts'
import { ViewBar } from './view-bar.tsx'

const Filter = z.object({ search: z.string().default('') })

/** The numbers everything is made of, each with its figure to open. */
export function MeasuresPage() {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const may = useMay()
  const view = useView()
  const openFigure = useOpenFigure()
  const [{ search }, setFilter] = useAddress(Filter)
  const [adding, setAdding] = useState(false)
  const measures = useOperation(contract.listMeasures, {}, { topics: [FIGURES_TOPIC] })
  const rows = (measures.data?.measures ?? []).filter(
    ({ code, name, topic }) =>
      search.trim() === '' || matches(search, `${code} ${name.vi} ${name.en} ${topic}`) !== null,
  )
  return (
    <Page
      title={m.measures}
      lead={m.measuresLead}
      width="full"
      actions={may('indicators:define') && <Button onClick={() => setAdding(true)}>{m.addMeasure}</Button>}
    >
      <ViewBar view={view} />
      <Group>
        <SearchField
          label={m.findMeasure}
          value={search}
          width={320}
          onChange={(text) => setFilter({ search: text })}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {m.rows(formatNumber(rows.length))}
        </Text>
      </Group>
      <DataTable
        label={m.measures}
        rows={rows}
        rowKey={(row) => row.code}
        phone="cards"
        height={680}
        state={measures.isPending ? 'loading' : 'ready'}
        problem={measures.error}
        empty={<EmptyState title={m.nothingFound} />}
        columns={[
          { key: 'name', label: m.name, width: 360, sortBy: (row) => say(row.name), cell: (row) => say(row.name) },
          { key: 'code', label: m.code, width: 220, sortBy: (row) => row.code, cell: (row) => <Code>{row.code}</Code> },
          { key: 'unit', label: m.unit, width: 120, cell: (row) => say(row.unit) },
          { key: 'nature', label: m.nature, width: 150, cell: (row) => m.natures[row.nature] },
          {
            key: 'source',
            label: m.source,
            width: 150,
            sortBy: (row) => row.source,
            cell: (row) => m.sources[row.source],
          },
          { key: 'since', label: m.since, width: 110, cell: (row) => formatDay(row.validFrom) },
          {
            key: 'open',
            label: m.openFigures,
            width: 130,
            cell: ({ code, name }) => (
              <Button
                size="xs"
                variant="light"
                disabled={view.unit === null}
                aria-label={`${m.openFigures}: ${say(name)}`}
                onClick={() => {
                  if (!view.unit) return
                  const { period, regime, structureOn, standing } = view
                  const item = { kind: 'measure' as const, code }
                  openFigure({ ...FIGURE_DEFAULTS, item, unitId: view.unit.id, period, regime, structureOn, standing })
                }}
              >
                {m.openFigures}
              </Button>
            ),
          },
        ]}
      />
      <AddMeasure opened={adding} onClose={() => setAdding(false)} />
      <FigureDrawer />
    </Page>
  )
}

function AddMeasure({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const m = useMessages({ vi, en })
  const toast = useToast()
  const today = useToday()
  const define = useChange(contract.defineMeasure, {
    invalidates: [contract.listMeasures],
    onDone: () => {
      toast.good(m.measureAdded)
      onClose()
    },
  })
  const form = useForm({
    start: {
      code: '',
      nameVi: '',
      nameEn: '',
      unitVi: '',
      unitEn: '',
      nature: 'flow' as string | null,
      source: 'reported' as string | null,
      decimals: 0 as number | null,
      addsUp: true,
      topic: '',
      validFrom: today as string | null,
    },
    names: {
      'name.vi': 'nameVi',
      'name.en': 'nameEn',
      'unit.vi': 'unitVi',
      'unit.en': 'unitEn',
      rollUp: 'addsUp',
    },
    send: ({ code, nameVi, nameEn, unitVi, unitEn, topic, nature, source, decimals, addsUp, validFrom }) =>
      define.mutateAsync({
        code,
        name: { vi: nameVi, en: nameEn || nameVi },
        unit: { vi: unitVi, en: unitEn || unitVi },
        nature: NATURES.find((value) => value === nature) ?? 'flow',
        source: SOURCES.find((value) => value === source) ?? 'reported',
        decimals: decimals ?? 0,
        rollUp: addsUp ? 'sum' : 'none',
        topic,
        validFrom: validFrom ?? '',
      }),
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={m.addMeasure}
      size="lg"
      closeButtonProps={{ 'aria-label': m.close }}
    >
      <Form form={form} onCancel={onClose}>
        <TextField {...form.field('code')} label={m.code} hint={m.codeHint} required />
        <Group grow align="flex-start">
          <TextField {...form.field('nameVi')} label={m.nameVi} required />
          <TextField {...form.field('nameEn')} label={m.nameEn} />
        </Group>
        <Group grow align="flex-start">
          <TextField {...form.field('unitVi')} label={m.unitVi} required />
          <TextField {...form.field('unitEn')} label={m.unitEn} />
        </Group>
        <Group grow align="flex-start">
          <ChoiceField
            {...form.field('nature')}
            label={m.nature}
            options={NATURES.map((value) => ({ value, label: m.natures[value], hint: m.natureHints[value] }))}
          />
          <ChoiceField
            {...form.field('source')}
            label={m.source}
            options={SOURCES.map((value) => ({ value, label: m.sources[value] }))}
          />
        </Group>
        <Group grow align="flex-start">
          <NumberField {...form.field('decimals')} label={m.decimals} />
          <TextField {...form.field('topic')} label={m.topic} />
          <DateField {...form.field('validFrom')} label={m.validFrom} required />
        </Group>
        <CheckField {...form.field('addsUp')} label={m.rollUps.sum} />
      </Form>
    </Modal>
  )
}
