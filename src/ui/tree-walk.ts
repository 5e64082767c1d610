export type TreeNode = {
  readonly id: string
  readonly label: string
  /** Small words behind the label: a code, a count. */
  readonly aside?: string
  readonly children?: readonly TreeNode[]
}

/** A node in sight, with its place among its siblings (`place` from 0). */
export type VisibleNode = {
  readonly node: TreeNode
  readonly parent: string | null
  readonly depth: number
  readonly place: number
  readonly siblings: number
}

type TreeAct = { readonly kind: 'go' | 'open' | 'close' | 'select'; readonly id: string }

/** The nodes in sight, in the order of the lines. */
export function visibleNodes(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  depth = 0,
  parent: string | null = null,
): readonly VisibleNode[] {
  return nodes.flatMap((node, place) => {
    const own = { node, parent, depth, place, siblings: nodes.length }
    if (!open.has(node.id) || !node.children) return [own]
    return [own, ...visibleNodes(node.children, open, depth + 1, node.id)]
  })
}

/** What a key does at a node, as the WAI-ARIA tree pattern says; null when nothing. */
export function nextInTree(
  key: string,
  id: string,
  visible: readonly VisibleNode[],
  open: ReadonlySet<string>,
): TreeAct | null {
  const index = visible.findIndex(({ node }) => node.id === id)
  const here = visible[index]
  if (!here) return null
  const go = (target: VisibleNode | undefined): TreeAct | null => (target ? { kind: 'go', id: target.node.id } : null)
  const hasChildren = (here.node.children?.length ?? 0) > 0
  switch (key) {
    case 'ArrowDown':
      return go(visible[index + 1])
    case 'ArrowUp':
      return go(visible[index - 1])
    case 'Home':
      return go(visible[0])
    case 'End':
      return go(visible.at(-1))
    case 'ArrowRight':
      if (!hasChildren) return null
      return open.has(id) ? go(visible[index + 1]) : { kind: 'open', id }
    case 'ArrowLeft':
      if (hasChildren && open.has(id)) return { kind: 'close', id }
      return here.parent === null ? null : { kind: 'go', id: here.parent }
    case 'Enter':
    case ' ':
      return { kind: 'select', id }
    default:
      return null
  }
}
