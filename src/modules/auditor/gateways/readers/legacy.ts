/**
 * Vietnamese text of the years before Unicode: bytes that mean Vietnamese letters only in the fonts of the time.
 * TCVN3 is TCVN 5712:1993 as the ABC fonts (.VnTime) have it; VNI is VNI-Windows (VNI-Times), where a mark follows its letter.
 */
const TCVN3_FROM = '¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const TCVN3_TO = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const TCVN3 = new Map(Array.from(TCVN3_FROM, (from, at) => [from, TCVN3_TO[at] ?? from]))

/** Text that was read byte by byte as windows-1252 and means TCVN3. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (letter) => TCVN3.get(letter) ?? letter)
}

const SOUND = { acute: '\u0301', grave: '\u0300', hook: '\u0309', tilde: '\u0303', dot: '\u0323' }
const HAT = '\u0302'
const BREVE = '\u0306'
/** What the letter after a vowel adds to it. */
const VNI_MARKS = new Map([
  ['ù', SOUND.acute],
  ['ø', SOUND.grave],
  ['û', SOUND.hook],
  ['õ', SOUND.tilde],
  ['ï', SOUND.dot],
  ['â', HAT],
  ['á', HAT + SOUND.acute],
  ['à', HAT + SOUND.grave],
  ['å', HAT + SOUND.hook],
  ['ã', HAT + SOUND.tilde],
  ['ä', HAT + SOUND.dot],
  ['ê', BREVE],
  ['é', BREVE + SOUND.acute],
  ['è', BREVE + SOUND.grave],
  ['ú', BREVE + SOUND.hook],
  ['ü', BREVE + SOUND.tilde],
  ['ë', BREVE + SOUND.dot],
])
const VNI_LETTERS = new Map(Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }))
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/gi

/** Text that was read byte by byte as windows-1252 and means VNI. */
export function fromVni(text: string): string {
  return text.replace(VNI_PAIR, (whole, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return inCaseOf(whole, VNI_LETTERS.get(whole.toLowerCase()) ?? whole)
    const letter = inCaseOf(base, VNI_LETTERS.get(base.toLowerCase()) ?? base)
    return (letter + (VNI_MARKS.get(mark.toLowerCase()) ?? mark)).normalize('NFC')
  })
}

function inCaseOf(model: string, letter: string): string {
  return model === model.toLowerCase() ? letter.toLowerCase() : letter.toUpperCase()
}

const ONSET = '(?:ngh|ng|nh|n|ch|c|kh|k|th|tr|t|ph|p|gh|gi|g|qu|b|d|đ|h|l|m|r|s|v|x)?'
const RHYME = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)',
  'e(?:c|m|n|ng|o|p|t)?|ê(?:c|ch|m|n|ng|nh|p|t|u)?',
  'i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|y(?:ch|nh|t|u)?|yê(?:m|n|ng|t|u)',
  'o(?:c|i|m|n|ng|p|t|oc|ong)?|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:n|o|t)?',
  'ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|nh|n)?|uơ',
  'uô(?:c|i|m|n|ng|t)|uy(?:a|ch|n|nh|p|t|u)?|uyê(?:n|t)|ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)',
].join('|')
const SYLLABLE = new RegExp(`^${ONSET}(?:${RHYME})$`)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Which part of the words with other than ASCII letters are Vietnamese syllables: 0 to 1, and 0 when there is no such word. */
export function vietnamesePart(text: string): number {
  const words = text.match(/\p{L}+/gu)?.filter((word) => /[^\0-\x7f]/.test(word)) ?? []
  if (words.length === 0) return 0
  return words.filter(isSyllable).length / words.length
}

function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC')
  return SYLLABLE.test(bare)
}
