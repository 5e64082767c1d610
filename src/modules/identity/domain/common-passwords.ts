/**
 * Words from which guessed passwords are made, in Viet Nam and elsewhere, without marks and in lower case.
 * Compiled for this product from what attack lists have in common; a password is refused when it is one of them,
 * or one of them with digits and signs around it.
 */
const WORDS =
  `password passw0rd matkhau matkhaumoi matkhaumacdinh admin administrator quantri quantrivien root superuser
hethong system welcome xinchao chaomung letmein changeme changethis doimatkhau default macdinh guest khach user nguoidung
test testing demo secret bimat qwerty qwertyuiop qwertyui asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
1qaz2wsx 1qaz2wsx3edc abcdef abcdefg abcdefgh abcabc iloveyou anhyeuem emyeuanh yeuem yeuanh toiyeuem motconvit
vietnam vietnamese vietnamvodich hanoi saigon tphcm hochiminh danang haiphong cantho vungtau baria bariavungtau
congan chinhquyen ubnd uyban uybannhandan motcua dichvucong chuyendoiso haidang nguyen tran hoang pham phamvan nguyenvan
football bongda monkey dragon master sunshine princess superman batman pokemon michael shadow freedom whatever trustno
google facebook zalo samsung iphone apple computer maytinh internet server windows microsoft oracle postgres
spring summer autumn winter muaxuan muahe muathu muadong thang giadinh giadinhtoi conyeu meyeu bomeyeu`
    .split(/\s+/)
    .filter((word) => word.length > 0)

const KNOWN = new Set(WORDS)
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Whether a guesser would try this password among the first: a known word dressed up, a run, or one thing repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
  const letters = plain.replace(/[0-9@$!]/g, (sign) => LEET[sign] ?? sign)
  const cores = [
    plain,
    trimmed(plain),
    letters,
    trimmed(letters),
    plain.replace(/[^a-z]/g, ''),
    trimmed(plain).replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign),
  ]
  return cores.some((core) => KNOWN.has(core)) || isRun(plain) || isRepeated(plain) || trimmed(plain) === ''
}

/** Without the digits and signs at both ends. */
function trimmed(text: string): string {
  return text.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '')
}

/** `12345678`, `abcdefgh`, `87654321`. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return codes.length > 3 && steps.size === 1
}

/** One short part again and again: `aaaaaaaa`, `abcabcabc`, `12121212`. */
function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+$/u.test(text)
}
