import { useCallback, useState } from 'react'
import { isCallProblem } from '#ui/call.ts'
import { useChange } from '#ui/query.ts'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { canonicalDefinition, type FormDefinition } from '../domain/definition.ts'
import { useTexts } from './texts.ts'

const MOST_UNDONE = 100

/** The form that is being written, with what can be undone, and saving it. */
export function useDesign(code: string, start: FormDefinition, version: contract.FormVersion) {
  const m = useTexts()
  const toast = useToast()
  const [{ definition, past }, setState] = useState<{ definition: FormDefinition; past: readonly FormDefinition[] }>({
    definition: start,
    past: [],
  })
  const [saved, setSaved] = useState({
    text: canonicalDefinition(start),
    revision: version.state === 'draft' ? version.revision : null,
  })
  const [problem, setProblem] = useState<unknown>(null)
  const change = useChange(contract.saveFormDraft, { invalidates: [contract.listForms] })
  const edit = useCallback(
    (act: (definition: FormDefinition) => FormDefinition) =>
      setState((now) => {
        const next = act(now.definition)
        return next === now.definition
          ? now
          : { definition: next, past: [...now.past, now.definition].slice(-MOST_UNDONE) }
      }),
    [],
  )
  const undo = () => setState((now) => ({ definition: now.past.at(-1) ?? now.definition, past: now.past.slice(0, -1) }))
  const save = async () => {
    try {
      const { revision } = await change.mutateAsync({
        code,
        revision: saved.revision,
        procedures: version.procedures,
        definition,
      })
      setSaved({ text: canonicalDefinition(definition), revision })
      setProblem(null)
      toast.good(m.saved)
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return {
    definition,
    edit,
    undo,
    canUndo: past.length > 0,
    save,
    isBusy: change.isPending,
    isDirty: canonicalDefinition(definition) !== saved.text,
    revision: saved.revision,
    problem,
    isConflict: isCallProblem(problem) && problem.body.code === 'forms/draft-changed',
  }
}
