package org.decroche.moving;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
      Field found = null;
      for (Field field : kind.fields()) {
        boolean free = (field == Field.NUMBER && kind == Kind.CUSTOMERS) || !taken.contains(field);
        if (found == null && free && WORDS.getOrDefault(field, Set.of()).contains(words)) {
          found = field;
        }
      }
      if (found == null) {
        found =
            Field.read(words.replace(' ', '-'))
                .filter(kind.fields()::contains)
                .filter(field -> !taken.contains(field))
                .orElse(null);
      }
      if (found != null) {
        taken.add(found);
      }
      columns.add(found);
    }
    return columns;
  }

  private static String simplified(String header) {
    String plain =
        ACCENTS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
