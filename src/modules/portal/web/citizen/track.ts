/** The QR of a receipt carries the code in the address and the secret behind the `#`, which no browser sends: both are put in and tried. */
export function followReceipt(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-track]')
  if (!form || location.hash.length < 2) return
  const secret = form.elements.namedItem('secret')
  const code = form.elements.namedItem('code')
  if (!(secret instanceof HTMLInputElement) || !(code instanceof HTMLInputElement)) return
  secret.value = decoded(location.hash.slice(1)).slice(0, 20)
  // It has been read: it need not stay in the address bar for the next to look at the screen.
  history.replaceState(null, '', location.pathname + location.search)
  if (code.value !== '' && secret.value !== '') form.requestSubmit()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
