import { z } from 'zod'
import { line } from '#kernel/fields.ts'
import { act } from './act.ts'
import { flagField, reasonField } from './shapes.ts'

export const askPayment = act(
  'ask-payment',
  'cases:process',
  { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Ask for payment' },
  {
    /** Fees determined while handling (land tax, say), added to those of the fee table. */
    fees: z
      .array(z.object({ code: z.string().max(60), name: line(300), amountVnd: z.int().min(1).max(1e12) }))
      .max(20)
      .default([]),
    /** Whether the clock stands still meanwhile: only with a legal ground. */
    stopsClock: flagField.default(false),
    reason: reasonField,
  },
)
export const confirmPayment = act(
  'confirm-payment',
  'cases:receive',
  { vi: 'Xác nhận đã nộp phí', en: 'Confirm payment' },
  {
    /** All that is due or a part of it; never more. */
    amountVnd: z.int().min(1).max(1e12),
    online: flagField,
    /** The receipt's or transaction's number. */
    reference: line(100),
  },
)
/** Takes a fee off, whole or in part, where the law lets whoever decides do so. */
export const waiveFee = act(
  'waive-fee',
  'cases:approve',
  { vi: 'Miễn, giảm phí, lệ phí', en: 'Waive or reduce a fee' },
  {
    feeCode: z.string().max(60),
    amountVnd: z.int().min(1).max(1e12),
    reason: reasonField,
    /** Article and instrument, as people cite them. */
    legalBasis: line(300),
  },
)
