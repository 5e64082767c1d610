import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { TextField } from '#ui/text-field.tsx'
import { listFailedSearches, listSynonyms, removeSynonym, saveSynonym } from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Failed = z.output<typeof listFailedSearches.output>['searches'][number]
type Synonym = z.output<typeof listSynonyms.output>['synonyms'][number]

/** What citizens say, learned from what they searched for in vain. */
export function WordsPage() {
  const m = useMessages({ vi, en })
  const [said, setSaid] = useState<string | null>(null)
  return (
    <Page title={m.title} lead={m.lead}>
      <FailedSearches onGive={setSaid} />
      <Synonyms onAdd={() => setSaid('')} />
      <Dialog opened={said !== null} title={m.add} onClose={() => setSaid(null)}>
        <SynonymForm said={said ?? ''} onDone={() => setSaid(null)} />
      </Dialog>
    </Page>
  )
}

function FailedSearches({ onGive }: { readonly onGive: (words: string) => void }) {
  const m = useMessages({ vi, en })
  const failed = useOperation(listFailedSearches, { limit: 100 })
  return (
    <Section title={m.failed} lead={m.failedLead}>
      <DataTable<Failed>
        label={m.failedTable}
        rows={failed.data?.searches ?? []}
        rowKey={({ words }) => words}
        state={failed.isPending ? 'loading' : 'ready'}
        problem={failed.error}
        phone="cards"
        empty={<EmptyState title={m.noFailed} />}
        columns={[
          { key: 'words', label: m.words, cell: ({ words }) => words },
          { key: 'times', label: m.times, width: 110, align: 'end', cell: ({ times }) => formatNumber(times) },
          { key: 'last', label: m.last, width: 170, cell: ({ lastAt }) => formatMoment(lastAt) },
          {
            key: 'give',
            label: m.give,
            width: 230,
            cell: ({ words }) => (
              <Button size="compact-sm" variant="subtle" aria-label={m.giveFor(words)} onClick={() => onGive(words)}>
                {m.give}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Synonyms({ onAdd }: { readonly onAdd: () => void }) {
  const m = useMessages({ vi, en })
  const synonyms = useOperation(listSynonyms, { limit: 500 })
  const remove = useChange(removeSynonym, { invalidates: [listSynonyms] })
  return (
    <Section
      title={m.synonyms}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          {m.add}
        </Button>
      }
    >
      <DataTable<Synonym>
        label={m.synonymsTable}
        rows={synonyms.data?.synonyms ?? []}
        rowKey={({ id }) => id}
        state={synonyms.isPending ? 'loading' : 'ready'}
        problem={synonyms.error ?? remove.error}
        phone="cards"
        height={460}
        empty={<EmptyState title={m.none} />}
        columns={[
          { key: 'said', label: m.said, cell: ({ said }) => said, sortBy: ({ said }) => said },
          { key: 'means', label: m.means, cell: ({ means }) => means },
          { key: 'by', label: m.by, width: 190, cell: ({ writtenByName }) => writtenByName },
          {
            key: 'remove',
            label: m.remove,
            width: 100,
            cell: ({ id, said }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                color="bad"
                aria-label={m.removeOf(said)}
                onClick={() => remove.mutate({ id })}
              >
                {m.remove}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}

function SynonymForm({ said, onDone }: { readonly said: string; readonly onDone: () => void }) {
  const m = useMessages({ vi, en })
  const save = useChange(saveSynonym, { invalidates: [listSynonyms, listFailedSearches], onDone })
  const form = useForm({ start: { said, means: '' }, send: (value) => save.mutateAsync(value) })
  return (
    <Form form={form} submitLabel={m.save} onCancel={onDone}>
      <TextField {...form.field('said')} label={m.said} required maxLength={100} />
      <TextField {...form.field('means')} label={m.means} hint={m.meansHint} required maxLength={200} />
    </Form>
  )
}
