import { all, get, type KeptCounter, type OpenCounter, putAll } from './kept.ts'
import { type OpenKeys, type Sealed, seal, unseal } from './vault.ts'

/** Seals all that a counter holds under the keys of the one that follows it, and puts that one in its place: all of it or nothing. */
export async function handOver(
  { accountId, keys: old }: OpenCounter,
  kept: KeptCounter,
  next: OpenKeys,
): Promise<void> {
  const again = async (owner: string, sealed: Sealed) => seal(next, owner, await unseal(old, owner, sealed))
  const items = []
  for (const item of await all('items'))
    if (item.accountId === accountId) items.push({ ...item, sealed: await again(item.id, item.sealed) })
  const scans = []
  for (const scan of await all('scans')) {
    if (scan.accountId !== accountId) continue
    const pages = []
    for (const page of scan.pages) pages.push(await again(scan.id, page))
    scans.push({ ...scan, about: await again(scan.id, scan.about), pages })
  }
  const draft = await get('drafts', accountId)
  const drafts = draft ? [{ accountId, sealed: await again(`draft ${accountId}`, draft.sealed) }] : []
  await putAll({ counters: [kept], items, scans, drafts })
}
