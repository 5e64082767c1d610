import { fromTcvn3, fromVni } from './legacy.ts'

/**
 * Text as it looks in its font: letters under `.VnTime` and its family mean TCVN3, and capitals where the name ends in H; under
 * `VNI-Times` and its family they mean VNI. Text that holds letters of Unicode only wears the name of such a font.
 */
export function asInFont(text: string, font: string | undefined): string {
  const family = font === undefined ? null : /^(?:\.Vn|VNI[- ])/i.exec(font)
  if (font === undefined || family === null || /[\u0100-\u1fff]/.test(text)) return text
  if (family[0].startsWith('.')) return font.endsWith('H') ? fromTcvn3(text).toUpperCase() : fromTcvn3(text)
  return fromVni(text)
}
