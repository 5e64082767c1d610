import type { Act, BusinessState } from '../words.ts'

// What the official forms are made from: plain values of a case, its log and its procedure, so that a form can be made without a database.

/** A unit as it stands on paper. */
export type FormUnit = {
  readonly name: string
  /** `territory`: a ward or a province, whose agency is its People's Committee; `agency`: an organ with a name of its own. */
  readonly kind: 'territory' | 'agency'
  /** What it stands under, the same way; null at the top. */
  readonly parent: { readonly name: string; readonly kind: 'territory' | 'agency' } | null
  /** Địa danh, where the unit sits: `Vũng Tàu`. */
  readonly place: string
  /** The desk that receives and returns (Bộ phận Một cửa); null while nobody entered it. */
  readonly desk: { readonly name: string; readonly address: string; readonly phone: string } | null
}

export type FormParty = {
  readonly role: 'subject' | 'representative'
  readonly name: string
  readonly identityNumber: string | null
  readonly taxCode: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly ground: string | null
}

export type PaperForm = 'original' | 'certified-copy' | 'copy' | 'electronic'

export type FormPaper = {
  readonly name: string
  readonly form: PaperForm
  readonly copies: number
  readonly note: string
}

export type FormAct = {
  readonly number: number
  readonly act: Act
  readonly at: Date
  readonly actorName: string
  readonly unitName: string
  readonly fromUnitName: string | null
  readonly toUnitName: string | null
  readonly fromStep: string | null
  readonly toStep: string | null
  readonly fromState: BusinessState | null
  readonly toState: BusinessState
  /** As the act was given; read with the functions of details.ts. */
  readonly details: Readonly<Record<string, unknown>>
}

export type FormTerm = { readonly amount: number; readonly unit: string; readonly rule: string }

export type FormDueChange = {
  readonly kind: string
  readonly at: Date
  readonly before: Date | null
  readonly after: Date | null
  readonly reason: string
}

export type FormCase = {
  /** Null before it is received. */
  readonly code: string | null
  readonly secret: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly procedureNameEn: string
  /** What is asked for. */
  readonly title: string
  readonly business: BusinessState
  readonly receivedAt: Date | null
  readonly firstDueAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly onTime: boolean | null
  readonly term: FormTerm
  /** How many sets of papers the procedure asks for. */
  readonly sets: number
  readonly returnWay: 'desk' | 'post' | 'online' | null
  readonly feeTotalVnd: number
  readonly waivedVnd: number
  readonly paidVnd: number
  readonly received: FormUnit
  readonly competent: FormUnit
  readonly consulted: readonly string[]
  readonly parties: readonly FormParty[]
  readonly papers: readonly FormPaper[]
  readonly acts: readonly FormAct[]
  readonly dueChanges: readonly FormDueChange[]
  readonly demonstration: boolean
  /** The public page of this case with its secret behind the `#`; null while there is no code. */
  readonly lookUpUrl: string | null
}
