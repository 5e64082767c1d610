import { type KeyboardEvent, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel } from '#ui/language.tsx'
import type { NodeKind } from '../contract.ts'
import { addStep, connect, type Direction, moveStep, neighbour, placeStep, removeStep, tidy } from './board.ts'
import { en } from './design-messages.en.ts'
import { vi } from './design-messages.vi.ts'
import { useDesignTexts } from './texts.ts'
import type { Drawing } from './use-drawing.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** What a step is called before anyone names it. */
export const defaultName = (kind: NodeKind) => ({ vi: vi.names[kind], en: en.names[kind] })

/** The acts of the designer, by key, by button and by hand: each says aloud what it did. */
export function useDesigning(drawing: Drawing, onEdit: () => void) {
  const d = useDesignTexts()
  const say = useLabel()
  const { process, edit } = drawing
  const [selected, setSelected] = useState<string | null>(process.nodes[0]?.id ?? null)
  const [connecting, setConnecting] = useState<string | null>(null)
  const [spoken, setSpoken] = useState('')
  const nameOf = (id: string) => {
    const node = process.nodes.find((one) => one.id === id)
    return node ? say(node.name) : id
  }
  const add = (after: string) => {
    const added = addStep(process, after, 'work', defaultName('work'))
    edit(added.process)
    setSelected(added.id)
    setSpoken(d.added(say(defaultName('work'))))
  }
  const remove = (id: string) => {
    const next = removeStep(process, id)
    if (next === process) return
    const before = process.edges.find(({ to }) => to === id)?.from
    edit(next)
    setSelected(before ?? next.nodes[0]?.id ?? null)
    setSpoken(d.removed(nameOf(id)))
  }
  const startConnecting = (id: string) => {
    setConnecting(id)
    setSelected(id)
    setSpoken(d.connecting(nameOf(id)))
  }
  const choose = (id: string) => {
    if (connecting !== null && connecting !== id) {
      edit(connect(process, connecting, id))
      setSpoken(d.connected(nameOf(connecting), nameOf(id)))
    }
    setConnecting(null)
    setSelected(id)
  }
  const move = (id: string, direction: Direction) => {
    const next = moveStep(process, id, direction)
    const node = next.nodes.find((one) => one.id === id)
    edit(next, `move ${id}`)
    if (node) setSpoken(d.moved(formatNumber(node.x), formatNumber(node.y)))
  }
  const undo = () => {
    drawing.undo()
    setSpoken(d.undone)
  }
  const redo = () => {
    drawing.redo()
    setSpoken(d.redone)
  }
  const enter = (id: string) => {
    if (connecting !== null) return choose(id)
    setSelected(id)
    onEdit()
  }
  const byKey = (key: string, id: string): (() => void) | undefined =>
    ({
      Enter: () => enter(id),
      a: () => add(id),
      Insert: () => add(id),
      c: () => startConnecting(id),
      Delete: () => remove(id),
      Escape: () => setConnecting(null),
    })[key]
  const onKey = (event: KeyboardEvent, id: string) => {
    const isCommand = event.ctrlKey || event.metaKey
    const direction = ARROWS[event.key]
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const act = isCommand
      ? { z: event.shiftKey ? redo : undo, y: redo }[letter]
      : direction
        ? () => (event.shiftKey ? move(id, direction) : setSelected(neighbour(process, id, direction) ?? id))
        : byKey(letter, id)
    if (!act) return
    event.preventDefault()
    act()
  }
  const onDrag = (id: string, dx: number, dy: number) => {
    const node = process.nodes.find((one) => one.id === id)
    if (node) edit(placeStep(process, id, node.x + dx, node.y + dy))
  }
  return {
    selected: process.nodes.some(({ id }) => id === selected) ? selected : null,
    connecting: connecting === null ? null : nameOf(connecting),
    spoken,
    select: setSelected,
    choose,
    add,
    remove,
    startConnecting,
    undo,
    redo,
    tidyUp: () => edit(tidy(process)),
    onKey,
    onDrag,
  }
}

export type Designing = ReturnType<typeof useDesigning>
