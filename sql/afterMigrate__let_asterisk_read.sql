-- Runs after every start's migration, so the order in which roles and tables came into being does not matter.
-- Of the rest of the database, that role need not even know the names.
revoke all on schema public from public;
do $$
begin
  if to_regrole('decroche_asterisk') is not null and to_regnamespace('asterisk') is not null then
    grant usage on schema asterisk to decroche_asterisk;
    grant select on all tables in schema asterisk to decroche_asterisk;
  end if;
end
$$;
