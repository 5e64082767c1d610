import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-500.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@fontsource/be-vietnam-pro/vietnamese-700.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-500.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '@fontsource/be-vietnam-pro/latin-700.css'
import '@fontsource/be-vietnam-pro/latin-ext-400.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './base.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { LanguageProvider, useLanguage } from './language.tsx'
import type { RelatedPages } from './module.ts'
import { ProblemMessagesContext } from './problem.tsx'
import { RelatedPagesContext } from './related-pages.tsx'
import { type SubjectPages, SubjectPagesContext } from './subject-link.tsx'
import { cssVariables, theme } from './theme.ts'
import { DensityProvider } from './theme-state.tsx'

/** The word that style elements bear, by which the content policy knows them; empty where the page came without one. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
// Where the library that holds the page still under a dialog looks for it.
Object.assign(globalThis, { __webpack_nonce__: nonce })

const colorSchemes = localStorageColorSchemeManager({ key: 'haidang.scheme' })

type Props = {
  readonly problems: ProblemMessages
  readonly subjects: SubjectPages
  readonly related: RelatedPages
  readonly children: ReactNode
}

/** Language, face, density, server answers, refusals' words, the pages of subjects and the ways on from a page, for everything inside. */
export function Providers({ problems, subjects, related, children }: Props) {
  const [client] = useState(newQueryClient)
  return (
    <LanguageProvider>
      <DensityProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={colorSchemes}
          defaultColorScheme="auto"
          {...(nonce !== '' && { getStyleNonce: () => nonce })}
        >
          <QueryClientProvider client={client}>
            <ProblemMessagesContext value={problems}>
              <SubjectPagesContext value={subjects}>
                <RelatedPagesContext value={related}>
                  <Localised>{children}</Localised>
                </RelatedPagesContext>
              </SubjectPagesContext>
            </ProblemMessagesContext>
          </QueryClientProvider>
        </MantineProvider>
      </DensityProvider>
    </LanguageProvider>
  )
}

function Localised({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      <Notifications position="bottom-right" />
      {children}
    </DatesProvider>
  )
}

function newQueryClient() {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
  })
}
