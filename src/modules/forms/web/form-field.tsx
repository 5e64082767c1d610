import { Stack, Text, Title } from '@mantine/core'
import { memo, useCallback, useId, useState } from 'react'
import { useLanguage, useMessages } from '#ui/language.tsx'
import type { Field } from '../domain/definition.ts'
import { say } from '../domain/definition.ts'
import { hasAnswer } from '../domain/kinds.ts'
import { ComputedControl } from './computed-control.tsx'
import { FilesControl } from './files-control.tsx'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { type ControlProps, useFieldState, useFilling, useTroubleTexts, vouchedBy } from './form-context.ts'
import classes from './form-view.module.css'
import { PlaceControl } from './place-control.tsx'
import { SimpleControl } from './simple-control.tsx'
import { TableControl } from './table-control.tsx'

/** One field of a form; drawn again only when its own answer, its troubles, or whether it is shown changes. */
export const FormField = memo(function FormField({ field }: { readonly field: Field }) {
  const { language } = useLanguage()
  const filling = useFilling()
  const state = useFieldState(field.name)
  const { error, doubt } = useTroubleTexts(state, field.name)
  const m = useMessages({ vi, en })
  const asideId = useId()
  const { change } = filling
  const onChange = useCallback((value: unknown) => change(field.name, value), [change, field.name])
  // Asked once, it stays in the page out of sight: browsers look through every field for what they could fill in whenever one is put in.
  const [wasShown, setWasShown] = useState(state.shown)
  if (state.shown && !wasShown) setWasShown(true)
  if (!state.shown && !(wasShown && hasAnswer(field.kind))) return null
  const label = say(field.label, language)
  const said = say(field.hint, language)
  if (field.kind === 'heading')
    return (
      <Title order={3} size="h4" mt="sm">
        {label}
      </Title>
    )
  if (field.kind === 'note') return <Note title={label} text={said} />
  if (field.kind === 'signature') return <Note title={`${label}: ${m.signature}`} text={said || m.signatureHint} />
  const notice = filling.notices.get(field.name)
  const by = vouchedBy(filling.vouched, field, state.raw)
  const asides = [
    notice && m.notice[notice.what],
    notice?.chosen && m.chosenBefore(notice.chosen.map((one) => say(one, language)).join(', ')),
    by === undefined ? filling.known.has(field.name) && m.known : m.vouched(by),
    doubt && `${m.doubtful} ${doubt}`,
  ].filter(Boolean)
  const props: ControlProps = {
    field,
    raw: state.raw,
    label,
    hint: said || undefined,
    required: state.required,
    error,
    onChange,
  }
  return (
    <div
      className={classes.field}
      data-field={field.name}
      hidden={!state.shown}
      data-notice={notice ? true : undefined}
      // Whoever comes to the field by ear is told too.
      {...(notice && { role: 'group', 'aria-label': label, 'aria-describedby': asideId })}
      onBlur={() => filling.store.touch(field.name)}
    >
      <Control {...props} kept={state.kept} troubles={state.troubles} />
      {asides.length > 0 && (
        <Text size="xs" className={classes.aside} id={asideId} role={doubt ? 'status' : undefined}>
          {asides.join(' ')}
        </Text>
      )}
    </div>
  )
})

type WholeProps = ControlProps & Pick<ReturnType<typeof useFieldState>, 'kept' | 'troubles'>

const Control = memo(function Control({ kept, troubles, ...props }: WholeProps) {
  if (props.field.value !== null) return <ComputedControl {...props} kept={kept} />
  const kind: string = props.field.kind
  switch (kind) {
    case 'table':
      return <TableControl {...props} troubles={troubles} />
    case 'files':
      return <FilesControl {...props} />
    case 'address':
    case 'unit':
      return <PlaceControl {...props} />
    default:
      return <SimpleControl {...props} />
  }
})

function Note({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Stack gap={2} className={classes.note}>
      {title && (
        <Text fw={600} size="sm">
          {title}
        </Text>
      )}
      {text.split('\n').map((line, at) => (
        // Lines of a fixed text: their place is their name.
        // oxlint-disable-next-line react/no-array-index-key
        <Text size="sm" key={at}>
          {line}
        </Text>
      ))}
    </Stack>
  )
}
