package org.decroche.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The words somebody typed, and what they may stand for. Each meaning is a text search query; the
 * words in it are letters and digits alone, which {@code search_vector} sees to.
 */
final class SearchWords {
  /** A sentence pasted in is answered by its first words. */
  private static final int MOST = 6;

  /** More spellings than these say that the part is too short to mean anything. */
  private static final int SPELLINGS = 40;

  /** In letters, of those in search_words. */
  private static final int LONGEST = 40;

  private final Handle handle;
  private final List<String> words;
  private final Map<String, List<String>> parts = new HashMap<>();
  private final Map<String, List<String>> spellings = new HashMap<>();

  private SearchWords(Handle handle, List<String> words) {
    this.handle = handle;
    this.words = words;
  }

  static SearchWords of(Handle handle, String typed) {
    List<String> words =
        handle
            .createQuery("select unnest(tsvector_to_array(search_vector(:typed))) limit :most")
            .bind("typed", typed)
            .bind("most", MOST)
            .mapTo(String.class)
            .list();
    return new SearchWords(handle, words);
  }

  /**
   * Without those of one or two letters: they begin a word of almost every case, and are mostly the
   * beginning of what is still being typed.
   */
  SearchWords telling() {
    return new SearchWords(handle, words.stream().filter(word -> word.length() > 2).toList());
  }

  /** Nothing was typed that could be in a name. */
  boolean none() {
    return words.isEmpty();
  }

  /** One letter: it begins every tenth name, so that only the phone book's order is an answer. */
  boolean singleLetter() {
    return words.size() == 1 && words.getFirst().codePointCount(0, words.getFirst().length()) == 1;
  }

  String first() {
    return words.getFirst();
  }

  /** As typed. */
  String exactly() {
    return all(SearchWords::quoted);
  }

  /** The last word is perhaps not all typed yet, and the others may be shortened. */
  String beginning() {
    return all(SearchWords::beginningWith);
  }

  /** What was typed stands somewhere inside of words; empty where one stands in none. */
  Optional<String> inside() {
    return words.stream().anyMatch(word -> isListed(word) && parts(word).isEmpty())
        ? Optional.empty()
        : Optional.of(
            all(word -> either(word, word.length() <= LONGEST ? parts(word) : List.of())));
  }

  /**
   * Typing errors: one in a short word, two in a longer one.
   *
   * @return empty where nothing is spelt like one of the words
   */
  Optional<String> misspelt() {
    if (words.stream()
        .anyMatch(word -> isListed(word) && parts(word).isEmpty() && spellings(word).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        all(word -> isListed(word) ? either(word, spellings(word)) : beginningWith(word)));
  }

  /** Whether a word of this length would be in search_words, which knows all others there are. */
  private static boolean isListed(String word) {
    return word.length() >= 3 && word.length() <= LONGEST;
  }

  private List<String> parts(String word) {
    return parts.computeIfAbsent(
        word,
        part ->
            handle
                .createQuery(
                    "select distinct word from search_words where word like '%' || :word || '%' limit :most")
                .bind("word", part)
                .bind("most", SPELLINGS)
                .mapTo(String.class)
                .list());
  }

  private List<String> spellings(String word) {
    return spellings.computeIfAbsent(
        word,
        typed ->
            handle
                .createQuery(
                    """
                    select distinct word, levenshtein(word, :word) as slips from search_words
                    where word % :word and levenshtein(word, :word) <= case when length(:word) < 5 then 1 else 2 end
                    order by slips, word limit :most
                    """)
                .bind("word", typed)
                .bind("most", SPELLINGS)
                .map((row, context) -> row.getString("word"))
                .list());
  }

  private static String either(String word, List<String> others) {
    return Stream.concat(Stream.of(beginningWith(word)), others.stream().map(SearchWords::quoted))
        .collect(Collectors.joining(" | ", "(", ")"));
  }

  private String all(Function<String, String> each) {
    return words.stream().map(each).collect(Collectors.joining(" & "));
  }

  private static String beginningWith(String word) {
    return quoted(word) + ":*";
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }
}
