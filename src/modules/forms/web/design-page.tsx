import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { usePathPart } from '#ui/address.ts'
import { useLabel } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { Tabs } from '#ui/tabs.tsx'
import * as contract from '../contract.ts'
import type { Answers } from '../domain/answer.ts'
import { canonicalDefinition, type FormDefinition, fieldsOf } from '../domain/definition.ts'
import { lintForm } from '../domain/lint.ts'
import classes from './design.module.css'
import * as design from './design-state.ts'
import { type Chosen, FieldList } from './field-list.tsx'
import { FieldPanel } from './field-panel.tsx'
import { FormView } from './form-view.tsx'
import { LintPanel } from './lint-panel.tsx'
import { FormPanel, StepPanel } from './part-panels.tsx'
import { PublishButton } from './publish-button.tsx'
import { useTexts } from './texts.ts'
import { useDesign } from './use-design.ts'

type FormAnswer = z.output<typeof contract.getForm.output>

/** Where a form is written: its fields, the one that is chosen, and how it looks on a phone. */
export function DesignPage() {
  const m = useTexts()
  const say = useLabel()
  const code = usePathPart('code')
  const query = useOperation(contract.getForm, { code, draft: true })
  const title = query.data && say(query.data.version.title)
  return (
    <Page
      title={title ? `${m.design}: ${title}` : m.design}
      lead={m.designLead}
      width="full"
      trail={[{ label: m.forms, to: '/forms' }, { label: code, to: `/forms/${code}` }, { label: m.design }]}
    >
      <Loaded query={query} lines={12}>
        {(answer) => <Designed key={answer.id} answer={answer} />}
      </Loaded>
    </Page>
  )
}

function Designed({ answer }: { readonly answer: FormAnswer }) {
  const m = useTexts()
  const may = useMay()
  const [begun] = useState(answer)
  const designed = useDesign(begun.code, begun.definition, begun.version)
  const { definition, edit } = designed
  const [{ chosen, turn }, setPlace] = useState<{ chosen: Chosen; turn: number }>({ chosen: 'form', turn: 0 })
  const part = useRef<HTMLElement>(null)
  const setChosen = (next: Chosen) => {
    setPlace((now) => ({ chosen: next, turn: now.turn + 1 }))
    // On a phone the properties stand below the list.
    if (matchMedia('(max-width: 48em)').matches) part.current?.scrollIntoView()
  }
  // A field that gets another name while it is edited stays on the screen, with the cursor where it is.
  const follow = (name: string) => setPlace((now) => ({ chosen: { field: name }, turn: now.turn }))
  const later = useDeferredValue(definition)
  const linted = useMemo(() => lintForm(later), [later])
  const published = useMemo(
    () =>
      new Set(
        begun.version.state === 'draft' && begun.versions.length === 1
          ? []
          : fieldsOf(begun.definition).map(({ name }) => name),
      ),
    [begun],
  )
  const wrong = new Set(
    linted.findings.flatMap(({ place, severity }) =>
      severity === 'error' && place.startsWith('fields.') ? [place.slice(7)] : [],
    ),
  )
  const errors = linted.findings.filter(({ severity }) => severity === 'error').length
  return (
    <Stack gap="md">
      {designed.isConflict ? (
        <Alert color="warning" role="alert" title={m.conflict}>
          <Button variant="default" onClick={() => location.reload()}>
            {m.reload}
          </Button>
        </Alert>
      ) : (
        designed.problem !== null && <ProblemAlert problem={designed.problem} />
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {designed.isDirty ? m.unsaved : designed.revision === null ? '' : m.allSaved}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={!designed.canUndo}
            onClick={() => {
              designed.undo()
              setChosen(chosen)
            }}
          >
            {m.undo}
          </Button>
          <LinkButton variant="default" to={`/forms/${begun.code}`}>
            {m.tryOut}
          </LinkButton>
          {may('forms:publish') && designed.revision !== null && (
            <PublishButton
              code={begun.code}
              revision={designed.revision}
              isSaved={!designed.isDirty}
              linted={linted}
              steps={definition.steps}
            />
          )}
          {may('forms:write') && (
            <Button loading={designed.isBusy} onClick={() => void designed.save()}>
              {m.save}
            </Button>
          )}
        </Group>
      </Group>
      <div className={classes.board}>
        <section className={classes.pane} aria-label={m.structure}>
          <FieldList definition={definition} chosen={chosen} wrong={wrong} onChoose={setChosen} onEdit={edit} />
        </section>
        <section ref={part} className={classes.pane} aria-label={m.properties}>
          <Part
            key={turn}
            definition={definition}
            chosen={chosen}
            published={published}
            onChoose={setChosen}
            onFollow={follow}
            onEdit={edit}
          />
        </section>
        <Tabs
          label={m.preview}
          tabs={[
            { key: 'preview', label: m.preview, content: () => <PhonePreview definition={later} /> },
            {
              key: 'lint',
              label: m.lint,
              count: errors,
              content: () => <LintPanel linted={linted} steps={later.steps} onOpen={setChosen} />,
            },
          ]}
        />
      </div>
    </Stack>
  )
}

type PartProps = {
  readonly definition: FormDefinition
  readonly chosen: Chosen
  readonly published: ReadonlySet<string>
  readonly onChoose: (chosen: Chosen) => void
  readonly onFollow: (name: string) => void
  readonly onEdit: (act: (definition: FormDefinition) => FormDefinition) => void
}

function Part({ definition, chosen, published, onChoose, onFollow, onEdit }: PartProps) {
  const m = useTexts()
  if (chosen === 'form')
    return <FormPanel definition={definition} onChange={(change) => onEdit((now) => ({ ...now, ...change }))} />
  if ('step' in chosen) {
    const step = definition.steps[chosen.step]
    if (!step) return <Text size="sm">{m.choosePart}</Text>
    return (
      <StepPanel
        key={step.code}
        definition={definition}
        step={step}
        onChange={(change) => onEdit((now) => design.changeStep(now, chosen.step, change))}
        onRemove={() => {
          onEdit((now) => design.removeStep(now, chosen.step))
          onChoose('form')
        }}
      />
    )
  }
  const field = fieldsOf(definition).find(({ name }) => name === chosen.field)
  if (!field) return <Text size="sm">{m.choosePart}</Text>
  const rename = (to: string) => {
    if (fieldsOf(definition).some(({ name }) => name === to)) return
    onEdit((now) => design.renameField(now, field.name, to, published.has(field.name)))
    onFollow(to)
  }
  return (
    <FieldPanel
      definition={definition}
      field={field}
      onChange={(change) => onEdit((now) => design.changeField(now, field.name, change))}
      onRename={rename}
      onLabelled={() => {
        const named = design.nameByLabel(definition, field.name)
        if (named.name === field.name) return
        onEdit(() => named.definition)
        onFollow(named.name)
      }}
    />
  )
}

/** The form as a citizen's phone shows it; what was tried goes on from one change to the next. */
function PhonePreview({ definition }: { readonly definition: FormDefinition }) {
  const [today] = useState(() => dayAt(new Date()))
  const [answers, setAnswers] = useState<Answers>({})
  const text = canonicalDefinition(definition)
  return (
    <div className={classes.phone}>
      <FormView
        key={text}
        definition={definition}
        today={today}
        layout="whole"
        answers={answers}
        onChange={setAnswers}
      />
    </div>
  )
}
