import { Group } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { CheckField } from '#ui/check-field.tsx'
import { useMessages } from '#ui/language.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import * as contract from '../contract.ts'
import { ActForm, type ActProps } from './act-form.tsx'
import { en } from './act-messages.en.ts'
import { vi } from './act-messages.vi.ts'

export function AskPaymentAct(props: ActProps) {
  const m = useMessages({ vi, en })
  return (
    <ActForm
      {...props}
      act="ask-payment"
      contract={contract.askPayment}
      start={{ name: '', amountVnd: null as number | null, stopsClock: false, reason: '' }}
      input={({ name, amountVnd, stopsClock, reason }, on) => ({
        ...on,
        stopsClock,
        reason,
        fees: amountVnd ? [{ code: 'phat-sinh', name, amountVnd }] : [],
      })}
    >
      {(form) => (
        <>
          <Group grow align="flex-start">
            <TextField {...form.field('name')} label={m.feeName} maxLength={300} />
            <NumberField {...form.field('amountVnd')} label={m.feeAmount} unit="đ" />
          </Group>
          <CheckField {...form.field('stopsClock')} label={m.stopsClock} />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

export function ConfirmPaymentAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const { outstandingVnd } = props.one
  return (
    <ActForm
      {...props}
      act="confirm-payment"
      contract={contract.confirmPayment}
      start={{ amountVnd: outstandingVnd as number | null, online: false, reference: '' }}
      input={({ amountVnd, online, reference }, on) => ({ ...on, amountVnd: amountVnd ?? 0, online, reference })}
    >
      {(form) => (
        <>
          <NumberField
            {...form.field('amountVnd')}
            label={m.amount}
            unit="đ"
            required
            hint={leftHint(m, outstandingVnd, form.value.amountVnd)}
          />
          <TextField {...form.field('reference')} label={m.reference} required maxLength={100} />
          <CheckField {...form.field('online')} label={m.online} />
        </>
      )}
    </ActForm>
  )
}

/** What is due, and what would be left. */
function leftHint(m: ReturnType<typeof useMessages<typeof vi>>, outstandingVnd: number, amountVnd: number | null) {
  const left = outstandingVnd - (amountVnd ?? 0)
  return left > 0 && left < outstandingVnd
    ? m.partLeft(formatNumber(outstandingVnd), formatNumber(left))
    : m.allLeft(formatNumber(outstandingVnd))
}

export function WaiveFeeAct(props: ActProps) {
  const m = useMessages({ vi, en })
  const { fees, outstandingVnd } = props.one
  const open = fees.filter((fee) => leftOf(fee) > 0)
  const mostOf = (feeCode: string | null) => {
    const fee = open.find(({ code }) => code === feeCode)
    return fee ? Math.min(leftOf(fee), outstandingVnd) : 0
  }
  const first = open[0]?.code ?? null
  return (
    <ActForm
      {...props}
      act="waive-fee"
      contract={contract.waiveFee}
      start={{ feeCode: first, amountVnd: mostOf(first) as number | null, legalBasis: '', reason: '' }}
      input={({ feeCode, amountVnd, legalBasis, reason }, on) => ({
        ...on,
        feeCode: feeCode ?? '',
        amountVnd: amountVnd ?? 0,
        legalBasis,
        reason,
      })}
    >
      {(form) => (
        <>
          <SelectField
            {...form.field('feeCode')}
            onChange={(feeCode) => form.change({ feeCode, amountVnd: mostOf(feeCode) })}
            label={m.waivedFee}
            required
            options={open.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <NumberField
            {...form.field('amountVnd')}
            label={m.waivedAmount}
            unit="đ"
            required
            hint={m.waivedMost(formatNumber(mostOf(form.value.feeCode)))}
          />
          <TextField
            {...form.field('legalBasis')}
            label={m.legalBasis}
            hint={m.legalBasisHint}
            required
            maxLength={300}
          />
          <ParagraphField {...form.field('reason')} label={m.reason} required />
        </>
      )}
    </ActForm>
  )
}

function leftOf({ amountVnd, exemptedVnd, waivedVnd }: contract.CaseDetail['fees'][number]): number {
  return amountVnd - exemptedVnd - waivedVnd
}
