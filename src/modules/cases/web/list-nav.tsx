import { useMediaQuery } from '@mantine/hooks'
import { formatNumber } from '#kernel/number.ts'
import { useLabel, useMessages } from '#ui/language.tsx'
import { useFollow } from '#ui/link.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { LISTS, type List } from '../domain/words.ts'
import classes from './cases.module.css'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { listWords } from './words.ts'

/** `more`: the count stopped there. */
type Counted = { readonly count: number; readonly more: boolean }

const countText = ({ count, more }: Counted) => `${formatNumber(count)}${more ? '+' : ''}`

type Props = {
  readonly current: List
  readonly counts: ReadonlyMap<List, Counted>
  readonly addressOf: (list: List) => string
  readonly onChoose: (list: List) => void
}

/** The lists officials work from, each with how many cases stand in it. */
export function ListNav({ current, counts, addressOf, onChoose }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const narrow = useMediaQuery('(max-width: 48em)')
  const named = (list: List) => {
    const count = counts.get(list)
    return count === undefined ? say(listWords[list]) : `${say(listWords[list])} (${countText(count)})`
  }
  if (narrow)
    return (
      <SelectField
        label={m.list}
        value={current}
        onChange={(list) => onChoose(LISTS.find((one) => one === list) ?? 'mine')}
        options={LISTS.map((list) => ({ value: list, label: named(list) }))}
        searchable={false}
      />
    )
  return (
    <nav aria-label={m.lists} className={classes.lists}>
      {LISTS.map((list) => (
        <ListLink key={list} list={list} count={counts.get(list)} isCurrent={list === current} to={addressOf(list)} />
      ))}
    </nav>
  )
}

type LinkProps = {
  readonly list: List
  readonly count: Counted | undefined
  readonly isCurrent: boolean
  readonly to: string
}

function ListLink({ list, count, isCurrent, to }: LinkProps) {
  const say = useLabel()
  const isLate = list === 'overdue' && count !== undefined && count.count > 0
  return (
    <a
      href={to}
      onClick={useFollow(to)}
      className={classes.list}
      data-late={isLate || undefined}
      {...(isCurrent && { 'aria-current': 'page' as const })}
    >
      {say(listWords[list])}
      {count !== undefined && <span className={classes.count}>{countText(count)}</span>}
    </a>
  )
}
