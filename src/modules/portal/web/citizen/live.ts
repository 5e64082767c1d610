/** Changes come together: wait this long before the page is asked for once. */
const GATHER_MS = 200
/** Where the stream fails, the page is asked for so often all the same. */
const ANYWAY_MS = 20_000
const AGAIN_MS = 5000

/** Keeps the part of a page marked `data-live="topic"` as the server would draw it now. */
export function followLive(): void {
  const part = document.querySelector<HTMLElement>('[data-live]')
  const topic = part?.dataset['live']
  if (!part || !topic) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void redraw(topic), GATHER_MS)
  }
  listen(topic, soon)
  setInterval(soon, ANYWAY_MS)
}

function listen(topic: string, changed: () => void): void {
  const source = new EventSource(`/api/live?topics=${encodeURIComponent(topic)}`)
  // What was announced before the stream stood is unknown.
  source.addEventListener('open', changed)
  source.addEventListener('changed', changed)
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(topic, changed), AGAIN_MS)
  })
}

async function redraw(topic: string): Promise<void> {
  const selector = `[data-live="${CSS.escape(topic)}"]`
  const response = await fetch(location.href, { cache: 'no-store' }).catch(() => null)
  if (!response?.ok) return
  const drawn = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector(selector)
  const shown = document.querySelector(selector)
  // The part is gone: the page has become another.
  if (!drawn) return location.replace(location.href)
  if (!shown || drawn.innerHTML === shown.innerHTML) return
  // Nothing is pulled from under whoever goes by keyboard; the next change comes soon.
  if (shown.contains(document.activeElement)) return
  const before = new Set(sayings(shown))
  shown.replaceChildren(...drawn.childNodes)
  for (const text of sayings(shown)) if (!before.has(text)) say(text.slice(text.indexOf(' ') + 1))
}

/** What is to be said aloud when it appears: a mark of its own, a blank, the words. */
const sayings = (part: Element): string[] =>
  [...part.querySelectorAll<HTMLElement>('[data-say]')].map(({ dataset }) => dataset['say'] ?? '')

let isAloud = false

function say(text: string): void {
  if (!isAloud) return
  const said = new SpeechSynthesisUtterance(text)
  said.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
  said.rate = 0.9
  speechSynthesis.speak(said)
}

/** A button for the voice, where the page has something to say and the browser a voice. Browsers speak only after somebody pressed something. */
export function offerVoice(): void {
  const place = document.querySelector<HTMLElement>('[data-voice]')
  if (!place || !('speechSynthesis' in globalThis)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = place.dataset['voice'] ?? ''
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    isAloud = !isAloud
    button.setAttribute('aria-pressed', String(isAloud))
    if (!isAloud) speechSynthesis.cancel()
  })
  place.append(button)
}

/** `data-print`: a button that prints. `data-return`: after so many seconds without a touch the screen goes back for the next person. */
export function serveNext(): void {
  const place = document.querySelector<HTMLElement>('[data-print]')
  if (place) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = place.dataset['print'] ?? ''
    button.addEventListener('click', () => print())
    place.append(button)
  }
  const back = document.querySelector<HTMLAnchorElement>('a[data-return]')
  const seconds = Number(back?.dataset['return'])
  if (!back || !(seconds > 0)) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => location.assign(back.href), seconds * 1000)
  }
  for (const touch of ['pointerdown', 'keydown'] as const) addEventListener(touch, wait)
  wait()
}
