import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type FormRow = {
  readonly id: string
  readonly code: string
  readonly createdAt: Date
  readonly createdBy: string
}

/** A version without its definition. */
export type VersionHead = {
  readonly id: string
  readonly formId: string
  readonly number: number
  readonly state: 'draft' | 'published'
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly hash: string
  readonly procedures: string[]
  readonly titleVi: string
  readonly titleEn: string
  readonly fieldCount: number
  readonly demonstration: boolean
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly changedAt: Date
  readonly changedBy: string
  readonly revision: number
}
export type VersionRow = VersionHead & { readonly definition: unknown; readonly searchText: string }

/** The transaction with the tables of this module. */
export const on = (tx: Tx) => tx.$extendTables<{ 'forms.form': FormRow; 'forms.version': VersionRow }>()

export const HEAD = [
  'version.id',
  'version.formId',
  'version.number',
  'version.state',
  'version.validFrom',
  'version.validTo',
  'version.hash',
  'version.procedures',
  'version.titleVi',
  'version.titleEn',
  'version.fieldCount',
  'version.demonstration',
  'version.publishedAt',
  'version.publishedBy',
  'version.createdAt',
  'version.createdBy',
  'version.changedAt',
  'version.changedBy',
  'version.revision',
] as const
