import { useOperation } from '#ui/query.ts'
import { currentCitizen } from '../../contract.ts'

/** The citizen who signed in; null: nobody has; undefined: it is not known yet. */
export function useSignedIn() {
  const { data } = useOperation(currentCitizen, {})
  return data?.signedIn === false ? null : data
}

/** Whether somebody writes here who has not signed in. */
export function useUnsigned(): boolean {
  return useOperation(currentCitizen, {}).data?.signedIn === false
}
