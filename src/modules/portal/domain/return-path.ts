/** Where a provider of identities sends the browser back to. */
export const RETURN_PATH = '/cong-dan/dang-nhap'
