/** A spot of the document as it comes over the wire, where what is absent may also be `undefined`. */
export type ShownSpot = {
  readonly block: number
  readonly row?: number | undefined
  readonly column?: number | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}
