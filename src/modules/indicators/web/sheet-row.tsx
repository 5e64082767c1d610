import { ActionIcon, Checkbox } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useId } from 'react'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { useProblemText } from '#ui/problem.tsx'
import type { Sheet } from '../contract.ts'
import { type Draft, isFar, type Reading, readDraft } from './drafts.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import classes from './sheet-grid.module.css'

type Props = {
  readonly entry: Sheet['entries'][number]
  readonly row: number
  readonly draft: Draft
  readonly readOnly: boolean
  readonly onChange: (draft: Partial<Draft>) => void
  readonly onHistory: () => void
}

/** One measure of a form: last period, the number, how it is read, a note. */
export function SheetRow({ entry, row, draft, readOnly, onChange, onHistory }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const id = useId()
  const { measure, previous } = entry
  const name = say(measure.name)
  const shownRow = formatNumber(row + 1)
  const reading = readDraft(draft, measure)
  const isWrong = reading.state === 'wrong'
  return (
    <tr data-state={reading.state}>
      <td className={classes.number}>{shownRow}</td>
      <th scope="row">
        {name}
        <span className={classes.unit}>{say(measure.unit)}</span>
      </th>
      <td className={classes.end} data-label={m.previous}>
        {previous ? formatNumber(previous.value) : '—'}
      </td>
      <td className={classes.typed} data-label={m.value}>
        <input
          className={classes.input}
          data-row={row}
          data-column={0}
          data-wrong={isWrong || undefined}
          inputMode="decimal"
          autoComplete="off"
          aria-label={m.valueOf(shownRow, name)}
          aria-invalid={isWrong}
          aria-describedby={id}
          readOnly={readOnly}
          value={draft.raw}
          onChange={(event) => onChange({ raw: event.currentTarget.value })}
        />
      </td>
      <td id={id} className={classes.reading} data-label={m.reading}>
        <ReadAs reading={reading} decimals={measure.decimals} />
        {isFar(reading, previous) && <span className={classes.hint}>{m.farFromPrevious}</span>}
      </td>
      <td className={classes.center} data-label={m.notApplicable}>
        <Checkbox
          aria-label={m.notApplicableOf(shownRow, name)}
          checked={draft.notApplicable}
          disabled={readOnly}
          onChange={(event) => onChange({ notApplicable: event.currentTarget.checked })}
        />
      </td>
      <td className={classes.typed} data-label={m.note}>
        <input
          className={classes.input}
          data-row={row}
          data-column={1}
          data-note
          autoComplete="off"
          maxLength={2000}
          aria-label={m.noteOf(shownRow, name)}
          readOnly={readOnly}
          value={draft.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </td>
      <td className={classes.center} data-label={m.history}>
        <ActionIcon variant="subtle" aria-label={m.historyOf(name)} onClick={onHistory}>
          <IconHistory size={17} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}

/** The echo of what was typed: the number as it is stored, or in words what is wrong with it. */
function ReadAs({ reading, decimals }: { readonly reading: Reading; readonly decimals: number }) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  switch (reading.state) {
    case 'wrong':
      return (
        <span className={classes.wrong}>
          {say.detail({ path: '', code: reading.code, message: '', values: { found: reading.found, decimals } })}
        </span>
      )
    case 'zero':
      return <span>{m.readZero}</span>
    case 'reported': {
      const number = formatNumber(reading.value)
      // Where only whole numbers are allowed, the other reading of 4.602 is impossible.
      return reading.ambiguous && decimals > 0 ? (
        <span className={classes.hint}>{m.ambiguous(number)}</span>
      ) : (
        <strong>{number}</strong>
      )
    }
    case 'text':
      return <span>{m.readText}</span>
    case 'not-applicable':
      return <span>{m.readNotApplicable}</span>
    case 'missing':
      return <span className={classes.open}>{m.readNothing}</span>
  }
}
