import type { Corners } from '../../domain/photo/picture.ts'
import type { Page } from './photo-work.ts'

/** One photo and the page that is made of it. */
export type Photo = {
  readonly id: string
  readonly file: Blob
  /** Where the browser shows the photo, and the page. */
  readonly photoUrl: string
  readonly pageUrl: string
  readonly width: number
  readonly height: number
  readonly corners: Corners
  /** The corners were found, and not taken to be those of the photo. */
  readonly found: boolean
  readonly clear: boolean
  readonly page: Page
}
