import { SYSTEM } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import { setRowScope } from '#server/row-security.ts'
import { hashPassword } from './credentials/password-hash.ts'
import { sealText } from './credentials/sealing.ts'
import { savePassword, saveTotp } from './store/credentials.ts'
import { getSettings, saveDemonstration } from './store/sign-in.ts'
import { openCredentials } from './store/tables.ts'

export type DemonstrationSignIn = {
  readonly accountId: string
  readonly place: number
  readonly label: { readonly vi: string; readonly en: string }
  readonly password: string
  /** base32; null: no second factor. */
  readonly totpSecret: string | null
  readonly mustChange: boolean
}

/** Gives an account a fixed, published password. Only demonstration data may ask for this: there is no operation for it. */
export async function giveDemonstrationSignIn(db: Db, signIn: DemonstrationSignIn, now = new Date()): Promise<void> {
  const { accountId, place, label, password, totpSecret, mustChange } = signIn
  await db.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await openCredentials(tx)
    const hash = await hashPassword(password, await getSettings(tx))
    await savePassword(tx, { accountId, hash, changedAt: now, mustChange })
    if (totpSecret !== null) {
      const secretSealed = sealText(totpSecret, 'identity.totp', accountId)
      await saveTotp(tx, { accountId, secretSealed, enrolledAt: now, confirmedAt: now, lastStep: 0 })
    }
    await saveDemonstration(tx, { accountId, place, labelVi: label.vi, labelEn: label.en, password, totpSecret })
  })
}
