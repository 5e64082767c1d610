import type { ShownFinding } from './shown-finding.ts'

/** What a card asks of the page. */
export type CardActions = {
  readonly onChoose: (id: string | null) => void
  readonly onGoTo: (finding: ShownFinding, place: number) => void
  readonly onDismiss: (finding: ShownFinding) => void
}
