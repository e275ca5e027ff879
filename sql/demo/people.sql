-- People for the demonstration: all invented, with numbers that ARCEP keeps for fiction.
-- Run as often as you like: what is there already stays as it is. Cases wait for their owners
-- (alice, karim, chloe), whom the demonstration creates through the API first.

create temporary table demo_people (name text, number text, label text, note text, language text);
insert into demo_people values
  ('Jeanne Martin', '+33639980112', 'mobile', 'Connaît le sujet, aller droit au but.', 'fr'),
  ('Jeanne Martin', '+33199001012', 'maison', null, 'fr'),
  ('Paul Lefèvre', '+33199001234', 'maison', null, 'fr'),
  ('Odile Lefèvre', '+33199001234', 'maison', 'Entend mal : parler lentement, près du micro.', 'fr'),
  ('Odile Lefèvre', '+33639980134', 'mobile', null, 'fr'),
  ('Amadou Diallo', '+33639980201', 'mobile', null, 'fr'),
  ('Sophie Nguyen', '+33639980202', 'mobile', 'Préfère être rappelée après 18 h.', 'fr'),
  ('Hervé Le Goff', '+33261910033', 'bureau', null, 'fr'),
  ('Hervé Le Goff', '+33639980203', 'mobile', null, 'fr'),
  ('Fatima Benali', '+33639980204', 'mobile', null, 'fr'),
  ('Luc Moreau', '+33536490045', 'maison', 'Ni courriel ni Internet : tout se fait par téléphone.', 'fr'),
  ('Inès Garcia', '+33639980205', 'mobile', null, 'fr'),
  ('Boulangerie Petit', '+33353010056', 'magasin', 'Demander Mme Petit avant 7 h ou après 14 h.', 'fr'),
  ('Emily Clarke', '+33639980206', 'mobile', 'Parle anglais.', 'en'),
  ('Marcel Robert', '+33465710067', 'maison', null, 'fr');

insert into customers (name, note, language)
select distinct on (p.name) p.name, p.note, p.language
from demo_people p
where not exists (
  select from demo_people q
  join customer_numbers n on n.number = q.number
  join customers c on c.id = n.customer_id and c.name = q.name
  where q.name = p.name)
order by p.name, p.note nulls last;

-- A number that already belongs to somebody of that name is theirs; otherwise the newest of that name gets it.
insert into customer_numbers (number, customer_id, label)
select p.number, coalesce(
    (select c.id from demo_people q
     join customer_numbers n on n.number = q.number
     join customers c on c.id = n.customer_id and c.name = q.name
     where q.name = p.name order by c.id desc limit 1),
    (select max(c.id) from customers c where c.name = p.name)), p.label
from demo_people p
on conflict (number, customer_id) do nothing;

create temporary table demo_cases (
  number text, customer text, owner text, status text, opened interval, title text, words text);
insert into demo_cases values
  ('+33639980112', 'Jeanne Martin', 'alice', 'waiting-for-us', '4 days', 'Box sans alimentation',
   'J''ai reçu la box mais il n''y a pas de bloc d''alimentation dans le carton. '
   'Je n''ai plus Internet depuis mardi et je travaille de chez moi.'),
  ('+33199001234', 'Odile Lefèvre', 'karim', 'waiting-for-us', '9 days', 'Grésillements sur la ligne',
   'Quand ma sœur m''appelle, ça grésille tellement que je dois raccrocher.'),
  ('+33199001234', 'Paul Lefèvre', 'chloe', 'waiting-for-customer', '20 days', 'Facture comptée deux fois',
   'Vous m''avez prélevé deux fois en octobre, je voudrais juste récupérer la différence.'),
  ('+33639980201', 'Amadou Diallo', 'karim', 'waiting-for-us', '2 days', 'Technicien jamais venu',
   'J''ai posé ma matinée deux fois, personne n''est venu et personne n''a prévenu.'),
  ('+33261910033', 'Hervé Le Goff', 'chloe', 'waiting-for-us', '1 day', 'Numéro à conserver',
   'C''est le numéro du cabinet depuis trente ans, je ne veux surtout pas le perdre en changeant.'),
  ('+33536490045', 'Luc Moreau', 'alice', 'waiting-for-customer', '12 days', 'Arbre tombé sur le câble',
   'Le câble pend dans le jardin depuis la tempête, les enfants jouent dessous.'),
  ('+33353010056', 'Boulangerie Petit', 'alice', 'waiting-for-us', '6 hours', 'Terminal de paiement coupé',
   'Depuis ce matin la carte ne passe plus, je renvoie des clients.'),
  ('+33639980206', 'Emily Clarke', 'karim', 'waiting-for-us', '5 days', 'Moving house',
   'We move on the 28th and both children have classes online, I can''t have a week without.'),
  ('+33639980204', 'Fatima Benali', 'chloe', 'closed', '40 days', 'Box remplacée',
   'Elle redémarre toute seule tous les soirs.');

insert into cases (customer_id, title, customer_words, owner_id, status, opened_at, touched_at, waiting_until,
  closed_at, closing, heard_by, heard_at)
select c.id, d.title, d.words, a.id, d.status, now() - d.opened, now() - d.opened,
  case d.status when 'waiting-for-customer' then now() + interval '5 days' end,
  case d.status when 'closed' then now() - interval '33 days' end,
  case d.status when 'closed' then 'Plus de coupure depuis une semaine, c''est réglé pour moi.' end,
  case d.status when 'closed' then a.id end,
  case d.status when 'closed' then now() - interval '33 days' end
from demo_cases d
join customer_numbers n on n.number = d.number
join customers c on c.id = n.customer_id and c.name = d.customer
join agents a on a.login = d.owner
where not exists (select from cases k where k.customer_id = c.id and k.title = d.title);

insert into timeline (case_id, kind, author_id, at)
select k.id, 'opened', k.owner_id, k.opened_at from cases k
where k.title in (select title from demo_cases) and not exists (select from timeline t where t.case_id = k.id);

create temporary table demo_notes (title text, author text, ago interval, text text);
insert into demo_notes values
  ('Box sans alimentation', 'alice', '4 days',
   'Carton ouvert avec elle au téléphone : bloc absent, référence 12 V 2 A. Je lui en fais envoyer un.'),
  ('Box sans alimentation', 'alice', '1 day',
   'Le dépôt dit « parti lundi ». Pas de numéro de suivi. Je les rappelle jeudi.'),
  ('Grésillements sur la ligne', 'karim', '9 days', 'Mesure faite à distance : défaut vers le point de raccordement.'),
  ('Grésillements sur la ligne', 'karim', '3 days', 'Rendez-vous pris avec l''équipe de terrain, mercredi matin.'),
  ('Facture comptée deux fois', 'chloe', '18 days', 'Double prélèvement confirmé. Remboursement demandé, dix jours ouvrés.'),
  ('Technicien jamais venu', 'karim', '2 days', 'Nouveau rendez-vous samedi 9 h. Je l''appelle moi-même vendredi soir.'),
  ('Numéro à conserver', 'chloe', '1 day', 'Relevé d''identité opérateur demandé ; il l''aura sous la main à son prochain appel.'),
  ('Arbre tombé sur le câble', 'alice', '12 days', 'Danger signalé, périmètre posé par la mairie.'),
  ('Arbre tombé sur le câble', 'alice', '5 days', 'Élagage fait. Il nous dit quand le terrain est accessible.'),
  ('Terminal de paiement coupé', 'alice', '5 hours', 'Partage de connexion mis en place pour dépanner.'),
  ('Moving house', 'karim', '5 days', 'New line ordered for the 27th, the old one kept until the 30th.'),
  ('Box remplacée', 'chloe', '33 days', 'Elle confirme : plus de coupure depuis une semaine.');

insert into timeline (case_id, kind, author_id, at, text)
select k.id, 'note', a.id, now() - d.ago, d.text
from demo_notes d
join demo_cases e on e.title = d.title
join customer_numbers n on n.number = e.number
join customers c on c.id = n.customer_id and c.name = e.customer
join cases k on k.customer_id = c.id and k.title = d.title
join agents a on a.login = d.author
where not exists (select from timeline m where m.case_id = k.id and m.text = d.text);

update cases k set touched_at = greatest(k.touched_at, m.at)
from (select case_id, max(at) as at from timeline group by case_id) m
where m.case_id = k.id and k.touched_at < m.at and k.title in (select title from demo_cases);

drop table demo_notes;
drop table demo_cases;
drop table demo_people;
