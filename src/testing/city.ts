import { applyChange } from '#modules/organisation/contract.ts'
import type { TestApi } from './api.ts'

/** A ward of a city that is made in the same change. */
export const wardOf = (key: string, code: string, name: string, parent: { unitId: string } | { key: string }) => ({
  key,
  code,
  name,
  kind: 'ward' as const,
  level: 'commune' as const,
  parent,
})

/** A city with wards, there since 2021; the ids by the keys of the wards, the city's under `city`. */
export async function cityOf(
  api: TestApi,
  wards: readonly (readonly [key: string, code: string, name: string])[],
): Promise<(key: string) => string> {
  const city = { key: 'city', code: '747', name: 'Thành phố Thử', kind: 'provincial-city', level: 'district' } as const
  const { body, problem } = await api.root.call(applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [city, ...wards.map(([key, code, name]) => wardOf(key, code, name, { key: 'city' }))],
      },
    ],
  })
  if (problem) throw new Error(problem.title)
  return (key) => {
    const id = body.created[key]
    if (id === undefined) throw new Error(`no unit ${key}`)
    return id
  }
}
