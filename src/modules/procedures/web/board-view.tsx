import { Button, Group, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel } from '#ui/language.tsx'
import type { Finding, Process, ProcessNode } from '../contract.ts'
import classes from './board.module.css'
import { arrowOf, BOX, CELL, cornerOf, sizeOf } from './board-shape.ts'
import { KindIcon } from './kind-icon.tsx'
import { useDesignTexts } from './texts.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly process: Process
  readonly questions: Parameters<ReturnType<typeof useWords>['condition']>[1]
  readonly selected?: string | null
  readonly onSelect: (id: string) => void
  readonly findings?: readonly Pick<Finding, 'place' | 'severity'>[]
  /** Steps a case goes through, in order. */
  readonly way?: readonly string[]
  readonly onKey?: (event: KeyboardEvent, id: string) => void
  /** A step was dragged by so many cells. */
  readonly onDrag?: (id: string, dx: number, dy: number) => void
}

const SMALLEST = 0.5
const NONE: readonly never[] = []

/** The process as a picture: steps are buttons on a grid, arrows between them with their conditions. */
export function BoardView({ process, questions, selected = null, findings = NONE, way = NONE, ...rest }: Props) {
  const m = useDesignTexts()
  const { ref, width } = useElementSize()
  const [zoom, setZoom] = useState<number | null>(null)
  const size = sizeOf(process)
  // As small as it must be to be seen whole, but never too small to read.
  const fitting = width > 0 ? Math.max(0.7, Math.min(1, (width - 4) / size.width)) : 1
  const scale = zoom ?? fitting
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    // Keys moved the choice: the focus goes along, unless it is somewhere else on the page.
    if (selected === null || !sheet.current?.contains(document.activeElement)) return
    sheet.current.querySelector<HTMLElement>(`[data-step="${CSS.escape(selected)}"]`)?.focus()
  }, [selected])
  const zoomBy = (factor: number) => setZoom(Math.min(1.6, Math.max(SMALLEST, scale * factor)))
  return (
    <div>
      <div ref={ref} className={classes.frame}>
        <section
          ref={sheet}
          aria-label={m.boardOf(formatNumber(process.nodes.length))}
          className={classes.sheet}
          style={{ ...size, zoom: scale }}
        >
          <Arrows process={process} questions={questions} way={way} size={size} />
          {process.nodes.map((node) => (
            <Step
              key={node.id}
              node={node}
              process={process}
              findings={findings}
              isSelected={node.id === selected}
              isFirstStop={node.id === (selected ?? process.nodes[0]?.id)}
              isOn={way.includes(node.id)}
              scale={scale}
              {...rest}
            />
          ))}
        </section>
      </div>
      <Group gap={4} mt={6} justify="flex-end">
        <Button size="compact-xs" variant="default" aria-label={m.zoomOut} onClick={() => zoomBy(1 / 1.2)}>
          <IconZoomOut size={14} aria-hidden />
        </Button>
        <Button size="compact-xs" variant="default" aria-label={m.zoomIn} onClick={() => zoomBy(1.2)}>
          <IconZoomIn size={14} aria-hidden />
        </Button>
      </Group>
    </div>
  )
}

type StepProps = Pick<Props, 'process' | 'onSelect' | 'onKey' | 'onDrag'> & {
  readonly node: ProcessNode
  readonly findings: NonNullable<Props['findings']>
  readonly isSelected: boolean
  readonly isFirstStop: boolean
  readonly isOn: boolean
  readonly scale: number
}

function Step({ node, process, findings, isSelected, isFirstStop, isOn, scale, onSelect, onKey, onDrag }: StepProps) {
  const m = useDesignTexts()
  const say = useLabel()
  const words = useWords()
  const drag = useDrag(scale, (dx, dy) => onDrag?.(node.id, dx, dy))
  const own = findings.filter(({ place }) => place === `nodes.${node.id}`)
  const found = own.some(({ severity }) => severity === 'error') ? 'error' : own.length > 0 ? 'warning' : undefined
  const { left, top } = cornerOf(node)
  const next = process.edges
    .filter(({ from }) => from === node.id)
    .flatMap(({ to }) => process.nodes.filter(({ id }) => id === to).map(({ name }) => say(name)))
  const time = node.term === null ? null : words.term(node.term)
  const more = [next.length > 0 && m.leadsTo(next.join(', ')), own.length > 0 && m.found(formatNumber(own.length))]
  return (
    <button
      type="button"
      className={classes.step}
      data-step={node.id}
      data-kind={node.kind}
      data-found={found}
      data-on={isOn || undefined}
      aria-pressed={isSelected}
      tabIndex={isFirstStop ? 0 : -1}
      style={{ left: left + drag.by[0], top: top + drag.by[1], ...BOX }}
      onClick={() => onSelect(node.id)}
      onKeyDown={(event) => onKey?.(event, node.id)}
      {...(onDrag && drag.handlers)}
    >
      <span className={classes.kind}>
        <KindIcon kind={node.kind} /> {m.kinds[node.kind]}
      </span>
      <span className={classes.name}>{say(node.name)}</span>
      <span className={classes.time}>{time ?? ''}</span>
      <VisuallyHidden>{more.filter(Boolean).join('; ')}</VisuallyHidden>
    </button>
  )
}

/** Dragging with a pointer, in whole cells when it ends; keys do the same without. */
function useDrag(scale: number, onEnd: (dx: number, dy: number) => void) {
  const from = useRef<readonly [number, number] | null>(null)
  const [by, setBy] = useState<readonly [number, number]>([0, 0])
  const stop = () => {
    from.current = null
    setBy([0, 0])
  }
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      from.current = [event.clientX, event.clientY]
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === null) return
      setBy([(event.clientX - from.current[0]) / scale, (event.clientY - from.current[1]) / scale])
    },
    onPointerUp: () => {
      if (from.current === null) return
      const [dx, dy] = [Math.round(by[0] / CELL.width), Math.round(by[1] / CELL.height)]
      stop()
      if (dx !== 0 || dy !== 0) onEnd(dx, dy)
    },
    onPointerCancel: stop,
  }
  return { by, handlers }
}

type ArrowsProps = Required<Pick<Props, 'process' | 'questions' | 'way'>> & {
  readonly size: { readonly width: number; readonly height: number }
}

function Arrows({ process, questions, way, size }: ArrowsProps) {
  const say = useLabel()
  const words = useWords()
  const head = useId()
  const byId = new Map(process.nodes.map((node) => [node.id, node]))
  const arrows = process.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to) return []
    const text = edge.label ? say(edge.label) : edge.when ? words.condition(edge.when, questions) : ''
    const place = way.indexOf(edge.from)
    const isOn = place >= 0 && way[place + 1] === edge.to
    return [
      { key: `${edge.from} ${edge.to}`, text, isOn, isFar: to.x - from.x > 3, ...arrowOf(from, to, process.nodes) },
    ]
  })
  return (
    <>
      <svg {...size} className={classes.arrows} aria-hidden="true">
        <defs>
          <marker id={head} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" className={classes.head} />
          </marker>
        </defs>
        {arrows.map(({ key, path, isOn }) => (
          <path key={key} d={path} className={classes.arrow} data-on={isOn || undefined} markerEnd={`url(#${head})`} />
        ))}
      </svg>
      {arrows
        .filter(({ text }) => text !== '')
        .map(({ key, text, x, y, isFar }) => (
          <span
            key={key}
            className={classes.label}
            data-wide={isFar || undefined}
            style={{ left: x, top: y }}
            aria-hidden="true"
          >
            {text.length > 60 ? `${text.slice(0, 58)}…` : text}
          </span>
        ))}
    </>
  )
}
