import { IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import classes from './tree-view.module.css'
import { nextInTree, type TreeNode, type VisibleNode, visibleNodes } from './tree-walk.ts'

type Props = {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly selected?: string | null
  readonly onSelect: (id: string) => void
  /** Open at first; afterwards the tree keeps its own state. */
  readonly expanded?: readonly string[]
  /** Something behind a node's name, such as a chip. */
  readonly mark?: (node: TreeNode) => ReactNode
}

/** A tree walked with the arrow keys: right opens, left closes or goes up, Home and End, Enter selects. */
export function TreeView({ label, nodes, selected = null, onSelect, expanded = [], mark }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(expanded))
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const visible = visibleNodes(nodes, open)
  const stop = visible.some(({ node }) => node.id === (current ?? selected))
    ? (current ?? selected)
    : visible[0]?.node.id

  const toggle = (id: string, toOpen: boolean) => {
    const next = new Set(open)
    if (toOpen) next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  const goTo = (id: string) => {
    setCurrent(id)
    list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = nextInTree(event.key, stop ?? '', visible, open)
    if (!act) return
    event.preventDefault()
    if (act.kind === 'go') goTo(act.id)
    else if (act.kind === 'select') onSelect(act.id)
    else toggle(act.id, act.kind === 'open')
  }
  return (
    <div ref={list} tabIndex={-1} role="tree" aria-label={label} className={classes.tree} onKeyDown={onKeyDown}>
      {visible.map((item) => (
        <Item
          key={item.node.id}
          item={item}
          isOpen={open.has(item.node.id)}
          isSelected={item.node.id === selected}
          isStop={item.node.id === stop}
          onToggle={toggle}
          onSelect={(id) => {
            setCurrent(id)
            onSelect(id)
          }}
          mark={mark?.(item.node)}
        />
      ))}
    </div>
  )
}

type ItemProps = {
  readonly item: VisibleNode
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly isStop: boolean
  readonly onToggle: (id: string, toOpen: boolean) => void
  readonly onSelect: (id: string) => void
  readonly mark: ReactNode
}

function Item({ item, isOpen, isSelected, isStop, onToggle, onSelect, mark }: ItemProps) {
  const { node, depth, place, siblings } = item
  const hasChildren = (node.children?.length ?? 0) > 0
  return (
    // The tree itself hears the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="treeitem"
      data-node={node.id}
      aria-level={depth + 1}
      aria-posinset={place + 1}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(hasChildren && { 'aria-expanded': isOpen })}
      tabIndex={isStop ? 0 : -1}
      className={classes.item}
      style={{ paddingInlineStart: 6 + depth * 20 }}
      onClick={() => onSelect(node.id)}
    >
      {/* The arrow is for the mouse; the keys open and close. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={classes.arrow}
        data-open={isOpen || undefined}
        data-leaf={!hasChildren || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (hasChildren) onToggle(node.id, !isOpen)
        }}
      >
        {hasChildren && <IconChevronRight size={16} stroke={2} />}
      </span>
      <span className={classes.label}>{node.label}</span>
      {node.aside && <span className={classes.aside}>{node.aside}</span>}
      {mark}
    </div>
  )
}
