import { sql } from 'kysely'
import type { Db, Tx } from '#server/db.ts'
import type { AccountKind } from '../domain/session.ts'

export type AccountRow = {
  id: string
  signInName: string
  displayName: string
  searchText: string
  kind: AccountKind
  officialId: string | null
  unitId: string | null
  email: string | null
  status: 'active' | 'disabled'
  statusReason: string | null
  createdAt: Date
  lastUsedAt: Date
  lastSignedInAt: Date | null
  version: number
}
export type PasswordRow = { accountId: string; hash: string; changedAt: Date; mustChange: boolean }
export type PasswordHistoryRow = { id: string; accountId: string; hash: string; setAt: Date }
export type TotpRow = {
  accountId: string
  secretSealed: Buffer
  enrolledAt: Date
  confirmedAt: Date | null
  lastStep: number
}
export type RecoveryCodeRow = { accountId: string; codeHash: Buffer; usedAt: Date | null }
export type PasskeyRow = {
  id: string
  accountId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  label: string
  backedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}
export type ChallengePurpose = 'enrol' | 'sign-in' | 'second-factor' | 'unlock'
export type PasskeyChallengeRow = {
  id: string
  purpose: ChallengePurpose
  challenge: string
  accountId: string | null
  expiresAt: Date
}
export type SignInGuardRow = {
  nameHash: Buffer
  failures: number
  lastFailureAt: Date | null
  lockedUntil: Date | null
}
export type PendingSignInRow = { tokenHash: Buffer; accountId: string; method: 'password' | 'oidc'; expiresAt: Date }
export type OidcProviderRow = {
  id: string
  name: string
  issuer: string
  clientId: string
  clientSecretSealed: Buffer | null
  scope: string
  secondFactor: boolean
  active: boolean
  createdAt: Date
}
export type OidcLinkRow = { providerId: string; subject: string; accountId: string; linkedAt: Date }
export type OidcFlowRow = {
  stateHash: Buffer
  providerId: string
  nonce: string
  verifierSealed: Buffer
  browserHash: Buffer
  accountId: string | null
  expiresAt: Date
}
export type SessionMethod = 'password' | 'passkey' | 'oidc'
export type SessionEnd = 'signed-out' | 'revoked' | 'password-changed' | 'disabled' | 'replaced'
export type SessionRow = {
  id: string
  accountId: string
  tokenHash: Buffer
  method: SessionMethod
  secondFactor: boolean
  address: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  lockedAt: Date | null
  endedAt: Date | null
  endReason: SessionEnd | null
}
export type SignInRecordRow = {
  id: string
  at: Date
  accountId: string | null
  nameHash: Buffer | null
  method: string
  outcome: string
  address: string
  userAgent: string
}
export type ApiTokenRow = {
  id: string
  accountId: string
  name: string
  tokenHash: Buffer
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}
export type Reach = 'own' | 'subtree'
export type ApiTokenGrantRow = {
  tokenId: string
  permission: string
  unitId: string | null
  reach: Reach
  basisPermission: string
  basisUnitId: string | null
  basisReach: Reach
}
export type RoleRow = {
  id: string
  code: string
  nameVi: string
  nameEn: string
  descriptionVi: string
  descriptionEn: string
  emergency: boolean
  retiredAt: Date | null
  version: number
}
export type RolePermissionRow = { roleId: string; permission: string }
export type AssignmentRow = {
  id: string
  accountId: string
  roleId: string
  unitId: string | null
  reach: Reach
  validFrom: string
  validTo: string | null
  reason: string
  assignedAt: Date
  assignedBy: string
}
export type BreakGlassRow = {
  id: string
  accountId: string
  roleId: string
  reason: string
  openedAt: Date
  endsAt: Date
  closedAt: Date | null
  closedBy: string | null
}
export type AccountReviewRow = {
  id: string
  accountId: string
  at: Date
  reviewerId: string
  note: string
  rights: unknown
}
export type SettingRow = { key: string; value: number; changedAt: Date; changedBy: string }
export type DemonstrationRow = {
  accountId: string
  place: number
  labelVi: string
  labelEn: string
  password: string
  totpSecret: string | null
}

export type Tables = {
  'identity.account': AccountRow
  'identity.password': PasswordRow
  'identity.passwordHistory': PasswordHistoryRow
  'identity.totp': TotpRow
  'identity.recoveryCode': RecoveryCodeRow
  'identity.passkey': PasskeyRow
  'identity.passkeyChallenge': PasskeyChallengeRow
  'identity.signInGuard': SignInGuardRow
  'identity.pendingSignIn': PendingSignInRow
  'identity.oidcProvider': OidcProviderRow
  'identity.oidcLink': OidcLinkRow
  'identity.oidcFlow': OidcFlowRow
  'identity.session': SessionRow
  'identity.signInRecord': SignInRecordRow
  'identity.apiToken': ApiTokenRow
  'identity.apiTokenGrant': ApiTokenGrantRow
  'identity.role': RoleRow
  'identity.rolePermission': RolePermissionRow
  'identity.assignment': AssignmentRow
  'identity.breakGlass': BreakGlassRow
  'identity.accountReview': AccountReviewRow
  'identity.setting': SettingRow
  'identity.demonstration': DemonstrationRow
}

/** The transaction with this module's tables, and no others, in sight. */
export const on = (tx: Tx | Db) => tx.$extendTables<Tables>()

/**
 * Lets the rest of this transaction see accounts and their secrets whoever acts: for signing in (when there is no actor
 * yet) and for acts on credentials. Everything else in the platform runs without it and sees none of them.
 */
export async function openCredentials(tx: Tx): Promise<void> {
  await sql`select set_config('identity.credentials', 'open', true)`.execute(tx)
}
