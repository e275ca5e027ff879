-- Agents who count as away although they had chosen ready.

alter table agents
  add column away_because text
    constraint agents_away_because_known check (away_because in ('missed-calls', 'desk-gone')),
  add constraint agents_away_because_only_away check (away_because is null or availability = 'away');
comment on column agents.away_because is 'Why the routing counts them as away; null when they chose it themselves.';
