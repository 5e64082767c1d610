import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPushEndpoint } from './push.ts'

test('the push services of browsers are taken', () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://web.push.apple.com/QGuQyavXutnMH',
    'https://wns2-by3p.notify.windows.com/w/?token=BQYAAAD',
  ])
    expect(isPushEndpoint(endpoint), endpoint).toBe(true)
})

test('nothing of one’s own network is, however it is written', () => {
  for (const endpoint of [
    'http://fcm.googleapis.com/x',
    'https://localhost/x',
    'https://metadata.google.internal/x',
    'https://printer.local/x',
    'https://database/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://0177.0.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://fcm.googleapis.com:8443/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://evil.example@10.0.0.1/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://other.invalid/x',
    '',
  ])
    expect(isPushEndpoint(endpoint), endpoint).toBe(false)
})

test('an address of numbers is never taken', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV4(),
        fc.ipV6().map((ip) => `[${ip}]`),
      ),
      fc.webPath(),
      (host, path) => {
        expect(isPushEndpoint(`https://${host}${path}`)).toBe(false)
      },
    ),
  )
})
