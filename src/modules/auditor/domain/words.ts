/** One text in both languages of the product. */
export type Words = { readonly vi: string; readonly en: string }
