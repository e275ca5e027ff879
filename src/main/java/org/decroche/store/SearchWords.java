package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private final Handle handle;
  private final List<String> words;

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

  /** What was typed stands somewhere inside of words. */
  String inside() {
    return all(
        word ->
            either(
                word,
                """
                select distinct word from search_words where word like '%' || :word || '%' limit :most
                """));
  }

  /** Typing errors: one in a short word, two in a longer one. */
  String misspelt() {
    return all(
        word ->
            word.length() < 3
                ? beginningWith(word)
                : either(
                    word,
                    """
                    select distinct word, levenshtein(word, :word) as slips from search_words
                    where word % :word and levenshtein(word, :word) <= case when length(:word) < 5 then 1 else 2 end
                    order by slips, word limit :most
                    """));
  }

  private String either(String word, String spellings) {
    List<String> all = new ArrayList<>(List.of(beginningWith(word)));
    // The longest word that is looked up is 40 letters long, as in search_words.
    if (word.length() <= 40) {
      handle
          .createQuery(spellings)
          .bind("word", word)
          .bind("most", SPELLINGS)
          .map((row, context) -> row.getString("word"))
          .forEach(found -> all.add(quoted(found)));
    }
    return all.stream().collect(Collectors.joining(" | ", "(", ")"));
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
