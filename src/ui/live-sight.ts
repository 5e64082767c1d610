type Page = Pick<Document, 'hidden' | 'addEventListener'>

/**
 * Closes what only a reader needs once the page has been out of sight for so long, and opens it when it is seen again:
 * a browser has six connections to a server over HTTP/1.1 for all its tabs together.
 */
export function whileSeen(page: Page, graceMs: number, does: { open(): void; close(): void }): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  page.addEventListener('visibilitychange', () => {
    clearTimeout(timer)
    if (page.hidden) timer = setTimeout(() => does.close(), graceMs)
    else does.open()
  })
}
