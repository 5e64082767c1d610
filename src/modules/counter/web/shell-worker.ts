/** Has the shell of the pages kept, so that they open without a network. Where the browser cannot, the pages need one. */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  await navigator.serviceWorker.ready
}

/** Whether the pages open without a network. */
export async function isShellKept(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const registration = await navigator.serviceWorker.getRegistration('/')
  return registration?.active !== undefined && registration.active !== null
}
