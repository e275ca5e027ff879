-- Who changed which setting, when, from what to what.

create table setting_changes (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by_id bigint not null
    constraint setting_changes_by_id_fkey references agents,
  setting text not null
    constraint setting_changes_setting_known
      check (setting in ('house', 'front-door', 'routing', 'team', 'person', 'shared-number', 'site', 'retention')),
  key text not null
    constraint setting_changes_key_length check (length(key) between 1 and 100),
  act text not null
    constraint setting_changes_act_known check (act in ('added', 'changed', 'removed', 'secret-renewed')),
  before jsonb
    constraint setting_changes_before_shape check (jsonb_typeof(before) = 'object'),
  after jsonb
    constraint setting_changes_after_shape check (jsonb_typeof(after) = 'object'),
  undoes bigint
    constraint setting_changes_undoes_fkey references setting_changes,
  constraint setting_changes_act_whole check (case act
    when 'added' then before is null and after is not null
    when 'removed' then before is not null and after is null
    when 'changed' then before is not null and after is not null
    else before is null and after is null end)
);
comment on table setting_changes is
  'Written in the same transaction as what it tells of. The id of a setting''s last change is its version: whoever changes it says which one they saw.';
comment on column setting_changes.key is 'Which of its kind: an id, a number, or the kind''s own name when there is only one.';
comment on column setting_changes.before is 'As the API takes it, so that it can be put back. Never a secret.';
comment on column setting_changes.undoes is 'The change that this one takes back.';
create index setting_changes_by_setting on setting_changes (setting, key, id desc);
create index setting_changes_by_undone on setting_changes (undoes) where undoes is not null;
