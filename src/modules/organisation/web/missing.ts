/** A refusal of the form itself, in the shape of one that came over the wire. */
export function missing(path: string): Error {
  const body = {
    status: 400,
    code: 'platform/invalid-input',
    errors: [{ path, code: 'platform/required', message: '' }],
  }
  return Object.assign(new Error('required'), { body, requestId: null })
}
