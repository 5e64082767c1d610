import { Button, Group, Stack } from '@mantine/core'
import { dayAt } from '#kernel/calendar.ts'
import { CheckField, ChoiceField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form, useForm } from '#ui/form.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { useChange } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { INDICATOR_KINDS } from '../domain/words.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'
import { readFormula } from './formula-check.ts'
import { FormulaField } from './formula-field.tsx'
import { TryOut } from './try-out.tsx'

const FACTORS = ['1', '100', '1000', '10000', '100000'] as const

export type IndicatorValues = {
  readonly code: string
  readonly groupCode: string
  readonly groupVi: string
  readonly groupEn: string
  readonly nameVi: string
  readonly nameEn: string
  readonly kind: string | null
  readonly numerator: string
  readonly denominator: string
  readonly factor: string | null
  readonly unitVi: string
  readonly unitEn: string
  readonly decimals: number | null
  readonly better: string | null
  readonly partOfWhole: boolean
  readonly sourceNote: string
  readonly validFrom: string | null
}

export const EMPTY_DEFINITION: IndicatorValues = {
  code: '',
  groupCode: '',
  groupVi: '',
  groupEn: '',
  nameVi: '',
  nameEn: '',
  kind: 'ratio',
  numerator: '',
  denominator: '',
  factor: '100',
  unitVi: '%',
  unitEn: '%',
  decimals: 2,
  better: 'higher',
  partOfWhole: true,
  sourceNote: '',
  validFrom: dayAt(new Date()),
}

/** Where the contract calls a field otherwise. */
const NAMES = {
  'group.code': 'groupCode',
  'group.name.vi': 'groupVi',
  'group.name.en': 'groupEn',
  'name.vi': 'nameVi',
  'name.en': 'nameEn',
  'unit.vi': 'unitVi',
  'unit.en': 'unitEn',
} as const

type Props = {
  readonly isNew: boolean
  readonly start: IndicatorValues
  readonly measures: readonly contract.Measure[]
  readonly onSaved: (code: string) => void
}

/** The definition of an indicator, its formulas checked while they are typed and tried out before they are saved. */
export function IndicatorForm({ isNew, start, measures, onSaved }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const toast = useToast()
  const define = useChange(contract.defineIndicator, {
    invalidates: [contract.listIndicators, contract.getIndicator, contract.getFigures],
  })
  const form = useForm({
    start,
    names: NAMES,
    send: async (values) => {
      await define.mutateAsync(inputOf(values))
      toast.good(m.saved)
      onSaved(values.code)
    },
  })
  const { value } = form
  const isRatio = value.kind === 'ratio'
  const sides = isRatio ? [value.numerator, value.denominator] : [value.numerator]
  const readings = sides.map((text) => readFormula(text, measures, language))
  const isSound = readings.every(({ state }) => state !== 'wrong')
  const used = readings.flatMap((reading) => (reading.state === 'good' ? reading.measures : []))
  return (
    <Form
      form={form}
      buttons={
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy} disabled={!isSound}>
            {m.save}
          </Button>
        </Group>
      }
    >
      <Section title={m.definition}>
        <Stack gap="md">
          <Group grow align="flex-start">
            <TextField {...form.field('code')} label={m.indicatorCode} required disabled={!isNew} />
            <TextField {...form.field('groupCode')} label={m.groupCode} required disabled={!isNew} />
            <DateField {...form.field('validFrom')} label={m.validFrom} required />
          </Group>
          <Group grow align="flex-start">
            <TextField {...form.field('groupVi')} label={m.groupVi} required disabled={!isNew} />
            <TextField {...form.field('groupEn')} label={m.groupEn} disabled={!isNew} />
          </Group>
          <ParagraphField {...form.field('nameVi')} label={m.nameVi} rows={2} required />
          <ParagraphField {...form.field('nameEn')} label={m.nameEn} rows={2} />
          <ParagraphField {...form.field('sourceNote')} label={m.sourceNote} rows={2} />
        </Stack>
      </Section>
      <Section title={m.formula}>
        <Stack gap="md">
          <ChoiceField
            {...form.field('kind')}
            label={m.kind}
            options={INDICATOR_KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
          />
          <FormulaField
            {...form.field('numerator')}
            label={isRatio ? m.numerator : m.numeratorOfValue}
            measures={measures}
          />
          {isRatio && <FormulaField {...form.field('denominator')} label={m.denominator} measures={measures} />}
          <Group grow align="flex-start">
            {isRatio && (
              <SelectField
                {...form.field('factor')}
                label={m.factor}
                options={FACTORS.map((factor) => ({ value: factor, label: m.factors[factor] }))}
              />
            )}
            <NumberField {...form.field('decimals')} label={m.decimals} />
            <TextField {...form.field('unitVi')} label={m.unitVi} required />
            <TextField {...form.field('unitEn')} label={m.unitEn} />
          </Group>
          <Group align="flex-start" gap="xl">
            <ChoiceField
              {...form.field('better')}
              label={m.better}
              options={(['higher', 'lower'] as const).map((better) => ({ value: better, label: m.betters[better] }))}
            />
            {isRatio && <CheckField {...form.field('partOfWhole')} label={m.partOfWhole} />}
          </Group>
        </Stack>
      </Section>
      {used.length > 0 && isSound && (
        <TryOut
          measures={measures.filter(({ code }) => used.includes(code))}
          input={(examples) => ({ ...inputOf(value), examples, dryRun: true })}
        />
      )}
    </Form>
  )
}

/** What the form holds, as the contract takes it. */
function inputOf(values: IndicatorValues) {
  const isRatio = values.kind === 'ratio'
  const factor = Number(values.factor ?? 100) as 1 | 100 | 1000 | 10000 | 100000
  return {
    code: values.code.trim(),
    group: { code: values.groupCode, name: { vi: values.groupVi, en: values.groupEn || values.groupVi } },
    name: { vi: values.nameVi, en: values.nameEn || values.nameVi },
    kind: isRatio ? ('ratio' as const) : ('value' as const),
    numerator: values.numerator.trim() || null,
    denominator: isRatio ? values.denominator.trim() || null : null,
    factor: isRatio ? factor : (1 as const),
    unit: { vi: values.unitVi, en: values.unitEn || values.unitVi },
    decimals: values.decimals ?? 0,
    better: values.better === 'lower' ? ('lower' as const) : ('higher' as const),
    partOfWhole: isRatio && values.partOfWhole,
    sourceNote: values.sourceNote,
    validFrom: values.validFrom ?? '',
  }
}
