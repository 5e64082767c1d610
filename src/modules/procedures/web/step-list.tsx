import { Button, Group, Text } from '@mantine/core'
import { useLabel } from '#ui/language.tsx'
import type { Finding, ProcedureContent, Process } from '../contract.ts'
import classes from './board.module.css'
import { stepsInOrder } from './board.ts'
import { useDesignTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly process: Process
  readonly questions: ProcedureContent['questions']
  readonly findings: readonly Finding[]
  readonly selected: string | null
  readonly onEdit: (id: string) => void
  readonly onAdd: (id: string) => void
  readonly onConnect: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** The same as the drawing, read from the start to the end: every act is a button of its own. */
export function StepList({ process, questions, findings, selected, onEdit, onAdd, onConnect, onRemove }: Props) {
  const d = useDesignTexts()
  const say = useLabel()
  const words = useWords()
  const nameOf = (id: string) => {
    const node = process.nodes.find((one) => one.id === id)
    return node ? say(node.name) : id
  }
  return (
    <ol className={classes.list} aria-label={d.list}>
      {stepsInOrder(process).map(({ id, kind, name, role, term }, place) => {
        const said = say(name)
        const isFixed = kind === 'start' || kind === 'end'
        const addWords = kind === 'end' ? d.addBefore : d.addAfter
        return (
          <li key={id} className={classes.item} data-selected={id === selected || undefined}>
            <Text fw={600}>{`${place + 1}. ${said}`}</Text>
            <Text size="sm" c="dimmed">
              {[d.kinds[kind], kind !== 'end' && d.roles[role], term && words.term(term)].filter(Boolean).join(' · ')}
            </Text>
            <ul className={classes.ways}>
              {process.edges
                .filter(({ from }) => from === id)
                .map(({ to, when, label }) => (
                  <li key={to}>
                    → {nameOf(to)}
                    {label && ` · ${say(label)}`}
                    {when && ` · ${words.when(when, questions)}`}
                  </li>
                ))}
            </ul>
            {findings
              .filter((finding) => finding.place === `nodes.${id}`)
              .map(({ code, message }) => (
                <Text key={code} size="sm" c="bad">
                  {say(message)}
                </Text>
              ))}
            <Group gap={6}>
              <Button
                data-step={id}
                size="compact-sm"
                variant="default"
                aria-label={`${d.edit}: ${said}`}
                onClick={() => onEdit(id)}
              >
                {d.edit}
              </Button>
              <Button size="compact-sm" variant="default" aria-label={`${addWords}: ${said}`} onClick={() => onAdd(id)}>
                {addWords}
              </Button>
              {kind !== 'end' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${d.connect}: ${said}`}
                  onClick={() => onConnect(id)}
                >
                  {d.connect}
                </Button>
              )}
              {!isFixed && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${d.remove}: ${said}`}
                  onClick={() => onRemove(id)}
                >
                  {d.remove}
                </Button>
              )}
            </Group>
          </li>
        )
      })}
    </ol>
  )
}
