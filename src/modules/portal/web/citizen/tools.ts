import { isEasy, keepEasy, showEasy } from './easy-mode.ts'
import { canSpeak, lacksVoice, readAloud, stopReading } from './read-aloud.ts'

const tool = (name: string) => document.querySelector<HTMLElement>(`[data-tool="${name}"]`)
const language = () => (document.documentElement.lang === 'en' ? 'en' : 'vi')

/** Large words with drawings, remembered on this device, and a voice where the browser has one. */
export function showTools(): void {
  showEasy(isEasy())
  const easy = tool('easy')
  if (easy === null) return
  easy.hidden = false
  easy.setAttribute('aria-pressed', String(isEasy()))
  easy.addEventListener('click', () => {
    keepEasy(!isEasy())
    showEasy(isEasy())
    easy.setAttribute('aria-pressed', String(isEasy()))
  })
  const read = tool('read')
  if (read === null || !canSpeak()) return
  read.hidden = false
  voice(read, () => document.querySelector('main'))
  // What is drawn anew by itself stays as the server draws it.
  const headings = document.querySelectorAll<HTMLElement>(
    'main section[aria-labelledby] > h2:not(.aside, [data-live] *)',
  )
  for (const heading of headings) heading.after(partButton(read, heading))
  addEventListener('pagehide', stopReading)
}

/** Reads one part; seen on the easy page. */
function partButton(read: HTMLElement, heading: HTMLElement): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain say'
  button.ariaLabel = `${read.dataset['part'] ?? ''}: ${heading.innerText.trim()}`
  const drawn = read.querySelector('svg')
  if (drawn) button.append(drawn.cloneNode(true))
  voice(button, () => heading.parentElement)
  return button
}

/** A press begins to read, another stops it. */
function voice(button: HTMLElement, part: () => HTMLElement | null): void {
  const words = button.querySelector('span')
  const begin = words?.textContent ?? ''
  const stop = tool('read')?.dataset['stop'] ?? ''
  const show = (reading: boolean) => {
    button.toggleAttribute('data-reading', reading)
    if (words) words.textContent = reading ? stop : begin
  }
  button.addEventListener('click', () => {
    if (button.hasAttribute('data-reading')) return stopReading()
    const said = tool('said')
    const isMute = lacksVoice(language(), speechSynthesis.getVoices())
    if (said) said.textContent = isMute ? (tool('read')?.dataset['mute'] ?? '') : ''
    if (isMute) return
    readAloud(part()?.innerText ?? '', language(), () => show(false))
    show(true)
  })
}
