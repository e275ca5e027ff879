package org.decroche.moving;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column holds, by the words that French and English systems write over it. */
final class HeaderWords {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  /** The whole header, spelt without accents, with single blanks. The most telling come first. */
  private static final Map<Field, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry(
              Field.KEY,
              Set.of(
                  "key",
                  "id",
                  "cle",
                  "identifiant",
                  "reference",
                  "ref",
                  "external id",
                  "numero client",
                  "n client",
                  "no client",
                  "code client",
                  "client id",
                  "customer id",
                  "ticket",
                  "ticket id",
                  "numero dossier",
                  "n dossier",
                  "dossier",
                  "case id",
                  "id dossier",
                  "code")),
          Map.entry(
              Field.NAME,
              Set.of(
                  "name",
                  "nom",
                  "nom complet",
                  "full name",
                  "customer name",
                  "nom client",
                  "raison sociale",
                  "societe",
                  "company",
                  "last name",
                  "surname",
                  "nom de famille",
                  "contact")),
          Map.entry(Field.FIRST_NAME, Set.of("first name", "prenom", "given name", "firstname")),
          Map.entry(
              Field.NUMBER,
              Set.of(
                  "number",
                  "phone",
                  "phone number",
                  "telephone",
                  "tel",
                  "mobile",
                  "portable",
                  "fixe",
                  "numero",
                  "numero de telephone",
                  "mobile phone",
                  "home phone",
                  "work phone",
                  "telephone portable",
                  "telephone fixe",
                  "tel portable",
                  "tel fixe",
                  "gsm",
                  "phone 1",
                  "phone 2",
                  "telephone 1",
                  "telephone 2",
                  "tel 1",
                  "tel 2",
                  "cell")),
          Map.entry(
              Field.NOTE,
              Set.of(
                  "note",
                  "notes",
                  "remark",
                  "remarks",
                  "remarque",
                  "remarques",
                  "comment",
                  "comments",
                  "commentaire",
                  "commentaires")),
          Map.entry(Field.LANGUAGE, Set.of("language", "langue", "lang", "locale")),
          Map.entry(
              Field.CUSTOMER,
              Set.of(
                  "customer",
                  "customer key",
                  "customer id",
                  "client",
                  "client id",
                  "id client",
                  "cle client",
                  "code client",
                  "numero client",
                  "n client",
                  "no client")),
          Map.entry(Field.LABEL, Set.of("label", "libelle", "type", "usage")),
          Map.entry(
              Field.TITLE,
              Set.of("title", "titre", "subject", "sujet", "objet", "intitule", "summary")),
          Map.entry(
              Field.WORDS,
              Set.of(
                  "words",
                  "customer words",
                  "description",
                  "detail",
                  "details",
                  "message",
                  "demande",
                  "texte",
                  "body")),
          Map.entry(Field.EFFECT, Set.of("effect", "effet", "impact", "consequence", "gene")),
          Map.entry(
              Field.TECHNICAL,
              Set.of("technical", "technique", "diagnostic", "diagnosis", "cause")),
          Map.entry(
              Field.UNTIL, Set.of("until", "waiting until", "jusqu au", "en attente jusqu au")),
          Map.entry(
              Field.CLOSED,
              Set.of(
                  "closed",
                  "closed at",
                  "clos le",
                  "ferme le",
                  "cloture",
                  "date de cloture",
                  "resolu le",
                  "resolved at",
                  "solved at")),
          Map.entry(Field.HEARD_BY, Set.of("heard by", "closed by", "clos par", "resolu par")),
          Map.entry(
              Field.CLOSING,
              Set.of("closing", "customer word", "parole du client", "resolution", "solution")),
          Map.entry(
              Field.OWNER,
              Set.of(
                  "owner",
                  "owner login",
                  "proprietaire",
                  "responsable",
                  "assignee",
                  "assigned to",
                  "agent",
                  "login",
                  "attribue a")),
          Map.entry(Field.STATUS, Set.of("status", "statut", "etat", "state")),
          Map.entry(
              Field.KIND,
              Set.of("kind", "type", "type de client", "customer type", "nature", "evenement")),
          Map.entry(
              Field.CALLED,
              Set.of("called", "appele", "appellation", "civilite et nom", "preferred name")),
          Map.entry(
              Field.FIRM,
              Set.of("firm", "firm key", "cle entreprise", "entreprise id", "company id")),
          Map.entry(
              Field.SINCE,
              Set.of("since", "depuis", "client depuis", "customer since", "depuis le")),
          Map.entry(
              Field.CASE,
              Set.of(
                  "case",
                  "case key",
                  "case id",
                  "dossier",
                  "cle dossier",
                  "id dossier",
                  "numero dossier",
                  "n dossier",
                  "ticket",
                  "ticket id")),
          Map.entry(Field.WHAT, Set.of("what", "quoi", "promesse", "demande", "objet")),
          Map.entry(Field.BY, Set.of("by", "par", "responsable", "agent")),
          Map.entry(Field.DUE, Set.of("due", "due at", "echeance", "pour le", "avant le")),
          Map.entry(Field.MADE, Set.of("made", "faite le", "promis le", "date")),
          Map.entry(Field.STATE, Set.of("state", "etat", "status", "statut")),
          Map.entry(
              Field.PARTY, Set.of("party", "tiers", "prestataire", "fournisseur", "contractor")),
          Map.entry(Field.ASKED, Set.of("asked", "demande le", "date")),
          Map.entry(Field.AT, Set.of("at", "date", "le", "created", "created at", "cree le")),
          Map.entry(Field.AUTHOR, Set.of("author", "auteur", "agent", "by", "par", "login")),
          Map.entry(
              Field.TEXT,
              Set.of("text", "texte", "note", "notes", "comment", "commentaire", "body")),
          Map.entry(Field.RECEIVED, Set.of("received", "recu le")),
          Map.entry(Field.AGENT, Set.of("agent", "login", "responsable")),
          Map.entry(
              Field.OPENED,
              Set.of(
                  "opened",
                  "opened at",
                  "ouvert",
                  "ouvert le",
                  "created",
                  "created at",
                  "cree le",
                  "date",
                  "date de creation",
                  "date ouverture")),
          Map.entry(
              Field.TOUCHED,
              Set.of(
                  "touched",
                  "updated",
                  "updated at",
                  "modified",
                  "modifie le",
                  "derniere modification")));

  private HeaderWords() {}

  /** A field is given once, but for numbers, of which a person may have several. */
  static List<@Nullable Field> guess(List<String> headers, Kind kind) {
    List<@Nullable Field> columns = new ArrayList<>();
    Set<Field> taken = EnumSet.noneOf(Field.class);
    for (String header : headers) {
      String words = simplified(header);
      Field found =
          Field.read(words.replace(' ', '-'))
              .filter(field -> isFree(kind, taken, field))
              .orElse(null);
      for (Field field : kind.fields()) {
        if (found == null && isFree(kind, taken, field) && means(kind, field, words)) {
          found = field;
        }
      }
      if (found != null) {
        taken.add(found);
      }
      columns.add(found);
    }
    return columns;
  }

  private static boolean isFree(Kind kind, Set<Field> taken, Field field) {
    boolean several = field == Field.NUMBER && kind.hasNumbers();
    return kind.fields().contains(field) && (several || !taken.contains(field));
  }

  /** "N° client" is the key of a customer, but in a file of cases whose they are. */
  private static boolean means(Kind kind, Field field, String words) {
    return words(field).contains(words)
        && (field != Field.KEY
            || Stream.of(Field.CASE, Field.CUSTOMER)
                .filter(kind.fields()::contains)
                .noneMatch(other -> words(other).contains(words)));
  }

  private static Set<String> words(Field field) {
    return WORDS.getOrDefault(field, Set.of());
  }

  private static String simplified(String header) {
    String plain =
        ACCENTS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
