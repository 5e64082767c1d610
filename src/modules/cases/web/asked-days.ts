type Asking = {
  readonly unit: { readonly id: string } | null
  readonly period: string
  readonly regime: 'cut-off' | 'calendar'
  readonly chosenDay: string | undefined
}

/** What a page of figures asks for; null while there is no unit. */
export function daysOf({ unit, period, regime, chosenDay }: Asking) {
  return unit && { unitId: unit.id, period, regime, ...(chosenDay && { structureDay: chosenDay }) }
}
