type Held = { readonly permission: string; readonly unitId: string | null; readonly unitName: string | null }
export type RightsGroup = { readonly permissions: readonly string[]; readonly units: readonly (string | null)[] }

/** Rights in few words: units over which the same permissions are held stand together; null is everywhere. */
export function rightsGroups(rights: readonly Held[]): RightsGroup[] {
  const units = Map.groupBy(rights, ({ unitId }) => unitId)
  const held = [...units.values()].map((group) => ({
    unit: group[0]?.unitName ?? null,
    permissions: [...new Set<string>(group.map(({ permission }) => permission))].toSorted(),
  }))
  return [...Map.groupBy(held, ({ permissions }) => permissions.join(' ')).values()].map((group) => ({
    permissions: group[0]?.permissions ?? [],
    units: group.map(({ unit }) => unit),
  }))
}
