import { ActionIcon, Fieldset, Group, Input, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useLabel } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ProcedureContent, ProcessEdge, ProcessNode } from '../contract.ts'
import { changeEdge, connect, removeEdge, reorderEdge } from './board.ts'
import { ConditionField } from './condition-field.tsx'
import { useDesignTexts } from './texts.ts'
import type { Drawing } from './use-drawing.ts'

type Props = {
  readonly drawing: Drawing
  readonly node: ProcessNode
  readonly questions: ProcedureContent['questions']
}

/** The ways out of a step in the order in which they are asked, and a new one. */
export function WaysPanel({ drawing, node, questions }: Props) {
  const d = useDesignTexts()
  const say = useLabel()
  const { process, edit } = drawing
  const ways = process.edges.flatMap((edge, index) => (edge.from === node.id ? [{ edge, index }] : []))
  const free = process.nodes.filter(
    ({ id, kind }) => id !== node.id && kind !== 'start' && !ways.some(({ edge }) => edge.to === id),
  )
  return (
    <Input.Wrapper label={d.ways} description={d.waysHint} labelElement="div">
      <Stack gap="sm" mt={6}>
        {ways.length === 0 && <Text size="sm">{d.noWays}</Text>}
        {ways.map(({ edge, index }) => (
          <Way key={edge.to} drawing={drawing} edge={edge} index={index} questions={questions} />
        ))}
        <SelectField
          key={ways.length}
          label={d.newWay}
          options={free.map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={null}
          onChange={(to) => to !== null && edit(connect(process, node.id, to))}
        />
      </Stack>
    </Input.Wrapper>
  )
}

type WayProps = Pick<Props, 'drawing' | 'questions'> & { readonly edge: ProcessEdge; readonly index: number }

function Way({ drawing: { process, edit }, edge, index, questions }: WayProps) {
  const d = useDesignTexts()
  const say = useLabel()
  const target = process.nodes.find(({ id }) => id === edge.to)
  const name = target ? say(target.name) : edge.to
  const siblings = process.edges.flatMap(({ from }, place) => (from === edge.from ? [place] : []))
  const label = edge.label ?? { vi: '', en: '' }
  return (
    <Fieldset legend={d.wayTo(name)}>
      <Stack gap="sm">
        <TextField
          label={d.wayLabel}
          value={label.vi}
          onChange={(vi) =>
            edit(changeEdge(process, index, { label: vi === '' ? null : { vi, en: label.en } }), `label ${index}`)
          }
        />
        <ConditionField
          label={d.condition}
          value={edge.when}
          questions={questions}
          onChange={(when) => edit(changeEdge(process, index, { when }), `when ${index}`)}
        />
        <Group gap={6} justify="flex-end">
          <ActionIcon
            variant="default"
            aria-label={`${d.earlier}: ${name}`}
            disabled={siblings[0] === index}
            onClick={() => edit(reorderEdge(process, index, -1))}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={`${d.later}: ${name}`}
            disabled={siblings.at(-1) === index}
            onClick={() => edit(reorderEdge(process, index, 1))}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={d.removeWay(name)} onClick={() => edit(removeEdge(process, index))}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  )
}
