-- What is done for others stands with who did it (issue 3: every step with its reason).

alter table setting_changes
  drop constraint setting_changes_setting_known,
  add constraint setting_changes_setting_known check (setting in ('house', 'front-door', 'routing', 'team', 'person',
    'shared-number', 'site', 'retention', 'availability')),
  drop constraint setting_changes_act_known,
  add constraint setting_changes_act_known
    check (act in ('added', 'changed', 'removed', 'secret-renewed', 'second-factor-removed'));
comment on column setting_changes.setting is
  'An availability is written down only when somebody else chose it; one''s own choices are nobody''s business.';

alter table call_steps
  drop constraint call_steps_kind_known,
  add constraint call_steps_kind_known check (kind in ('arrived', 'identified', 'look-up-late', 'waiting', 'offered',
    'ringing', 'withdrawn', 'offer-ended', 'billed', 'answered', 'joined', 'left', 'outside', 'ended', 'fallback',
    'called-out', 'callee-ringing', 'callee-answered'));

create table debt_assignments (
  id bigint generated always as identity primary key,
  debt_id bigint not null
    constraint debt_assignments_debt_id_fkey references debts on delete cascade,
  at timestamptz not null,
  from_id bigint
    constraint debt_assignments_from_id_fkey references agents,
  to_id bigint not null
    constraint debt_assignments_to_id_fkey references agents,
  by_id bigint not null
    constraint debt_assignments_by_id_fkey references agents,
  constraint debt_assignments_to_id_other check (to_id is distinct from from_id)
);
comment on table debt_assignments is 'Who made whom call back in whose place. What the service finds by itself is not in it.';
comment on column debt_assignments.from_id is 'Null when it was nobody''s.';
create index debt_assignments_by_debt on debt_assignments (debt_id);
