import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { type AssignmentRow, type BreakGlassRow, on, type RoleRow } from './tables.ts'

export type RoleWithPermissions = RoleRow & { readonly permissions: string[]; readonly holders: number }

/** Every role in use with its permissions and how many accounts hold it on a day. */
export async function listRoleRows(tx: Tx, day: Day): Promise<RoleWithPermissions[]> {
  return on(tx)
    .selectFrom('identity.role as r')
    .selectAll('r')
    .select([
      sql<
        string[]
      >`coalesce((select array_agg(p.permission order by p.permission) from identity.role_permission p where p.role_id = r.id), '{}')`.as(
        'permissions',
      ),
      sql<number>`(select count(distinct a.account_id) from identity.assignment a
        where a.role_id = r.id and (a.valid_to is null or a.valid_to > ${day}::date))`.as('holders'),
    ])
    .where('r.retiredAt', 'is', null)
    .orderBy('r.code')
    .execute()
}

/** A role in use, with its permissions. */
export async function findRole(tx: Tx, code: string): Promise<(RoleRow & { permissions: string[] }) | undefined> {
  return on(tx)
    .selectFrom('identity.role as r')
    .selectAll('r')
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(p.permission order by p.permission) from identity.role_permission p where p.role_id = r.id), '{}')`.as(
        'permissions',
      ),
    )
    .where('r.code', '=', code)
    .where('r.retiredAt', 'is', null)
    .executeTakeFirst()
}

/** Whether a code was ever given to a role. */
export async function isRoleCodeUsed(tx: Tx, code: string): Promise<boolean> {
  return (
    (await on(tx).selectFrom('identity.role').select('id').where('code', '=', code).executeTakeFirst()) !== undefined
  )
}

/** Adds a role, or keeps its changes. */
export async function saveRoleRow(tx: Tx, row: RoleRow, permissions: readonly string[]): Promise<void> {
  const { id, ...rest } = row
  await on(tx)
    .insertInto('identity.role')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
  await on(tx).deleteFrom('identity.rolePermission').where('roleId', '=', id).execute()
  if (permissions.length === 0) return
  await on(tx)
    .insertInto('identity.rolePermission')
    .values([...new Set(permissions)].map((permission) => ({ roleId: id, permission })))
    .execute()
}

/** How many accounts hold a role now or later. */
export async function countHolders(tx: Tx, roleId: string, day: Day): Promise<number> {
  const { holders } = await on(tx)
    .selectFrom('identity.assignment')
    .select((select) => select.fn.count<number>('accountId').distinct().as('holders'))
    .where('roleId', '=', roleId)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', day)]))
    .executeTakeFirstOrThrow()
  return holders
}

/** Takes a role out of use. */
export async function retireRoleRow(tx: Tx, id: string, now: Date): Promise<void> {
  await on(tx).updateTable('identity.role').set({ retiredAt: now }).where('id', '=', id).execute()
}

/** Gives an account a role. */
export async function insertAssignment(tx: Tx, row: AssignmentRow): Promise<void> {
  await on(tx).insertInto('identity.assignment').values(row).execute()
}

/** An assignment, locked until the transaction ends. */
export async function findAssignmentForUpdate(tx: Tx, id: string): Promise<AssignmentRow | undefined> {
  return on(tx).selectFrom('identity.assignment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Ends an assignment; `validTo` is the first day on which it no longer holds. */
export async function endAssignmentRow(tx: Tx, id: string, validTo: Day): Promise<void> {
  await on(tx).updateTable('identity.assignment').set({ validTo }).where('id', '=', id).execute()
}

export type AssignmentWithRole = AssignmentRow & { roleCode: string; roleNameVi: string; roleNameEn: string }

/** The assignments of an account, the current and coming first. */
export async function listAssignments(tx: Tx, accountId: string): Promise<AssignmentWithRole[]> {
  return on(tx)
    .selectFrom('identity.assignment as a')
    .innerJoin('identity.role as r', 'r.id', 'a.roleId')
    .selectAll('a')
    .select(['r.code as roleCode', 'r.nameVi as roleNameVi', 'r.nameEn as roleNameEn'])
    .where('a.accountId', '=', accountId)
    .orderBy(sql`a.valid_to is not null`)
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()
}

/** One right by a role, with the assignment that gives it. */
export type RoleRight = AssignmentWithRole & {
  readonly permission: string
  readonly accountName: string
  readonly accountUnitId: string | null
  readonly accountStatus: 'active' | 'disabled'
}

/** The rights by role of a day, of one account or of all in sight. */
export async function listRoleRights(tx: Tx, day: Day, accountId?: string): Promise<RoleRight[]> {
  let query = on(tx)
    .selectFrom('identity.assignment as a')
    .innerJoin('identity.role as r', 'r.id', 'a.roleId')
    .innerJoin('identity.rolePermission as p', 'p.roleId', 'r.id')
    .innerJoin('identity.account as c', 'c.id', 'a.accountId')
    .selectAll('a')
    .select(['r.code as roleCode', 'r.nameVi as roleNameVi', 'r.nameEn as roleNameEn', 'p.permission'])
    .select(['c.displayName as accountName', 'c.unitId as accountUnitId', 'c.status as accountStatus'])
    .where('r.retiredAt', 'is', null)
    .where('a.validFrom', '<=', day)
    .where((where) => where.or([where('a.validTo', 'is', null), where('a.validTo', '>', day)]))
  if (accountId) query = query.where('a.accountId', '=', accountId)
  return query.orderBy('c.displayName').orderBy('a.id').orderBy('p.permission').execute()
}

export type OpenEmergency = BreakGlassRow & {
  readonly roleCode: string
  readonly roleNameVi: string
  readonly roleNameEn: string
  readonly accountName: string
  readonly accountUnitId: string | null
  readonly permissions: string[]
}

/** Emergency rights: those open at a moment, or (without one) the last ones, newest first. */
export async function listEmergencies(
  tx: Tx,
  { openAt, accountId, limit }: { openAt?: Date; accountId?: string; limit: number },
): Promise<OpenEmergency[]> {
  let query = on(tx)
    .selectFrom('identity.breakGlass as b')
    .innerJoin('identity.role as r', 'r.id', 'b.roleId')
    .innerJoin('identity.account as c', 'c.id', 'b.accountId')
    .selectAll('b')
    .select(['r.code as roleCode', 'r.nameVi as roleNameVi', 'r.nameEn as roleNameEn'])
    .select(['c.displayName as accountName', 'c.unitId as accountUnitId'])
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(p.permission order by p.permission) from identity.role_permission p where p.role_id = r.id), '{}')`.as(
        'permissions',
      ),
    )
  if (openAt) {
    query = query.where('b.openedAt', '<=', openAt).where('b.endsAt', '>', openAt).where('b.closedAt', 'is', null)
  }
  if (accountId) query = query.where('b.accountId', '=', accountId)
  return query.orderBy('b.id', 'desc').limit(limit).execute()
}

/** Opens emergency rights. */
export async function insertEmergency(tx: Tx, row: BreakGlassRow): Promise<void> {
  await on(tx).insertInto('identity.breakGlass').values(row).execute()
}

/** Emergency rights that are open, locked until the transaction ends. */
export async function findOpenEmergencyForUpdate(tx: Tx, id: string, now: Date): Promise<BreakGlassRow | undefined> {
  return on(tx)
    .selectFrom('identity.breakGlass')
    .selectAll()
    .where('id', '=', id)
    .where('endsAt', '>', now)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Closes emergency rights. */
export async function closeEmergency(tx: Tx, id: string, now: Date, closedBy: string): Promise<void> {
  await on(tx).updateTable('identity.breakGlass').set({ closedAt: now, closedBy }).where('id', '=', id).execute()
}

/** At which units a permission is held directly by an active account on a day; null among them: everywhere. Says nothing of who. */
export async function placesHolding(tx: Tx, permission: string, day: Day): Promise<ReadonlySet<string | null>> {
  const { rows } = await sql<{ unitId: string | null }>`
    select unit_id from identity.places_holding(${permission}, ${day}::date)`.execute(tx)
  return new Set(rows.map(({ unitId }) => unitId))
}

/** The active accounts that hold a permission directly at a unit on a day, by name. */
export async function holdersAt(
  tx: Tx,
  permission: string,
  unitId: string,
  day: Day,
): Promise<{ accountId: string; name: string }[]> {
  const module = `${permission.split(':')[0] ?? ''}:*`
  return on(tx)
    .selectFrom('identity.assignment as a')
    .innerJoin('identity.role as r', 'r.id', 'a.roleId')
    .innerJoin('identity.rolePermission as p', 'p.roleId', 'r.id')
    .innerJoin('identity.account as c', 'c.id', 'a.accountId')
    .select(['a.accountId', 'c.displayName as name'])
    .distinct()
    .where('a.unitId', '=', unitId)
    .where('p.permission', 'in', [permission, module, '*'])
    .where('c.status', '=', 'active')
    .where('r.retiredAt', 'is', null)
    .where('a.validFrom', '<=', day)
    .where((where) => where.or([where('a.validTo', 'is', null), where('a.validTo', '>', day)]))
    .orderBy('name')
    .execute()
}
