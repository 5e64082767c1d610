import { useEffect, useState } from 'react'
import { fold } from '#kernel/text.ts'
import type { IntakeSource } from '#modules/cases/web/index.tsx'
import { type Catalogue, get, type OpenCounter } from './kept.ts'
import { keepScan } from './taking.ts'

const MOST_FOUND = 20
const MOST_PAGES = 30
/** As large as the server takes. */
const MOST_BYTES = 25 * 1024 * 1024

type Words = { readonly tooLarge: string }

/** What an intake takes what it knows from while there may be no network: the counter itself. */
export function offlineSource(counter: OpenCounter, words: Words): IntakeSource {
  const units = [{ id: counter.unitId, name: counter.unitName }]
  return {
    isConnected: false,
    useReceivingUnits: () => units,
    loadUnits: async () => units,
    useProcedure,
    searchProcedures: async (search) => {
      const wanted = fold(search.trim()).split(/\s+/)
      return procedures(await catalogue())
        .filter(({ code, content }) => {
          const text = fold(`${code} ${content.name.vi} ${content.name.en}`)
          return wanted.every((word) => text.includes(word))
        })
        .slice(0, MOST_FOUND)
        .map(({ code, content }) => ({ code, name: content.name }))
    },
    useKeepScans: () => async (files, title) => {
      const pages = files.slice(0, MOST_PAGES)
      if (pages.some(({ size }) => size > MOST_BYTES)) return { refused: words.tooLarge }
      const arePictures = pages.every(({ type }) => type.startsWith('image/'))
      const taken = arePictures ? pages : pages.slice(0, 1)
      const id = await keepScan(counter, taken, title)
      return { file: { id, name: taken.length > 1 ? `${title} (${taken.length})` : (taken[0]?.name ?? title) } }
    },
  }
}

const catalogue = () => get('catalogue', 'catalogue')
const procedures = (kept: Catalogue | undefined) => kept?.procedures ?? []

function useProcedure(code: string | null) {
  const [kept, setKept] = useState<Catalogue | undefined>()
  useEffect(() => {
    void catalogue().then(setKept)
  }, [])
  const found = procedures(kept).find((one) => one.code === code)
  const problem = kept && code !== null && !found ? new Error('The procedure is not kept here.') : null
  return { found: found ? { versionId: found.versionId, content: found.content } : null, problem }
}
