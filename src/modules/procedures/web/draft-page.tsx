import { Stack } from '@mantine/core'
import { useState } from 'react'
import { usePathPart } from '#ui/address.ts'
import { call } from '#ui/call.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useChange, useOperation } from '#ui/query.ts'
import { useMay } from '#ui/session.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useToast } from '#ui/toast.tsx'
import * as contract from '../contract.ts'
import { compareContents } from '../domain/compare.ts'
import type { ProcedureAnswer } from './answers.ts'
import { DifferencesTable } from './differences-table.tsx'
import { DraftActs } from './draft-acts.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { emptyContent } from './finish-content.ts'
import { ProcedureContentView } from './procedure-content.tsx'
import { useEditorTexts, useTexts } from './texts.ts'

const CHANGED = [contract.getProcedure, contract.listProcedures, contract.listFields, contract.compareVersions]

/** A procedure that is not there yet. */
export function NewProcedurePage() {
  const [m, t] = [useEditorTexts(), useTexts()]
  const toast = useToast()
  const goTo = useGoTo()
  const [code, setCode] = useState('')
  const create = useChange(contract.createProcedure, { invalidates: CHANGED })
  return (
    <Page
      title={m.newTitle}
      lead={m.newLead}
      trail={[{ label: t.catalogue, to: '/procedures' }, { label: m.newTitle }]}
    >
      <DraftEditor
        start={emptyContent('')}
        isNew
        head={<TextField label={m.code} hint={m.codeHint} required value={code} onChange={setCode} />}
        onSave={async (content) => {
          await create.mutateAsync({ code: code.trim(), content })
          toast.good(m.saved)
          goTo(`/procedures/${code.trim()}/draft`, { replace: true })
        }}
      />
    </Page>
  )
}

/** The draft of a procedure: written by one, published by another. */
export function DraftPage() {
  const [m, t] = [useEditorTexts(), useTexts()]
  const say = useLabel()
  const code = usePathPart('code')
  const current = useOperation(contract.getProcedure, { code })
  const draftId = current.data?.versions.find(({ state }) => state === 'draft')?.id
  const draft = useOperation(contract.getProcedure, draftId === undefined ? null : { code, versionId: draftId })
  const shown = draftId === undefined ? current : draft
  const name = shown.data ? `: ${say(shown.data.version.name)}` : ''
  return (
    <Page
      title={`${m.draft}${name}`}
      lead={draftId === undefined ? m.beginLead : m.draftLead}
      trail={[
        { label: t.catalogue, to: '/procedures' },
        { label: code, to: `/procedures/${code}` },
        { label: m.draft },
      ]}
    >
      <Loaded query={shown} lines={12}>
        {(answer) => <Draft answer={answer} inForce={current.data?.inForce ? current.data : null} />}
      </Loaded>
    </Page>
  )
}

type DraftProps = { readonly answer: ProcedureAnswer; readonly inForce: ProcedureAnswer | null }

function Draft({ answer, inForce }: DraftProps) {
  const m = useEditorTexts()
  const may = useMay()
  const isDraft = answer.version.state === 'draft'
  if (!may('procedures:write') && !isDraft) return <EmptyState title={m.noDraft} />
  return (
    <Stack gap="md">
      {isDraft && inForce && <Review draft={answer} inForce={inForce} />}
      {may('procedures:write') ? (
        <Writing answer={answer} inForce={inForce} />
      ) : (
        <>
          <DraftActs answer={answer} inForce={inForce} isSaved />
          <ProcedureContentView content={answer.content} />
        </>
      )}
    </Stack>
  )
}

function Review({ draft, inForce }: { readonly draft: ProcedureAnswer; readonly inForce: ProcedureAnswer }) {
  const m = useEditorTexts()
  return (
    <Section title={m.review} flush>
      <DifferencesTable
        differences={compareContents(inForce.content, draft.content)}
        questions={draft.content.questions}
        before={m.inForceNow}
        after={m.draft}
      />
    </Section>
  )
}

function Writing({ answer, inForce }: DraftProps) {
  const m = useEditorTexts()
  const toast = useToast()
  const { code, version, content } = answer
  const save = useChange(contract.saveDraft, { invalidates: CHANGED })
  // The revision that was edited; only what the writer chooses moves it, never what somebody else saves meanwhile.
  const [revision, setRevision] = useState(version.state === 'draft' ? version.revision : null)
  const [isSaved, setSaved] = useState(true)
  return (
    <DraftEditor
      key={code}
      start={content}
      onDirty={(isDirty) => setSaved(!isDirty)}
      onSave={async (next) => {
        const saved = await save.mutateAsync({ code, revision, content: next })
        setRevision(saved.revision)
        toast.good(m.saved)
      }}
      stored={{
        load: () => loadStored(code),
        take: (theirs) => setRevision(theirs.version.state === 'draft' ? theirs.version.revision : null),
      }}
      acts={
        <DraftActs
          answer={{ ...answer, version: { ...version, revision: revision ?? version.revision } }}
          inForce={inForce}
          isSaved={isSaved && version.state === 'draft'}
        />
      }
    />
  )
}

/** What is stored now: the draft, or what is in force when there is none any more. */
async function loadStored(code: string): Promise<ProcedureAnswer> {
  const current = await call(contract.getProcedure, { code })
  const draft = current.versions.find(({ state }) => state === 'draft')
  return draft ? call(contract.getProcedure, { code, versionId: draft.id }) : current
}
