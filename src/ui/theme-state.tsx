import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/** `dense` for people who work in tables all day. */
export type Density = 'comfortable' | 'dense'

type DensityState = { readonly density: Density; readonly setDensity: (density: Density) => void }

const STORED = 'haidang.density'
const DensityContext = createContext<DensityState>({ density: 'comfortable', setDensity: () => undefined })

export function DensityProvider({ children }: { readonly children: ReactNode }) {
  const [density, setState] = useState<Density>(localStorage.getItem(STORED) === 'dense' ? 'dense' : 'comfortable')
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
  const state = useMemo(() => {
    const setDensity = (next: Density) => {
      localStorage.setItem(STORED, next)
      setState(next)
    }
    return { density, setDensity }
  }, [density])
  return <DensityContext value={state}>{children}</DensityContext>
}

export function useDensity(): DensityState {
  return useContext(DensityContext)
}
