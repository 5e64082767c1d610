import { Button, Fieldset, Group, SimpleGrid, Stack } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import type { FormState } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { UnitPicker } from '#ui/unit-picker.tsx'
import { BASES, UNIT_KINDS } from '../domain/kinds.ts'
import { type ChangeValue, NO_UNIT } from './change-request.ts'
import { loadUnits } from './load-units.ts'
import { NewUnitFields } from './new-unit-fields.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly form: FormState<ChangeValue> }

/** What a change needs besides day and decision, by its kind. */
export function ChangeFields({ form }: Props) {
  const { kind } = form.value
  return (
    <>
      {kind !== 'create' && <Before form={form} />}
      {(kind === 'create' || kind === 'merge' || kind === 'split') && <After form={form} />}
      <Otherwise form={form} />
    </>
  )
}

function Before({ form }: Props) {
  const m = useTexts()
  const { kind, from, fromAmounts, effectiveOn, basis } = form.value
  const many = kind === 'merge' || kind === 'dissolve'
  const set = (index: number, unit: ChangeValue['from'][number]) =>
    form.change({ from: from.map((one, place) => (place === index ? unit : one)) })
  const setAmount = (index: number, amount: number | null) =>
    form.change({ fromAmounts: from.map((_, place) => (place === index ? amount : (fromAmounts[place] ?? null))) })
  const drop = (index: number) =>
    form.change({
      from: from.filter((_, place) => place !== index),
      fromAmounts: fromAmounts.filter((_, place) => place !== index),
    })
  return (
    <Fieldset legend={m.from}>
      <Stack gap="sm">
        {from.map((unit, index) => (
          // Units are told apart by their place: two may still be empty.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} align="flex-end" wrap="wrap">
            <div style={{ flex: '1 1 240px' }}>
              <UnitPicker
                name={index === 0 ? 'from' : `from.${index}`}
                label={m.unitNo(index + 1)}
                value={unit}
                onChange={(next) => set(index, next)}
                load={loadUnits(effectiveOn ?? undefined)}
                required
              />
            </div>
            {kind === 'merge' && basis !== 'none' && (
              <NumberField
                label={m.amount(unit?.name ?? m.unitNo(index + 1))}
                value={fromAmounts[index] ?? null}
                onChange={(amount) => setAmount(index, amount)}
                hint={m.amountHint}
              />
            )}
            {many && from.length > 1 && (
              <Button
                variant="default"
                onClick={() => drop(index)}
                aria-label={m.remove(unit?.name ?? m.unitNo(index + 1))}
              >
                ×
              </Button>
            )}
          </Group>
        ))}
        {many && (
          <Group>
            <Button variant="default" onClick={() => form.change({ from: [...from, null] })}>
              {m.addUnit}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

function After({ form }: Props) {
  const m = useTexts()
  const { kind, units, intoExisting, basis, effectiveOn } = form.value
  const isMerge = kind === 'merge'
  return (
    <Fieldset legend={m.to}>
      <Stack gap="md">
        {isMerge && <CheckField {...form.field('intoExisting')} label={m.intoExisting} />}
        {isMerge && intoExisting ? (
          <UnitPicker {...form.field('into')} label={m.existing} load={loadUnits(effectiveOn ?? undefined)} required />
        ) : (
          units.map((unit, index) => (
            <NewUnitFields
              // New units are told apart by their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              legend={units.length > 1 ? m.newUnitNo(index + 1) : m.newUnit}
              day={effectiveOn}
              unit={unit}
              withAmount={kind === 'split' && basis !== 'none'}
              onChange={(next) => form.change({ units: units.map((one, place) => (place === index ? next : one)) })}
              onRemove={
                units.length > 1 && !isMerge
                  ? () => form.change({ units: units.filter((_, place) => place !== index) })
                  : null
              }
            />
          ))
        )}
        {!isMerge && (
          <Group>
            <Button variant="default" onClick={() => form.change({ units: [...units, NO_UNIT] })}>
              {m.addUnit}
            </Button>
          </Group>
        )}
        {kind === 'split' && <CheckField {...form.field('keepsRest')} label={m.keepsRest} />}
        {kind === 'split' && form.value.keepsRest && basis !== 'none' && (
          <NumberField {...form.field('restAmount')} label={m.amount(m.rest)} hint={m.amountHint} />
        )}
      </Stack>
    </Fieldset>
  )
}

function Otherwise({ form }: Props) {
  const m = useTexts()
  const { kind, effectiveOn } = form.value
  const bases = BASES.map((basis) => ({ value: basis, label: m.bases[basis] }))
  const kinds = UNIT_KINDS.map((one) => ({ value: one, label: m.kinds[one] }))
  return (
    <>
      {(kind === 'merge' || kind === 'split') && (
        <SelectField {...form.field('basis')} label={m.basis} options={bases} />
      )}
      {kind === 'rename' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField {...form.field('newName')} label={m.newName} required />
          <SelectField {...form.field('newKind')} label={m.kind} options={kinds} clearable />
        </SimpleGrid>
      )}
      {kind === 'recode' && <TextField {...form.field('newCode')} label={m.newCode} />}
      {kind === 'move' && (
        <UnitPicker
          {...form.field('newParent')}
          label={m.newParent}
          load={loadUnits(effectiveOn ?? undefined)}
          required
        />
      )}
      {(kind === 'dissolve' || kind === 'merge' || kind === 'split') && (
        <CheckField {...form.field('withSubunits')} label={m.withSubunits} />
      )}
    </>
  )
}
