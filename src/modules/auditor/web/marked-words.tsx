import { VisuallyHidden } from '@mantine/core'
import type { MouseEvent } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SEVERITY_WORDS } from '../domain/finding-words.ts'
import classes from './document.module.css'
import { segmentsOf } from './marked-text.ts'
import { foremost, type Mark, nextOf } from './marks.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { SeverityShape } from './severity.tsx'

type Props = {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** A text with the places of findings in it; each opens its finding. */
export function MarkedWords({ text, marks, chosen, onChoose }: Props) {
  if (marks.length === 0) return text
  if (text === '') return <MarkLink text="" marks={marks} ends={marks} chosen={chosen} onChoose={onChoose} />
  const segments = segmentsOf(text, marks)
  return segments.map((segment, index) => {
    if (segment.marks.length === 0) return segment.text
    const after = segments[index + 1]?.marks ?? []
    const ends = segment.marks.filter((mark) => !after.includes(mark))
    return (
      <MarkLink
        key={segment.from}
        text={segment.text}
        marks={segment.marks}
        ends={ends}
        chosen={chosen}
        onChoose={onChoose}
      />
    )
  })
}

/** A link rather than a button, for only links break with their line. `ends`: the marks whose last piece this is; only there their sign and number stand. */
function MarkLink({ text, marks, ends, chosen, onChoose }: Props & { readonly ends: readonly Mark[] }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const front = foremost(marks)
  if (!front) return text
  const open = (event: MouseEvent) => {
    event.preventDefault()
    const id = nextOf(marks, chosen)
    if (id !== null) onChoose(id)
  }
  return (
    <a
      href={`#finding-${front.id}`}
      className={classes.mark}
      data-severity={front.severity}
      data-state={front.state}
      data-chosen={marks.some(({ id }) => id === chosen) || undefined}
      data-places={marks.map(({ id, place }) => `${id}:${place}`).join(' ')}
      onClick={open}
    >
      {text === '' ? <span className={classes.blank}>{m.emptyCell}</span> : text}
      {ends.map(({ id, place, number, severity, state }) => (
        <span key={`${id}:${place}`} className={classes.flag} data-severity={severity} lang={m.lang}>
          <SeverityShape severity={severity} hollow={state !== 'open'} />
          <span aria-hidden="true">{number}</span>
          <VisuallyHidden> ({m.markOf(String(number), say(SEVERITY_WORDS[severity]))})</VisuallyHidden>
        </span>
      ))}
    </a>
  )
}
