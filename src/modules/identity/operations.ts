import type { Operation } from '#server/operation.ts'
import { assignRole } from './operations/assign-role.ts'
import { beginOidcSignIn } from './operations/begin-oidc-sign-in.ts'
import { beginPasskeyEnrolment } from './operations/begin-passkey-enrolment.ts'
import { beginPasskeySignIn } from './operations/begin-passkey-sign-in.ts'
import { beginTotpEnrolment } from './operations/begin-totp-enrolment.ts'
import { changeAccount } from './operations/change-account.ts'
import { changePassword } from './operations/change-password.ts'
import { changeSetting } from './operations/change-setting.ts'
import { closeBreakGlass } from './operations/close-break-glass.ts'
import { confirmTotpEnrolment } from './operations/confirm-totp-enrolment.ts'
import { createAccount } from './operations/create-account.ts'
import { createToken } from './operations/create-token.ts'
import { currentSession } from './operations/current-session.ts'
import { disableAccount } from './operations/disable-account.ts'
import { enableAccount } from './operations/enable-account.ts'
import { endAssignment } from './operations/end-assignment.ts'
import { endOwnSession } from './operations/end-own-session.ts'
import { endSessions } from './operations/end-sessions.ts'
import { explainAccount } from './operations/explain-account.ts'
import { explainPermission } from './operations/explain-permission.ts'
import { finishOidcSignIn } from './operations/finish-oidc-sign-in.ts'
import { finishPasskeyEnrolment } from './operations/finish-passkey-enrolment.ts'
import { getAccount } from './operations/get-account.ts'
import { giveRecoveryCode } from './operations/give-recovery-code.ts'
import { giveTotpCode } from './operations/give-totp-code.ts'
import { listAccounts } from './operations/list-accounts.ts'
import { listBreakGlass } from './operations/list-break-glass.ts'
import { listProviders } from './operations/list-providers.ts'
import { listReviews } from './operations/list-reviews.ts'
import { listRoles } from './operations/list-roles.ts'
import { listSettings } from './operations/list-settings.ts'
import { lockSession } from './operations/lock-session.ts'
import { openBreakGlass } from './operations/open-break-glass.ts'
import { ownRights } from './operations/own-rights.ts'
import { ownSecurity } from './operations/own-security.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { removeTotp } from './operations/remove-totp.ts'
import { renewRecoveryCodes } from './operations/renew-recovery-codes.ts'
import { resetPassword } from './operations/reset-password.ts'
import { resetSecondFactor } from './operations/reset-second-factor.ts'
import { retireRole } from './operations/retire-role.ts'
import { reviewAccount } from './operations/review-account.ts'
import { revokeToken } from './operations/revoke-token.ts'
import { saveProvider } from './operations/save-provider.ts'
import { saveRole } from './operations/save-role.ts'
import { signInWithPasskey } from './operations/sign-in-with-passkey.ts'
import { signInWithPassword } from './operations/sign-in-with-password.ts'
import { signOut } from './operations/sign-out.ts'
import { signOutEverywhere } from './operations/sign-out-everywhere.ts'
import { unlinkProvider } from './operations/unlink-provider.ts'
import { unlockAccount } from './operations/unlock-account.ts'
import { unlockSession } from './operations/unlock-session.ts'

/** Everything this module can be asked to do. */
export const operations: readonly Operation[] = [
  assignRole,
  beginOidcSignIn,
  beginPasskeyEnrolment,
  beginPasskeySignIn,
  beginTotpEnrolment,
  changeAccount,
  changePassword,
  changeSetting,
  closeBreakGlass,
  confirmTotpEnrolment,
  createAccount,
  createToken,
  currentSession,
  disableAccount,
  enableAccount,
  endAssignment,
  endOwnSession,
  endSessions,
  explainAccount,
  explainPermission,
  finishOidcSignIn,
  finishPasskeyEnrolment,
  getAccount,
  giveRecoveryCode,
  giveTotpCode,
  listAccounts,
  listBreakGlass,
  listProviders,
  listReviews,
  listRoles,
  listSettings,
  lockSession,
  openBreakGlass,
  ownRights,
  ownSecurity,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
  resetPassword,
  resetSecondFactor,
  retireRole,
  reviewAccount,
  revokeToken,
  saveProvider,
  saveRole,
  signInWithPasskey,
  signInWithPassword,
  signOut,
  signOutEverywhere,
  unlinkProvider,
  unlockAccount,
  unlockSession,
]
