import './citizen.css'
import './parts.css'
import './alone.css'
import './map.css'
import { followLive, offerVoice, serveNext } from './live.ts'
import { readAloud } from './read-aloud.ts'
import { followReceipt } from './track.ts'

// The pages are whole without this; it only makes them easier.
const EASY = 'haidang.easy'

function showEasy(on: boolean): void {
  document.documentElement.toggleAttribute('data-easy', on)
}

/** Large text, remembered on this device, and a voice where the browser has one. */
function addTools(): void {
  const place = document.querySelector<HTMLElement>('[data-tools]')
  if (!place) return
  const { easy = '', read = '', stop = '' } = place.dataset
  const larger = toolButton(easy)
  const isEasy = () => document.documentElement.hasAttribute('data-easy')
  larger.setAttribute('aria-pressed', String(isEasy()))
  larger.addEventListener('click', () => {
    showEasy(!isEasy())
    larger.setAttribute('aria-pressed', String(isEasy()))
    localStorage.setItem(EASY, isEasy() ? '1' : '')
  })
  place.append(larger)
  if ('speechSynthesis' in globalThis) {
    const voice = toolButton(read)
    readAloud(voice, { read, stop })
    place.append(voice)
  }
}

function toolButton(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = label
  return button
}

showEasy(localStorage.getItem(EASY) === '1')
addTools()
followReceipt()
followLive()
offerVoice()
serveNext()
document.querySelector<HTMLElement>('[data-focus]')?.focus()
