const KEPT = 'haidang.easy'

/** Whether this device shows citizens large words and drawings; remembered for all their pages. */
export const isEasy = (): boolean => localStorage.getItem(KEPT) === '1'

export function keepEasy(on: boolean): void {
  localStorage.setItem(KEPT, on ? '1' : '')
}

export function showEasy(on: boolean): void {
  document.documentElement.toggleAttribute('data-easy', on)
}
