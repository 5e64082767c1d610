import type { DemoDeps } from './deps.ts'

const FROM = '2025-07-01'
/** The five wards and communes of the former city, by their official codes. */
const UNITS = ['26506', '26526', '26536', '26542', '26545']

/**
 * Identifiers from which the dossier codes of the demonstration are made. They are invented: which identifiers hold since the merger is
 * not known to us. Setting them again changes nothing.
 */
export async function loadUnitCodesDemo(deps: DemoDeps): Promise<void> {
  for (const code of UNITS) {
    const { units } = await deps.perform<{ units: { unitId: string }[] }>('organisation.list-units', {
      code,
      level: 'commune',
      day: FROM,
      limit: 1,
    })
    const [unit] = units
    if (!unit) throw new Error(`The demonstration has no unit ${code}.`)
    const identifier = `H29.${code.slice(0, 3)}.${code.slice(3)}`
    await deps.perform('cases.set-unit-code', { unitId: unit.unitId, code: identifier, validFrom: FROM })
  }
}
