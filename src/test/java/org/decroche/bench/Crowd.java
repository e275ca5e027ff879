package org.decroche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * People with names as people have them: few that are very common, very many that are rare; and
 * three cases each, one in ten of them open, told in some 150 words of which few are used most.
 */
final class Crowd {
  private static final String[] STATEMENTS = {
    "select setseed(0.4)",
    // Common names come first; a draw to the power of 2 or 3 prefers them as life does.
    """
    create temporary table first_name as select word, row_number() over () - 1 as nth
    from unnest(string_to_array('Jean Marie Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel
      Daniel Roger Robert Paul Claude Christian Henri Georges Nicolas François Patrick Gérard Christophe Joseph Julien
      Maurice Laurent Frédéric Éric David Stéphane Pascal Sébastien Alexandre Thierry Olivier Antoine Jeanne Françoise
      Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine Madeleine Nicole Suzanne Hélène Christine
      Denise Louise Yvonne Valérie Sophie Sandrine Stéphanie Véronique Chantal Céline Patricia Simone Odile Brigitte
      Léa Chloé Manon Inès Camille Zoé Jade Emma Mohamed Fatima Karim Yasmine Nadia Amadou Awa Ousmane Minh Thuy Li
      Ana João Sofía Diego Björn Åsa Jürgen Łukasz Zofia Søren', ' ')) raw, lateral (select btrim(raw, E' \\n') as word) w
    where word <> ''
    """,
    """
    create temporary table surname as select row_number() over (order by md5(a || b || c)) - 1 as nth, a || b || c as word
    from unnest(string_to_array('Mart Dup Lef Ber Dur Gir Mor Sim Laur Gar Rich Rous Vinc Four Gaut Per Rob Cl Fran Hen
      Bon Blanch Chev Del Gu Jol Lamb Noir Oliv Pas Qu Ren Sauv Tess Val Wag Yv Zim Barb Carp Dum Fab Gran Hub Jac Lec
      Nav Pel Pich Rey Roch Sch Th Vas Vid Kerv', ' ')) ra, lateral (select btrim(ra, E' \\n') as a) x,
      unnest(string_to_array('in on et ou ier el ard aud oin ev is ér an ur ol em ég ign ab ill om ess ast our', ' ')) b,
      unnest(string_to_array(',t,e,el,eau,eux,ier,in,on,ot,ard,and,ais,er,ey,et,elle,ac,ez,ski,mann,ec,is,our', ',')) c
    where a <> ''
    """,
    """
    create temporary table matter as select array_agg(w order by md5(w)) as words
    from unnest(string_to_array('box livraison facture internet fibre panne téléphone installation technicien retard
      remboursement contrat résiliation débit coupure modem câble alimentation commande colis cassé adresse déménagement
      paiement prélèvement erreur double relance échéance sinistre fuite eau toit chaudière garantie réparation pièce
      devis ascenseur clé badge portail carte perdue mot passe accès compte bloqué courrier attestation loyer charges
      caution voisin bruit chauffage radiateur fenêtre porte serrure volet peinture ligne numéro signal chaîne antenne
      tarif remise avoir ticket train bagage chambre réservation annulation assurance véhicule pneu frein batterie moteur
      vidange contrôle rappel urgent important client nouveau ancien après avant depuis lundi mardi mercredi jeudi
      vendredi semaine mois matin soir deux trois fois encore jamais toujours rien reçu envoyé promis attend veut
      demande dit pense sait plus moins trop très bien mal', ' ')) raw, lateral (select btrim(raw, E' \\n') as w) x
    where w <> ''
    """,
    "create unique index on surname (nth)",
    "create unique index on first_name (nth)",
    "analyze surname, first_name, matter",
    """
    create function pg_temp.said(words text[], count integer) returns text language sql volatile as $$
      select string_agg(words[1 + floor(cardinality(words) * random() ^ 1.7)::int], ' ') from generate_series(1, count)
    $$
    """,
    // As many different ones as tell words apart; each is told by many, as in life.
    """
    create temporary table told as
    select i - 1 as nth, pg_temp.said(words, 3 + (i * 0)::int) as title, pg_temp.said(words, 12 + (i * 0)::int) as words
    from matter, generate_series(1, 100000) i
    """,
    "create unique index on told (nth)",
    "analyze told",
    // Loaded as one loads a new database: indexes, references and the words afterwards.
    "alter table customers drop constraint customers_key_key",
    "alter table cases drop constraint cases_key_key, drop constraint cases_customer_id_fkey,"
        + " drop constraint cases_owner_id_fkey, drop constraint cases_heard_by_fkey",
    "alter table customers disable trigger user",
    "alter table cases disable trigger user",
    "drop index customers_by_word, customers_by_name, customer_numbers_by_beginning, customer_numbers_by_part,"
        + " cases_by_word, cases_open_by_word",
    """
    with drawn as materialized (
      select i, floor((select count(*) from first_name) * random() ^ 2) as f,
        floor((select count(*) from surname) * random() ^ 3) as s from generate_series(1, %1$d) i)
    insert into customers (name) select first_name.word || ' ' || surname.word
    from drawn join first_name on first_name.nth = f join surname on surname.nth = s order by i
    """,
    """
    insert into customer_numbers (number, customer_id)
    select case when id %% 20 = 0 then '+3363998' || lpad((id / 20 %% 10000)::text, 4, '0')
      else '+999' || lpad((id * 7919 %% 100000000)::text, 8, '0') end, id from customers
    """,
    """
    insert into agents (login, name, role, password_hash, phone, phone_ha1)
    select 'owner' || i, 'Owner ' || i, 'agent', '$x$y$', 'owner' || lpad(i::text, 4, '0'), md5(i::text)
    from generate_series(1, 50) i
    """,
    """
    create temporary table owner as select id, row_number() over (order by id) - 1 as nth from agents where login like 'owner%%'
    """,
    """
    insert into cases (customer_id, title, customer_words, owner_id, status, opened_at, touched_at,
      closed_at, closing, heard_by, heard_at)
    select c.id, told.title || case when n = 1 then ' réf ' || (c.id * 7919 %% 1000000)::text else '' end,
      told.words, owner.id,
      case when (c.id + n) %% 10 = 0 then 'waiting-for-us' else 'closed' end, at, at,
      case when (c.id + n) %% 10 <> 0 then at end, case when (c.id + n) %% 10 <> 0 then 'It works again.' end,
      case when (c.id + n) %% 10 <> 0 then owner.id end, case when (c.id + n) %% 10 <> 0 then at end
    from customers c cross join generate_series(1, 3) n
    join told on told.nth = (c.id * 104729 + n * 7919) %% 100000
    join owner on owner.nth = c.id %% 50,
    lateral (select now() - ((c.id + n) %% 2000) * interval '1 day' as at) times
    """,
    "alter table customers add constraint customers_key_key unique (key)",
    "alter table cases add constraint cases_key_key unique (key),"
        + " add constraint cases_customer_id_fkey foreign key (customer_id) references customers,"
        + " add constraint cases_owner_id_fkey foreign key (owner_id) references agents,"
        + " add constraint cases_heard_by_fkey foreign key (heard_by) references agents",
    "create index customers_by_word on customers using gin (search_vector(name))",
    "create index customers_by_name on customers ((search_form(name) collate \"C\"), id)",
    "create index customer_numbers_by_beginning on customer_numbers ((number::text collate \"C\"))",
    "create index customer_numbers_by_part on customer_numbers using gin ((number::text) gin_trgm_ops)",
    "create index cases_by_word on cases using gin (case_vector(title, customer_words, effect, technical))",
    "create index cases_open_by_word on cases using gin (case_vector(title, customer_words, effect, technical)) where status <> 'closed'",
    "alter table customers enable trigger user",
    "alter table cases enable trigger user",
    """
    select learn_search_words(array(select distinct word from
      (select lower(public.unaccent(word)) as word from surname union all select lower(public.unaccent(word)) from first_name
       union all select lower(public.unaccent(unnest(words))) from matter) every_word))
    """,
    "vacuum analyze customers, customer_numbers, cases, search_words"
  };

  private Crowd() {}

  static void load(Place place, int customers) throws IOException, SQLException {
    try (Connection database =
            DriverManager.getConnection(place.database(), "decroche", place.secret("database"));
        Statement statement = database.createStatement()) {
      statement.execute("set maintenance_work_mem = '512MB'");
      for (String each : STATEMENTS) {
        statement.execute(each.contains("%") ? each.formatted(customers) : each);
      }
    }
  }
}
