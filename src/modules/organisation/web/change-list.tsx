import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { LinkTo } from '#ui/link.tsx'
import { formatDay } from '#ui/moment.ts'
import { Timeline } from '#ui/timeline.tsx'
import type { Change, NamedUnit } from '../contract.ts'
import { useTexts } from './texts.ts'

const TONES = {
  create: 'good',
  merge: 'info',
  split: 'info',
  rename: 'neutral',
  recode: 'neutral',
  move: 'lamp',
  dissolve: 'bad',
} as const
const MOST_NAMES = 12

const MOST_ACTS = 6

type Props = {
  readonly changes: readonly Change[]
  /** The unit whose history this is: of an act that founds or ends many, only its own part is named. */
  readonly unitId?: string
  /** Without links: what a dry run names does not exist yet. */
  readonly plain?: boolean
}

/** Acts with what stood before and after, and what they rest on. */
export function ChangeList({ changes, unitId, plain = false }: Props) {
  const m = useTexts()
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, MOST_ACTS)
  return (
    <Stack gap="sm" align="flex-start">
      <Acts changes={shown.map((change) => (unitId ? ownPart(change, unitId) : change))} plain={plain} />
      {shown.length < changes.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {m.showAll(changes.length)}
        </Button>
      )}
    </Stack>
  )
}

/** The act with only this unit where units do not act upon one another. */
function ownPart(change: Change, unitId: string): Change {
  if (change.kind !== 'create' && change.kind !== 'dissolve') return change
  const own = (units: readonly NamedUnit[]) => units.filter((unit) => unit.unitId === unitId)
  return { ...change, from: own(change.from), to: own(change.to) }
}

function Acts({ changes, plain }: { readonly changes: readonly Change[]; readonly plain: boolean }) {
  const m = useTexts()
  return (
    <Timeline
      label={m.history}
      entries={changes.map((change) => ({
        key: change.id,
        when: formatDay(change.effectiveOn),
        tone: TONES[change.kind],
        title: <ChangeTitle change={change} plain={plain} />,
        body: <ChangeSource change={change} />,
      }))}
    />
  )
}

type TitleProps = { readonly change: Change; readonly plain: boolean }

function ChangeTitle({ change: { kind, from, to, effectiveOn }, plain }: TitleProps) {
  const m = useTexts()
  const stays = kind === 'rename' || kind === 'recode' || kind === 'move'
  const hasBoth = from.length > 0 && to.length > 0
  const showsBoth = hasBoth && (!stays || from[0]?.name !== to[0]?.name)
  return (
    <>
      {m.changeKinds[kind]}: <Names units={from.length > 0 ? from : to} day={effectiveOn} plain={plain} />
      {showsBoth && (
        <>
          {' → '}
          <Names units={to} day={effectiveOn} plain={plain} />
        </>
      )}
    </>
  )
}

type NamesProps = { readonly units: readonly NamedUnit[]; readonly day: string; readonly plain: boolean }

function Names({ units, day, plain }: NamesProps) {
  const shown = units.slice(0, MOST_NAMES)
  return (
    <>
      {shown.map(({ unitId, name }, index) => (
        <span key={unitId}>
          {index > 0 && ', '}
          {plain ? (
            name
          ) : (
            <LinkTo to={`/units/${unitId}?day=${day}`} underline="always">
              {name}
            </LinkTo>
          )}
        </span>
      ))}
      {units.length > shown.length && ` … (${units.length})`}
    </>
  )
}

function ChangeSource({ change: { decision, article, note, basis, shares } }: { readonly change: Change }) {
  const m = useTexts()
  const source = [
    decision &&
      `${decision.number} (${decision.issuer}${decision.issuedOn ? `, ${formatDay(decision.issuedOn)}` : ''})`,
    article,
    decision?.certainty === 'unchecked' && m.unchecked,
    shares.length > 0 && `${m.basis} ${m.bases[basis]}`,
    note,
  ].filter((part) => part !== null && part !== false && part !== '')
  if (source.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {source.join(' · ')}
    </Text>
  )
}
