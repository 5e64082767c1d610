import { Alert, Anchor, List } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useLanguage, useMessages } from '#ui/language.tsx'
import type { Trouble } from '../domain/answer.ts'
import { say } from '../domain/definition.ts'
import { troublesOf } from '../domain/evaluate.ts'
import type { MoveNotice } from '../domain/migrate.ts'
import { en } from './fill-messages.en.ts'
import { vi } from './fill-messages.vi.ts'
import { troubleText } from './form-context.ts'
import type { FormStore } from './form-store.ts'

/** The fields that are told what is wrong with them, since how many tries to go on. */
export type Gap = { readonly names: readonly string[]; readonly attempt: number }

/** Nothing is told before somebody tries to go on, except to who was led back. */
export function gapAtFirst(
  { form }: FormStore,
  walk: { readonly step: string; readonly reveal?: boolean } | undefined,
): Gap {
  if (!walk?.reveal) return { names: [], attempt: 0 }
  const step = form.definition.steps.find(({ code }) => code === walk.step)
  return { names: (step?.fields ?? []).map(({ name }) => name), attempt: 1 }
}

export function errorsOf(store: FormStore, names: readonly string[]): readonly Trouble[] {
  const wanted = new Set(names)
  return troublesOf(store.evaluation()).filter(
    ({ severity, path }) => severity === 'error' && wanted.has(path.split('.')[0] ?? ''),
  )
}

/** The most lines of the summary: a table may have hundreds of wrong cells. */
const MOST_LISTED = 20

/** Everything wrong, above the fields: receives the focus, is announced, and leads to each field. */
export function Summary({ store, gap: { names, attempt } }: { readonly store: FormStore; readonly gap: Gap }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  // Drawn again when the number of errors changes, and not with every letter.
  const count = useSyncExternalStore(store.subscribe, () => (attempt === 0 ? 0 : errorsOf(store, names).length))
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (count === 0) return null
  const errors = errorsOf(store, names)
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="bad" title={m.wrong(count)}>
      <List size="sm" spacing={2}>
        {errors.slice(0, MOST_LISTED).map((one) => {
          const field = store.form.fields.get(one.path.split('.')[0] ?? '')?.field
          const text = troubleText(store.form.definition, one, language)
          return (
            <List.Item key={`${one.path} ${one.code}`}>
              <Anchor href={`#field-${one.path}`} inherit onClick={focusOn(one.path)}>
                {field ? `${say(field.label, language).replace(/\?$/, '')}: ${text}` : text}
              </Anchor>
            </List.Item>
          )
        })}
      </List>
    </Alert>
  )
}

function focusOn(path: string) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const name = path.split('.')[0] ?? ''
    const boxes = `[data-field="${CSS.escape(name)}"] :is(input:not([type="hidden"]), textarea, select, button)`
    // A cell by its own name, else the first thing in the field that takes the focus.
    const cell = path === name ? undefined : document.getElementsByName(path)[0]
    const target = cell ?? document.querySelector<HTMLElement>(boxes)
    target?.focus()
  }
}

/** What a draft answered that the new version does not ask any more. */
export function Removed({ notices }: { readonly notices: readonly MoveNotice[] }) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  return (
    <Alert color="lamp" title={m.noticesTitle}>
      <List size="sm">
        {notices
          .filter(({ what }) => what === 'removed')
          .map(({ field, label, chosen = [] }) => (
            <List.Item key={field}>
              {`${say(label, language)}: ${m.notice.removed}`}
              {chosen.length > 0 && ` ${m.chosenBefore(chosen.map((one) => say(one, language)).join(', '))}`}
            </List.Item>
          ))}
      </List>
    </Alert>
  )
}
