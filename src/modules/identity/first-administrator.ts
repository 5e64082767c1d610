import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { fold } from '#kernel/text.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import { setRowScope } from '#server/row-security.ts'
import { hashPassword } from './credentials/password-hash.ts'
import { newTemporaryPassword } from './credentials/token.ts'
import { countAccounts, insertAccount } from './store/accounts.ts'
import { savePassword } from './store/credentials.ts'
import { findRole, insertAssignment, saveRoleRow } from './store/rights.ts'
import { getSettings } from './store/sign-in.ts'
import { openCredentials } from './store/tables.ts'

export const FIRST_ADMINISTRATOR = 'quantri'
const ROLE = 'administrator'

/**
 * The temporary password of the first administrator, when the installation has no account yet; null when it has.
 * It has to be changed, and a second factor enrolled, before anything else can be done with it.
 */
export async function createFirstAdministrator(
  db: Db,
  now = new Date(),
): Promise<{ name: string; password: string } | null> {
  return db.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await openCredentials(tx)
    if ((await countAccounts(tx)) > 0) return null
    const accountId = newId()
    const displayName = 'Quản trị hệ thống'
    await insertAccount(tx, {
      id: accountId,
      signInName: FIRST_ADMINISTRATOR,
      displayName,
      searchText: fold(`${FIRST_ADMINISTRATOR} ${displayName}`),
      kind: 'administrator',
      officialId: null,
      unitId: null,
      email: null,
      status: 'active',
      statusReason: null,
      createdAt: now,
      lastUsedAt: now,
      lastSignedInAt: null,
      version: 1,
    })
    const password = newTemporaryPassword()
    await savePassword(tx, {
      accountId,
      hash: await hashPassword(password, await getSettings(tx)),
      changedAt: now,
      mustChange: true,
    })
    const role = (await findRole(tx, ROLE)) ?? { id: newId() }
    await saveRoleRow(tx, administratorRole(role.id), ['*'])
    await insertAssignment(tx, {
      id: newId(),
      accountId,
      roleId: role.id,
      unitId: null,
      reach: 'subtree',
      validFrom: dayAt(now),
      validTo: null,
      reason: 'Tài khoản quản trị đầu tiên',
      assignedAt: now,
      assignedBy: SYSTEM.id,
    })
    return { name: FIRST_ADMINISTRATOR, password }
  })
}

function administratorRole(id: string) {
  return {
    id,
    code: ROLE,
    nameVi: 'Quản trị hệ thống',
    nameEn: 'System administrator',
    descriptionVi: 'Toàn quyền; giao cho càng ít người càng tốt.',
    descriptionEn: 'May do everything; given to as few people as possible.',
    emergency: false,
    retiredAt: null,
    version: 1,
  }
}
