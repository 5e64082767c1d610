import { SimpleGrid } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLabel, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type UnitOption, UnitPicker } from '#ui/unit-picker.tsx'
import type { CardHolder } from '../domain/party.ts'
import { CHANNELS, RETURN_WAYS } from '../domain/words.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { useIntakeSource } from './intake-source.ts'
import { ProcedureField } from './procedure-field.tsx'
import { recentProcedures } from './recent-procedures.ts'
import { ScanField } from './scan-field.tsx'
import { channelWords, returnWayWords } from './words.ts'

type Props = {
  readonly draft: IntakeDraft
  readonly change: (fields: Partial<IntakeDraft>) => void
  /** Where the reader may receive. */
  readonly units: readonly UnitOption[]
  readonly onCard: (holder: CardHolder) => void
}

/** Which procedure, whose card, where and how: what comes first, and what mostly stays as it is. */
export function IntakeHead({ draft, change, units, onCard }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { loadUnits } = useIntakeSource()
  const [recent] = useState(recentProcedures)
  const box = useRef<HTMLDivElement>(null)
  const startsAt = useRef(draft.procedureCode === null ? 'input' : '[data-scan]')
  // Whoever comes here comes to type: the procedure, or with the procedure kept the next card.
  useEffect(() => box.current?.querySelector<HTMLInputElement>(startsAt.current)?.focus(), [])
  return (
    <Section title={m.procedure}>
      <SimpleGrid ref={box} cols={{ base: 1, xs: 2 }} spacing="sm">
        <ProcedureField
          label={m.procedure}
          hint={m.procedureHint}
          value={draft.procedureCode}
          recent={recent}
          required
          onChange={(procedureCode) => change({ procedureCode, papers: {}, answers: {} })}
        />
        <ScanField onCard={onCard} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" mt="sm">
        <SelectField
          label={m.receivedUnit}
          value={draft.receivedUnitId}
          onChange={(receivedUnitId) => change({ receivedUnitId })}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <UnitPicker
          label={m.competentUnit}
          value={draft.competentUnit}
          load={loadUnits}
          placeholder={m.competentHint}
          onChange={(competentUnit) => change({ competentUnit })}
        />
        <SelectField
          label={m.channel}
          value={draft.channel}
          onChange={(channel) => change({ channel: CHANNELS.find((one) => one === channel) ?? 'counter' })}
          options={CHANNELS.filter((one) => one !== 'online').map((value) => ({
            value,
            label: say(channelWords[value]),
          }))}
        />
        <SelectField
          label={m.returnWay}
          value={draft.returnWay}
          onChange={(way) => change({ returnWay: RETURN_WAYS.find((one) => one === way) ?? 'desk' })}
          options={RETURN_WAYS.map((value) => ({ value, label: say(returnWayWords[value]) }))}
        />
      </SimpleGrid>
    </Section>
  )
}
