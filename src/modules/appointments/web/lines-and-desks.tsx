import { Button, Text } from '@mantine/core'
import type { FormField } from '#ui/form.tsx'
import { useMessages } from '#ui/language.tsx'
import { ManyField, type Option } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import classes from './opening-form.module.css'
import type { DeskValue, LineValue } from './opening-values.ts'

const MOST_LINES = 12
const MOST_DESKS = 60
const replaced = <T,>(list: readonly T[], place: number, part: Partial<T>): readonly T[] =>
  list.map((one, at) => (at === place ? { ...one, ...part } : one))
const without = <T,>(list: readonly T[], place: number): readonly T[] => list.filter((_, at) => at !== place)

type LinesProps = FormField<readonly LineValue[]> & { readonly options: readonly Option[] }

/** The lines in which people wait, one row each. */
export function LinesField({ name, value, onChange, error, options }: LinesProps) {
  const m = useMessages({ vi, en })
  const set = (place: number) => (part: Partial<LineValue>) => onChange(replaced(value, place, part))
  const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find((one) => value.every(({ code }) => code !== one)) ?? 'A'
  return (
    <fieldset className={classes.rows} id={`field-${name}`} tabIndex={-1}>
      <legend>{m.lines}</legend>
      {error && <Text className={classes.wrong ?? ''}>{error}</Text>}
      {value.map((line, at) => {
        const change = set(at)
        const place = at + 1
        return (
          // A row has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.row}>
            <TextField
              label={m.lineCode(place)}
              value={line.code}
              onChange={(code) => change({ code })}
              maxLength={1}
            />
            <TextField
              label={m.lineVi(place)}
              value={line.vi}
              onChange={(text) => change({ vi: text })}
              maxLength={60}
            />
            <TextField
              label={m.lineEn(place)}
              value={line.en}
              onChange={(text) => change({ en: text })}
              maxLength={60}
            />
            <ManyField
              label={m.lineFields(place)}
              value={line.fields}
              onChange={(fields) => change({ fields })}
              options={options}
            />
            {value.length > 1 && (
              <Button
                variant="subtle"
                color="bad"
                aria-label={m.removeLine(place)}
                onClick={() => onChange(without(value, at))}
              >
                {m.remove}
              </Button>
            )}
          </div>
        )
      })}
      {value.length < MOST_LINES && (
        <Button
          variant="default"
          mt="sm"
          onClick={() => onChange([...value, { code: letter, vi: '', en: '', fields: [] }])}
        >
          {m.addLine}
        </Button>
      )}
    </fieldset>
  )
}

type DesksProps = FormField<readonly DeskValue[]> & { readonly codes: readonly string[] }

/** The desks that call, one row each. */
export function DesksField({ name, value, onChange, error, codes }: DesksProps) {
  const m = useMessages({ vi, en })
  const set = (place: number) => (part: Partial<DeskValue>) => onChange(replaced(value, place, part))
  const options = [...new Set(codes.filter(Boolean))].map((code) => ({ value: code, label: code }))
  return (
    <fieldset className={classes.rows} id={`field-${name}`} tabIndex={-1}>
      <legend>{m.desks}</legend>
      {error && <Text className={classes.wrong ?? ''}>{error}</Text>}
      {value.map((desk, at) => {
        const change = set(at)
        const place = at + 1
        return (
          // A row has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.row}>
            <TextField
              label={m.deskCode(place)}
              value={desk.code}
              onChange={(code) => change({ code })}
              maxLength={8}
            />
            <TextField
              label={m.deskName(place)}
              value={desk.name}
              onChange={(text) => change({ name: text })}
              maxLength={60}
            />
            <ManyField
              label={m.deskLines(place)}
              value={desk.lines}
              onChange={(lines) => change({ lines })}
              options={options}
            />
            {value.length > 1 && (
              <Button
                variant="subtle"
                color="bad"
                aria-label={m.removeDesk(place)}
                onClick={() => onChange(without(value, at))}
              >
                {m.remove}
              </Button>
            )}
          </div>
        )
      })}
      {value.length < MOST_DESKS && (
        <Button
          variant="default"
          mt="sm"
          onClick={() =>
            onChange([...value, { code: String(value.length + 1), name: `Quầy ${value.length + 1}`, lines: [] }])
          }
        >
          {m.addDesk}
        </Button>
      )}
    </fieldset>
  )
}
