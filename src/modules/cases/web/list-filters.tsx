import { Button, Group, Paper, SimpleGrid } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { formatNumber } from '#kernel/number.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { BUSINESS_STATES, CHANNELS } from '../domain/words.ts'
import { countFilters, type ListAddress, narrowedTo } from './list-filter.ts'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { useUnit } from './own-units.ts'
import { ProcedureField } from './procedure-field.tsx'
import { channelWords, stateWords } from './words.ts'

type Change = (fields: Partial<ListAddress>) => void

type ToggleProps = { readonly address: ListAddress; readonly opened: boolean; readonly onToggle: () => void }

export function FilterToggle({ address, opened, onToggle }: ToggleProps) {
  const m = useMessages({ vi, en })
  const count = countFilters(address)
  return (
    <Button
      variant={count > 0 ? 'light' : 'default'}
      leftSection={<IconFilter size={16} aria-hidden />}
      aria-expanded={opened}
      onClick={onToggle}
    >
      {count > 0 ? m.filtersOn(formatNumber(count)) : m.filters}
    </Button>
  )
}

type PanelProps = { readonly address: ListAddress; readonly onChange: Change }

/** What narrows the lists; all of it stands in the address. */
export function FilterPanel({ address, onChange }: PanelProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const unit = useUnit(address.unitId)
  return (
    <Paper p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <ProcedureField
          label={m.procedure}
          value={address.procedureCode ?? null}
          onChange={(code) => onChange({ procedureCode: code ?? undefined })}
        />
        <SelectField
          label={m.state}
          value={address.business ?? null}
          onChange={(state) => onChange({ business: BUSINESS_STATES.find((one) => one === state) })}
          options={BUSINESS_STATES.map((state) => ({ value: state, label: say(stateWords[state]) }))}
          clearable
        />
        <SelectField
          label={m.channel}
          value={address.channel ?? null}
          onChange={(channel) => onChange({ channel: CHANNELS.find((one) => one === channel) })}
          options={CHANNELS.map((channel) => ({ value: channel, label: say(channelWords[channel]) }))}
          clearable
        />
        <DateField
          label={m.from}
          value={address.receivedFrom ?? null}
          onChange={(day) => onChange({ receivedFrom: day ?? undefined })}
        />
        <DateField
          label={m.to}
          value={address.receivedTo ?? null}
          onChange={(day) => onChange({ receivedTo: day ?? undefined })}
        />
        <UnitPicker
          label={m.unit}
          value={unit}
          load={loadUnits()}
          onChange={(one) => onChange({ unitId: one?.id, ...(one === null && { below: undefined }) })}
        />
      </SimpleGrid>
      <Group justify="space-between" mt="sm">
        <CheckField
          label={m.below}
          value={address.below === 'true'}
          disabled={address.unitId === undefined}
          onChange={(below) => onChange({ below: below ? 'true' : undefined })}
        />
        <Button
          variant="subtle"
          size="xs"
          disabled={countFilters(address) === 0}
          onClick={() => onChange(narrowedTo({}) as Partial<ListAddress>)}
        >
          {m.clearFilters}
        </Button>
      </Group>
    </Paper>
  )
}
