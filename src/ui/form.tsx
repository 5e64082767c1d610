import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ProblemDetail } from '#kernel/problem.ts'
import { isCallProblem } from './call.ts'
import { detailsByField, wrongFields } from './form-check.ts'
import { useKeptValue } from './kept-form.ts'
import { useProblemText } from './problem.tsx'
import { useWords } from './words.ts'

/** What every field takes: the same props work with plain state. */
export type FieldProps<Value> = {
  readonly name?: string
  readonly label: ReactNode
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error?: string | undefined
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
}

/** The part of a field's props that a form knows. */
export type FormField<Value> = Required<Pick<FieldProps<Value>, 'name' | 'value' | 'onChange'>> & {
  readonly error: string | undefined
}

type FormOptions<T> = {
  readonly start: T
  readonly send: (value: T) => Promise<unknown>
  /** The contract's input, for hints before anything is sent; the server decides. */
  readonly schema?: z.ZodObject
  /** Where the contract's path and the field differ: `{ 'name.vi': 'nameVi' }`. */
  readonly names?: Readonly<Record<string, keyof T & string>>
  /** A name under which what was typed outlives a closing by a slip; sending and cancelling end it. */
  readonly keep?: string
}

export type FormState<T> = {
  readonly value: T
  readonly busy: boolean
  readonly problem: unknown
  readonly details: readonly ProblemDetail[]
  readonly attempt: number
  readonly field: <K extends keyof T & string>(name: K) => FormField<T[K]>
  readonly change: (fields: Partial<T>) => void
  readonly reset: (value?: T) => void
  readonly submit: () => Promise<void>
  /** It began with what had been typed before. */
  readonly wasKept: boolean
  /** Back to the start; what was typed is gone. */
  readonly drop: () => void
}

/** The state of a form: values, what is wrong with them, and sending. */
export function useForm<T extends Record<string, unknown>>({
  start,
  send,
  schema,
  names = {},
  keep,
}: FormOptions<T>): FormState<T> {
  const { value, setValue, wasKept, forget, drop } = useKeptValue(keep, start)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [details, setDetails] = useState<readonly ProblemDetail[]>([])
  const [attempt, setAttempt] = useState(0)
  const say = useProblemText()

  const change = (fields: Partial<T>) => {
    setValue((now) => ({ ...now, ...fields }))
    setDetails((now) => now.filter(({ path }) => !(path in fields)))
  }
  const refuse = (thrown: unknown, wrong: readonly ProblemDetail[]) => {
    setProblem(thrown)
    setDetails(wrong)
    setAttempt((count) => count + 1)
  }
  const submit = async () => {
    const wrong = schema ? wrongFields(schema, value) : []
    if (wrong.length > 0) return refuse(null, wrong)
    setBusy(true)
    try {
      await send(value)
      forget()
      setProblem(null)
      setDetails([])
    } catch (thrown) {
      refuse(thrown, isCallProblem(thrown) ? detailsByField(thrown.body.errors ?? [], names) : [])
    } finally {
      setBusy(false)
    }
  }
  return {
    value,
    busy,
    problem,
    details,
    attempt,
    change,
    submit,
    wasKept,
    drop,
    field: (name) => ({
      name,
      value: value[name],
      onChange: (next) => change({ [name]: next } as unknown as Partial<T>),
      error: errorOf(details, name, say.detail),
    }),
    reset: (next = start) => {
      setValue(next)
      setProblem(null)
      setDetails([])
    },
  }
}

type FormProps<T> = {
  readonly form: FormState<T>
  readonly submitLabel?: string
  readonly onCancel?: () => void
  /** Instead of the usual buttons. */
  readonly buttons?: ReactNode
  readonly children: ReactNode
}

/** A form: what was refused stands above the fields, receives the focus and names each wrong field. */
export function Form<T>({ form, submitLabel, onCancel, buttons, children }: FormProps<T>) {
  const words = useWords()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void form.submit()
  }
  const cancel = () => {
    form.drop()
    onCancel?.()
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        {form.wasKept && <TypedBefore onDrop={form.drop} />}
        <ErrorSummary form={form} />
        {children}
        {buttons ?? (
          <Group justify="flex-end" mt="xs">
            {onCancel && (
              <Button variant="default" onClick={cancel} disabled={form.busy}>
                {words.cancel}
              </Button>
            )}
            <Button type="submit" loading={form.busy}>
              {submitLabel ?? words.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

function TypedBefore({ onDrop }: { readonly onDrop: () => void }) {
  const words = useWords()
  return (
    <Group gap="sm" justify="space-between">
      <Text component="output" size="sm" c="dimmed">
        {words.typedKept}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onDrop}>
        {words.dropTyped}
      </Button>
    </Group>
  )
}

function ErrorSummary<T>({ form: { problem, details, attempt } }: { readonly form: FormState<T> }) {
  const words = useWords()
  const say = useProblemText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problem === null && details.length === 0) return null
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="bad" title={problem ? say.title(problem) : words.notSent}>
      {details.length > 0 && (
        <List size="sm" spacing={2}>
          {details.map((detail) => (
            <List.Item key={`${detail.path} ${detail.code}`}>
              <Anchor href={`#field-${detail.path}`} inherit onClick={focusField(detail.path)}>
                {named(detail.path, say.detail(detail))}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {isCallProblem(problem) && problem.requestId && problem.body.status >= 500 && (
        <Text size="xs" mt={4}>
          {words.requestId}: {problem.requestId}
        </Text>
      )}
    </Alert>
  )
}

function focusField(path: string) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    fieldOf(path)?.focus()
  }
}

function fieldOf(path: string): HTMLElement | undefined {
  return document.getElementsByName(path)[0] ?? document.getElementsByName(path.split('.')[0] ?? '')[0]
}

/** The refusal with the label of its field before it, which stands on the page already. */
function named(path: string, text: string): string {
  const field = fieldOf(path)
  const label = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.labels?.[0] : null
  const name = label?.textContent?.replace(/\s*\*$/, '').trim()
  return name ? `${name}: ${text}` : text
}

function errorOf(details: readonly ProblemDetail[], name: string, say: (detail: ProblemDetail) => string) {
  const own = details.find(({ path }) => path === name || path.startsWith(`${name}.`))
  return own && say(own)
}
