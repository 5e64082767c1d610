import type { IdentityKind, SubjectKind } from './profile.ts'

/** A paper that was not handed in as a file. */
export type OnPaper = {
  readonly name: string
  readonly copies: number
  readonly form: 'original' | 'copy' | 'electronic'
}
export type Fee = {
  readonly code: string
  readonly name: string
  readonly kind: 'charge' | 'levy'
  readonly amountVnd: number
  readonly when: 'at-receipt' | 'at-supplement' | 'at-return'
}
export type FileOfDossier = {
  readonly id: string
  readonly name: string
  /** Of the procedure's list; empty: none of it. */
  readonly paperCode: string
  readonly url: string
  readonly isDeleted: boolean
  readonly isDigitised: boolean
  /** Taken from the national store instead of being asked again. */
  readonly fromStore: boolean
}
export type Supplement = {
  readonly id: string
  readonly askedBy: string
  readonly wanted: string
  readonly askedAt: Date | null
  readonly takenBy: string
  readonly takenNote: string
  readonly takenAt: Date | null
  readonly isDone: boolean
  readonly papers: readonly OnPaper[]
  readonly fees: readonly Fee[]
  readonly dueBefore: Date | null
  readonly dueAfter: Date | null
}
export type ResultOfDossier = {
  readonly id: string
  readonly name: string
  readonly paperCode: string
  readonly url: string
  readonly number: string
}

/** What the national portal and we tell each other of a dossier, in our words. */
export type Facts = {
  readonly code: string
  /** The number on our receipt. */
  readonly receiptNumber: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly fieldCode: string
  readonly fieldName: string
  readonly subject: {
    readonly kind: SubjectKind
    readonly name: string
    /** The person's account at the portal. */
    readonly account: string
    readonly identity: { readonly kind: IdentityKind; readonly number: string } | null
    readonly email: string
    readonly fax: string
    readonly phone: string
  }
  readonly otherInformation: string
  readonly title: string
  readonly filedAt: Date | null
  readonly receivedAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  readonly refusedAt: Date | null
  /** TrangThaiHoSo: 1 to 10, by the mapping that is data of the cases. */
  readonly state: number
  readonly returnNote: string
  readonly returnWay: 'desk' | 'post'
  /** Who decides, and where it was handed in: an identifier of a unit, or its name. */
  readonly unit: string
  readonly filedAtUnit: string
  readonly note: string
  readonly hasDigitised: boolean
  readonly isVneidAccount: boolean
  readonly databaseCode: string
  readonly detailUrl: string
  readonly channel: 'counter' | 'online' | 'post'
  readonly onlinePayment: 'none' | 'national-portal' | 'own-system'
  readonly files: readonly FileOfDossier[]
  readonly fees: readonly Fee[]
  readonly onPaper: readonly OnPaper[]
  readonly supplements: readonly Supplement[]
  readonly results: readonly ResultOfDossier[]
}

export type ProgressFacts = {
  readonly code: string
  readonly by: string
  readonly position: string
  readonly at: Date | null
  readonly department: string
  readonly content: string
  readonly state: number
  readonly beganAt: Date | null
  readonly dueAt: Date | null
}
