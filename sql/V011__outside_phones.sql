-- Agents who are rung at a number outside instead of at their own phone.

alter table agents
  add column outside_number e164;
comment on column agents.outside_number is
  'Where their calls ring, over the trunk, instead of at their own phone; taken by a key. Null: at their own phone.';
