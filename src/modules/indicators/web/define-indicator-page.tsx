import { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { useAddress } from '#ui/address.ts'
import { useMessages } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Lines } from '#ui/loaded.tsx'
import { Page } from '#ui/page.tsx'
import { ProblemAlert } from '#ui/problem.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { en } from './define-messages.en.ts'
import { vi } from './define-messages.vi.ts'
import { EMPTY_DEFINITION, IndicatorForm, type IndicatorValues } from './indicator-form.tsx'

const Asked = z.object({ code: z.string().optional() })

/** A new indicator, or the next version of one that exists. */
export function DefineIndicatorPage() {
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const [{ code }] = useAddress(Asked)
  const measures = useOperation(contract.listMeasures, {})
  const known = useOperation(contract.getIndicator, code ? { code } : null)
  const problem = measures.error ?? known.error
  const isReady = measures.data && (!code || known.data)
  return (
    <Page
      title={code ? m.defineVersion(code) : m.defineTitle}
      lead={m.defineLead}
      trail={[{ label: m.indicators, to: '/indicators' }, { label: code ?? m.defineTitle }]}
      width="normal"
    >
      {problem && <ProblemAlert problem={problem} />}
      {!problem && !isReady && <Lines count={10} />}
      {measures.data && isReady && (
        <IndicatorForm
          isNew={!code}
          start={known.data ? valuesOf(known.data.indicator) : EMPTY_DEFINITION}
          measures={measures.data.measures}
          onSaved={(saved) => goTo(`/indicators/${saved}`)}
        />
      )}
    </Page>
  )
}

function valuesOf(indicator: contract.Indicator): IndicatorValues {
  return {
    code: indicator.code,
    groupCode: indicator.group.code,
    groupVi: indicator.group.name.vi,
    groupEn: indicator.group.name.en,
    nameVi: indicator.name.vi,
    nameEn: indicator.name.en,
    kind: indicator.kind,
    numerator: indicator.numerator ?? '',
    denominator: indicator.denominator ?? '',
    factor: String(indicator.factor),
    unitVi: indicator.unit.vi,
    unitEn: indicator.unit.en,
    decimals: indicator.decimals,
    better: indicator.better,
    partOfWhole: indicator.partOfWhole,
    sourceNote: indicator.sourceNote,
    validFrom: dayAt(new Date()),
  }
}
