import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { type FigureKey, figureText, parseFigureText } from './figure-address.ts'

const TABS = ['records', 'units'] as const
export type FigureTab = (typeof TABS)[number]
const Opened = z.object({ figure: z.string().optional(), tab: z.enum(TABS).optional() })

/** Opens what stands behind a figure, beside the page; the address bar names it, so the link can be sent on. */
export function useOpenFigure(): (key: FigureKey, tab?: FigureTab) => void {
  const [, change] = useAddress(Opened)
  return (key, tab) => change({ figure: figureText(key), tab }, { push: true })
}

/** The figure the address names: `undefined` none, `null` one that cannot be read. */
export function useOpenedFigure() {
  const [{ figure, tab }, change] = useAddress(Opened)
  return {
    figure: figure ? parseFigureText(figure) : undefined,
    tab,
    chooseTab: (next: FigureTab) => change({ tab: next }),
    close: () => change({ figure: undefined, tab: undefined }, { push: true }),
  }
}
