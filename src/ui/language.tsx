import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Messages } from '#kernel/messages.ts'
import type { Label } from './module.ts'

// Without it dates typed as dd/mm/yyyy are read month first.
dayjs.extend(customParseFormat)

export type Language = 'vi' | 'en'

export type { Messages } from '#kernel/messages.ts'

type LanguageState = { readonly language: Language; readonly setLanguage: (language: Language) => void }

const STORED = 'haidang.language'
const LanguageContext = createContext<LanguageState>({ language: 'vi', setLanguage: () => undefined })

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState<Language>(initialLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    dayjs.locale(language)
  }, [language])
  const state = useMemo(() => {
    const setLanguage = (next: Language) => {
      localStorage.setItem(STORED, next)
      setState(next)
    }
    return { language, setLanguage }
  }, [language])
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext)
}

/** The texts of the chosen language: `const m = useMessages({ vi, en })`. */
export function useMessages<T>(both: { readonly vi: T; readonly en: Messages<T> }): Messages<T> {
  const { language } = useLanguage()
  return language === 'vi' ? (both.vi as Messages<T>) : both.en
}

/** The chosen language's side of a label: `const say = useLabel(); say(entry.label)`. */
export function useLabel(): (label: Label) => string {
  const { language } = useLanguage()
  return (label) => label[language]
}

function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'vi' || asked === 'en') {
    localStorage.setItem(STORED, asked)
    return asked
  }
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi'
}
