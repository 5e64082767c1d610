-- Of which cases somebody complained, or said that they are not content with how it was handled (decision-766, 5.4). Told by the modules that
-- know; no citizen stands in it. What is taken back goes.
create table cases.discontent (
  case_id uuid not null constraint discontent_case references cases."case" (id),
  why text not null constraint discontent_why check (why in ('complaint', 'rating')),
  at timestamptz not null,
  constraint discontent_pk primary key (case_id, why)
);
