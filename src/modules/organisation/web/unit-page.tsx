import { Alert, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { dayField } from '#kernel/fields.ts'
import { useAddress, usePathPart } from '#ui/address.ts'
import { Facts } from '#ui/facts.tsx'
import { LinkButton, LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page, Section } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import type { UnitDetail } from '../contract.ts'
import * as contract from '../contract.ts'
import { isTerritory } from '../domain/kinds.ts'
import { ChangeList } from './change-list.tsx'
import { KinTables } from './kin-tables.tsx'
import { PlaceSection } from './place-section.tsx'
import { TerritorySection } from './territory-section.tsx'
import { type Texts, useTexts } from './texts.ts'
import { UnitPositions } from './unit-positions.tsx'

const Address = z.object({ day: dayField.optional() })
const TOPICS = [contract.UNITS_TOPIC, contract.OFFICIALS_TOPIC]

/** One unit: what it was on the day, where it came from and went to, who holds office, what stands under it. */
export function UnitPage() {
  const m = useTexts()
  const unitId = usePathPart('unitId')
  const [{ day }] = useAddress(Address)
  const unit = useOperation(contract.getUnit, { unitId, ...(day && { day }) }, { topics: TOPICS, keepPrevious: true })
  if (!unit.data) {
    return (
      <Page title={m.units} trail={[{ label: m.units, to: '/units' }]}>
        <Loaded query={unit}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Detail detail={unit.data} />
}

function Detail({ detail }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  const may = useMay()
  const { unit, day, ancestors } = detail
  const trail = [
    { label: m.units, to: `/units?day=${day}` },
    ...ancestors.toReversed().map(({ unitId, shortName, name }) => ({
      label: shortName ?? name,
      to: `/units/${unitId}?day=${day}`,
    })),
    { label: unit.name },
  ]
  return (
    <Page
      title={unit.name}
      trail={trail}
      lead={`${m.kinds[unit.kind]} · ${m.levels[unit.level]}${unit.code ? ` · ${m.code} ${unit.code}` : ''}`}
      actions={
        may('organisation:write') && (
          <LinkButton to={`/units/change?unit=${unit.unitId}`} variant="default">
            {m.change}
          </LinkButton>
        )
      }
    >
      <Stack gap="md">
        {!detail.exists && (
          <Alert color="warning" title={m.unitGone(formatDay(day))}>
            {m.showing}
          </Alert>
        )}
        <Section title={m.facts}>
          <Facts facts={factsOf(detail, m)} columns={3} />
          <SameCode detail={detail} />
        </Section>
        <PlaceSection detail={detail} key={`place ${unit.unitId}`} />
        {isTerritory(unit.kind) && <TerritorySection detail={detail} key={unit.unitId} />}
        <Section title={m.history}>
          <ChangeList changes={detail.changes.toReversed()} unitId={unit.unitId} />
        </Section>
        {isTerritory(unit.kind) && (
          <Section title={m.kin}>
            <KinTables detail={detail} />
          </Section>
        )}
        <UnitPositions detail={detail} />
        <Section title={`${m.children} (${detail.children.length})`}>
          <Children detail={detail} />
        </Section>
      </Stack>
    </Page>
  )
}

function factsOf({ unit, ancestors, versions }: UnitDetail, m: Texts) {
  const parent = ancestors[0]
  const first = versions[0] ?? unit
  const last = versions.at(-1) ?? unit
  return [
    { label: m.code, value: unit.code ?? m.noCode },
    { label: m.shortName, value: unit.shortName ?? '—' },
    { label: m.kind, value: m.kinds[unit.kind] },
    { label: m.level, value: m.levels[unit.level] },
    {
      label: m.parent,
      value: parent ? <LinkTo to={`/units/${parent.unitId}?day=${unit.validFrom}`}>{parent.name}</LinkTo> : m.noParent,
    },
    { label: m.validFrom, value: formatDay(first.validFrom) },
    { label: m.validTo, value: last.validTo ? formatDay(last.validTo) : m.today },
  ]
}

function SameCode({ detail: { unit, sameCode } }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  if (sameCode.length === 0) return null
  return (
    <Alert color="lamp" mt="md" title={m.sameCodeTitle}>
      {m.sameCode(sameCode[0]?.code ?? unit.code ?? '')}{' '}
      {sameCode.map(({ unitId, name, validFrom, validTo }) => (
        <span key={`${unitId} ${validFrom}`}>
          <LinkTo to={`/units/${unitId}?day=${validFrom}`} underline="always">
            {name}
          </LinkTo>{' '}
          ({formatDay(validFrom)} – {validTo ? formatDay(validTo) : m.today}){' '}
        </span>
      ))}
    </Alert>
  )
}

function Children({ detail: { children, day } }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  if (children.length === 0) return <Text c="dimmed">{m.noChildren}</Text>
  return (
    <Stack gap={6} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {children.map(({ unitId, name, code, kind }) => (
        <li key={unitId}>
          <LinkTo to={`/units/${unitId}?day=${day}`} underline="always">
            {name}
          </LinkTo>{' '}
          <Text span size="sm" c="dimmed">
            {[code, m.kinds[kind]].filter((part) => part !== null).join(' · ')}
          </Text>
        </li>
      ))}
    </Stack>
  )
}
