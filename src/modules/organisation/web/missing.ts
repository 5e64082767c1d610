/** A refusal of the form itself, in the shape of one that came over the wire. */
export function missing(path: string): Error {
  return refusedField(path, 'platform/required')
}

/** The same with another reason. */
export function refusedField(path: string, code: string): Error {
  const body = { status: 400, code: 'platform/invalid-input', errors: [{ path, code, message: '' }] }
  return Object.assign(new Error(code), { body, requestId: null })
}
