import type { FileRefusal, FileWarning } from '../../domain/file-kinds.ts'

export type Refused = { readonly refused: FileRefusal; readonly values: Readonly<Record<string, string | number>> }
export type Seen = {
  readonly mediaType: string
  readonly warnings: readonly FileWarning[]
  /** What is kept in place of what was sent: a picture drawn anew, without where and with what it was taken. Null: as it came. */
  readonly kept: { readonly bytes: Uint8Array; readonly extension: string } | null
}

export const refuse = (refused: FileRefusal, values: Refused['values'] = {}): Refused => ({ refused, values })
