import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#ui/language.tsx'
import { en, vi } from './messages.ts'

const STORED = 'haidang.demonstration'

/** What every page of a demonstration says; null elsewhere. Without a network it is what this browser last heard. */
export function useDemonstration(): string | null {
  const m = useMessages({ vi, en })
  const about = useQuery({ queryKey: ['about'], queryFn: askAbout, staleTime: Number.POSITIVE_INFINITY })
  const isDemonstration = about.data ?? localStorage.getItem(STORED) === '1'
  return isDemonstration ? m.demonstration : null
}

async function askAbout(): Promise<boolean> {
  const answer = await fetch('/api/about')
  if (!answer.ok) throw new Error(`/api/about: ${answer.status}`)
  const { demo } = (await answer.json()) as { readonly demo?: boolean }
  localStorage.setItem(STORED, demo === true ? '1' : '')
  return demo === true
}
