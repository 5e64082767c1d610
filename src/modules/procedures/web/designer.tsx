import { Button, Group, SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { FindingsList } from '#ui/findings-list.tsx'
import { Section } from '#ui/page.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import type { Finding, ProcedureContent } from '../contract.ts'
import { checkProcess, longestTime } from '../domain/check-process.ts'
import { hoursOf, sevenths } from '../domain/work-amount.ts'
import classes from './board.module.css'
import { BoardView } from './board-view.tsx'
import { StepList } from './step-list.tsx'
import { StepPanel } from './step-panel.tsx'
import { useDesignTexts } from './texts.ts'
import { TimeBar } from './time-bar.tsx'
import { type Designing, useDesigning } from './use-designing.ts'
import type { Drawing } from './use-drawing.ts'

type Props = { readonly drawing: Drawing; readonly content: Pick<ProcedureContent, 'questions' | 'terms'> }

/** The process as a picture or a list, equal in what they can do, with the chosen step beside it and what the check says below. */
export function Designer({ drawing, content }: Props) {
  const d = useDesignTexts()
  const isWide = useMediaQuery('(min-width: 75em)')
  const isPhone = useMediaQuery('(max-width: 48em)')
  const panel = useRef<HTMLDivElement>(null)
  const [isEditing, setEditing] = useState(false)
  const [look, setLook] = useState<string | null>(null)
  const openPanel = () => {
    setEditing(true)
    // After the panel of the chosen step has been drawn.
    setTimeout(() => panel.current?.querySelector<HTMLElement>('input')?.focus(), 60)
  }
  const designing = useDesigning(drawing, openPanel)
  const { process } = drawing
  const { questions, terms } = content
  const findings = useMemo(() => checkProcess(process, { questions, terms }), [process, questions, terms])
  const node = process.nodes.find(({ id }) => id === designing.selected)
  const view = look ?? (isPhone ? 'list' : 'board')
  const goTo = ({ place }: Finding) => {
    const [kind, name = ''] = place.split('.')
    const id = kind === 'edges' ? process.edges[Number(name)]?.from : name
    if (id === undefined) return
    designing.select(id)
    document.querySelector<HTMLElement>(`main [data-step="${CSS.escape(id)}"]`)?.focus()
  }
  const fields = node && (
    <div ref={panel}>
      <StepPanel key={node.id} drawing={drawing} node={node} questions={questions} />
    </div>
  )
  return (
    <Stack gap="md">
      <Toolbar drawing={drawing} designing={designing} view={view} onView={setLook} />
      <output aria-live="polite">
        {designing.connecting === null ? (
          <VisuallyHidden>{designing.spoken}</VisuallyHidden>
        ) : (
          <Text size="sm">{d.connecting(designing.connecting)}</Text>
        )}
      </output>
      <div className={classes.designer}>
        <Stack gap="md">
          {view === 'board' ? (
            <div>
              <BoardView
                process={process}
                questions={questions}
                findings={findings}
                selected={designing.selected}
                onSelect={designing.choose}
                onKey={designing.onKey}
                onDrag={designing.onDrag}
              />
              <Text size="xs" c="dimmed">
                {d.keys}
              </Text>
            </div>
          ) : (
            <StepList
              process={process}
              questions={questions}
              findings={findings}
              selected={designing.selected}
              onEdit={(id) => {
                designing.select(id)
                openPanel()
              }}
              onAdd={designing.add}
              onConnect={(id) => {
                designing.select(id)
                openPanel()
              }}
              onRemove={designing.remove}
            />
          )}
          <Checked findings={findings} hours={hoursOf(longestTime(process))} terms={terms} onOpen={goTo} />
        </Stack>
        {isWide && <Section title={d.panel}>{fields ?? <Text size="sm">{d.noneSelected}</Text>}</Section>}
      </div>
      {!isWide && (
        <SideDrawer opened={isEditing && node !== undefined} title={d.panel} onClose={() => setEditing(false)}>
          {fields}
        </SideDrawer>
      )}
    </Stack>
  )
}

type ToolbarProps = {
  readonly drawing: Drawing
  readonly designing: Designing
  readonly view: string
  readonly onView: (view: string) => void
}

function Toolbar({ drawing, designing, view, onView }: ToolbarProps) {
  const d = useDesignTexts()
  const { selected } = designing
  const onSelected = (act: (id: string) => void) => () => selected !== null && act(selected)
  const kind = drawing.process.nodes.find(({ id }) => id === selected)?.kind
  const isFixed = kind === undefined || kind === 'start' || kind === 'end'
  return (
    <Group gap="xs" role="toolbar" aria-label={d.title}>
      <SegmentedControl
        aria-label={d.look}
        value={view}
        onChange={onView}
        data={[
          { value: 'board', label: d.board },
          { value: 'list', label: d.list },
        ]}
      />
      <Button variant="default" disabled={selected === null} onClick={onSelected(designing.add)}>
        {kind === 'end' ? d.addBefore : d.addAfter}
      </Button>
      {view === 'board' && (
        <Button
          variant="default"
          disabled={selected === null || kind === 'end'}
          onClick={onSelected(designing.startConnecting)}
        >
          {d.connect}
        </Button>
      )}
      <Button variant="default" disabled={isFixed} onClick={onSelected(designing.remove)}>
        {d.remove}
      </Button>
      <Button variant="default" disabled={!drawing.canUndo} onClick={designing.undo}>
        {d.undo}
      </Button>
      <Button variant="default" disabled={!drawing.canRedo} onClick={designing.redo}>
        {d.redo}
      </Button>
      {view === 'board' && (
        <Button variant="default" onClick={designing.tidyUp}>
          {d.tidy}
        </Button>
      )}
    </Group>
  )
}

type CheckedProps = {
  readonly findings: readonly Finding[]
  readonly hours: number
  readonly terms: ProcedureContent['terms']
  readonly onOpen: (finding: Finding) => void
}

function Checked({ findings, hours, terms, onOpen }: CheckedProps) {
  const d = useDesignTexts()
  const limitHours = hoursOf(Math.max(0, ...terms.map(({ term }) => sevenths(term))))
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <Section title={d.times}>
        <TimeBar hours={hours} limitHours={limitHours} />
      </Section>
      <Section
        title={d.findings}
        lead={findings.length > 0 && d.errors(formatNumber(errors), formatNumber(findings.length - errors))}
      >
        <FindingsList findings={findings} way={(finding) => (finding.place === '' ? null : () => onOpen(finding))} />
      </Section>
    </>
  )
}
