import type { CaseState } from './case.ts'
import type { FinanceState } from './words.ts'

type Money = Pick<CaseState, 'feeTotalVnd' | 'waivedVnd' | 'paidVnd'>

/** What is still to be paid: what is asked in all, less what was waived and what was paid. */
export function outstandingVnd({ feeTotalVnd, waivedVnd, paidVnd }: Money): number {
  return feeTotalVnd - waivedVnd - paidVnd
}

/** Where the money stands. `exempt`: there are fees, but the law takes all of them off. */
export function financeOf(money: Money, exempt = false): FinanceState {
  if (money.feeTotalVnd === 0) return exempt ? 'waived' : 'none'
  if (outstandingVnd(money) > 0) return money.paidVnd > 0 ? 'partly-paid' : 'due'
  return money.paidVnd > 0 ? 'paid' : 'waived'
}

/** Whether something is still to be paid. */
export function owes(finance: FinanceState): boolean {
  return finance === 'due' || finance === 'partly-paid'
}
