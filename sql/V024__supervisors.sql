-- A third role, between who answers and who sets the house up.

alter table agents
  drop constraint agents_role_known,
  add constraint agents_role_known check (role in ('agent', 'supervisor', 'administrator'));
comment on column agents.role is
  'agent; supervisor, who also looks after the others (ends an offer, changes an availability, takes a debt over); administrator, who may everything.';
