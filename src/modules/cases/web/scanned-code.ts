/** The code of a dossier in a scanned text (a bare code, or the address behind the QR code of a receipt); null when there is none. */
export function findCaseCode(text: string): string | null {
  const current = /[A-Z]\d{2}(?:\.\d{2,3}){0,4}-\d{6}(?:\d{2})?-\d{4,7}/
  const before2020 = /\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,7}/
  const whole = plain(text)
  return (before2020.exec(whole) ?? current.exec(whole))?.[0] ?? null
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
