import { DataTable } from '#ui/data-table.tsx'
import { useLabel } from '#ui/language.tsx'
import type { ProcedureContent, ProcessEdge, ProcessNode } from '../contract.ts'
import { useDesignTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly steps: readonly ProcessNode[]
  readonly edges: readonly ProcessEdge[]
  readonly questions: ProcedureContent['questions']
}

/** The steps in order, each with who does it, in what time, and where it leads. */
export function StepsTable({ steps, edges, questions }: Props) {
  const d = useDesignTexts()
  const say = useLabel()
  const words = useWords()
  const ways = (id: string) =>
    edges
      .filter(({ from }) => from === id)
      .map(({ to, when, label }) => {
        const target = steps.find((step) => step.id === to)
        const condition = label ? say(label) : when ? words.condition(when, questions) : ''
        return { to, text: `${target ? say(target.name) : to}${condition && ` (${condition})`}` }
      })
  return (
    <DataTable
      label={d.list}
      phone="cards"
      rows={steps}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: d.step, width: 240, cell: ({ name }) => say(name) },
        { key: 'kind', label: d.kind, width: 120, cell: ({ kind }) => d.kinds[kind] },
        { key: 'role', label: d.role, width: 150, cell: ({ role, kind }) => (kind === 'end' ? '–' : d.roles[role]) },
        {
          key: 'holder',
          label: d.holder,
          width: 190,
          cell: ({ holder, kind }) => (kind === 'end' ? '–' : d.holders[holder.kind]),
        },
        { key: 'time', label: d.time, width: 150, cell: ({ term }) => (term === null ? '–' : words.term(term)) },
        {
          key: 'ways',
          label: d.ways,
          width: 300,
          cell: ({ id }) => ways(id).map(({ to, text }) => <div key={to}>→ {text}</div>),
        },
      ]}
    />
  )
}
