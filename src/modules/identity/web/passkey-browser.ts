import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Json = Record<string, unknown>
type Answer = Record<string, never>

/** Whether this browser knows passkeys (it does not on an address without encryption other than localhost). */
export const knowsPasskeys = browserSupportsWebAuthn

/** The browser's answer to a challenge to sign in; null when the person cancelled or the device cannot. */
export async function askPasskey(options: Json): Promise<Answer | null> {
  try {
    // The server made the options with the same library.
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
    return (await startAuthentication({ optionsJSON })) as unknown as Answer
  } catch {
    return null
  }
}

/** A new passkey made by the browser; null when the person cancelled or the device cannot. */
export async function makePasskey(options: Json): Promise<Answer | null> {
  try {
    const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
    return (await startRegistration({ optionsJSON })) as unknown as Answer
  } catch {
    return null
  }
}
