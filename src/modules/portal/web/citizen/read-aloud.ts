/** Told when what is being read has ended, was stopped, or gave way to something else. */
let tellEnd: (() => void) | null = null

export const canSpeak = (): boolean => 'speechSynthesis' in globalThis

/** Whether this device has no voice for a language. Browsers name their voices late, so an empty list says nothing. */
export function lacksVoice(language: string, voices: readonly { readonly lang: string }[]): boolean {
  return voices.length > 0 && !voices.some(({ lang }) => lang.toLowerCase().startsWith(language))
}

export function stopReading(): void {
  const tell = tellEnd
  tellEnd = null
  if (canSpeak()) speechSynthesis.cancel()
  tell?.()
}

/** Reads with the browser's own voice, line by line (long texts are cut off by some voices), until it ends or is stopped. */
export function readAloud(text: string, language: 'vi' | 'en', onEnd: () => void): void {
  stopReading()
  tellEnd = onEnd
  const over = () => {
    if (tellEnd === onEnd) stopReading()
  }
  const lines = linesOf(text)
  for (const [place, line] of lines.entries()) {
    const said = new SpeechSynthesisUtterance(line)
    said.lang = language === 'en' ? 'en-GB' : 'vi-VN'
    said.rate = 0.95
    said.addEventListener('error', over)
    if (place === lines.length - 1) said.addEventListener('end', over)
    speechSynthesis.speak(said)
  }
  if (lines.length === 0) over()
}

/** What there is to say: no empty lines, and no signs without a letter or digit. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
