/** Reads the content of the page with the browser's own voice, piece by piece (long texts are cut off by some voices), until it is stopped. */
export function readAloud(button: HTMLButtonElement, words: { readonly read: string; readonly stop: string }): void {
  let reading = false
  const show = (on: boolean) => {
    reading = on
    button.textContent = on ? words.stop : words.read
  }
  button.addEventListener('click', () => {
    speechSynthesis.cancel()
    if (reading) return show(false)
    show(true)
    const pieces = piecesOf(document.querySelector('main'))
    for (const [place, text] of pieces.entries()) {
      const said = new SpeechSynthesisUtterance(text)
      said.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
      said.rate = 0.95
      if (place === pieces.length - 1) said.addEventListener('end', () => show(false))
      speechSynthesis.speak(said)
    }
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

function piecesOf(main: HTMLElement | null): string[] {
  const lines = (main?.innerText ?? '').split('\n')
  return lines.map((line) => line.trim()).filter(Boolean)
}
