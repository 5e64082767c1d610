/**
 * Gathers notices so that a stream of them asks the server at most once in `everyMs`. `refetch` says whether it could;
 * while an answer is still on its way it cannot, and is asked again: no notice is lost, no slow answer is cut off for ever.
 */
export function gatherChanges(
  refetch: (topics: readonly string[]) => boolean,
  everyMs: number,
): (topics: readonly string[]) => void {
  const pending = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
    timer = undefined
    if (pending.size === 0) return
    if (refetch([...pending])) pending.clear()
    timer = setTimeout(tick, everyMs)
  }
  return (topics) => {
    for (const topic of topics) pending.add(topic)
    if (timer === undefined) tick()
  }
}
