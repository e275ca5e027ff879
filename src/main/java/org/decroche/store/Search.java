package org.decroche.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds people and cases while somebody types. First what has the very words, then words beginning
 * so, then words with such a part, then words nearly so; the next is asked only while there is
 * room. Of very many equally good ones, some are shown: another letter tells them apart.
 */
public final class Search {
  /** So many are looked at to choose the ones touched last. */
  private static final int LOOKED_AT = 100;

  private final Database database;

  public Search(Database database) {
    this.database = database;
  }

  /** People by any words or parts of words of the name; the first of the phone book for blank. */
  public List<Customer> people(String typed, int limit) {
    return database.search(
        handle -> {
          SearchWords words = SearchWords.of(handle, typed);
          if (words.none()) {
            return typed.isBlank() ? phoneBook(handle, "", limit) : List.of();
          }
          if (words.singleLetter()) {
            return phoneBook(handle, words.first(), limit);
          }
          onlyByWords(handle);
          return widening(words, limit, Customer::id, query -> people(handle, query, limit));
        });
  }

  /**
   * People by the beginnings of a number, then by a part of it.
   *
   * @param beginnings of the E.164 form, with the plus sign
   * @param part at least three digits, or null
   */
  public List<Customer> numbered(List<String> beginnings, @Nullable String part, int limit) {
    return database.search(
        handle -> {
          Map<Long, Customer> found = new LinkedHashMap<>();
          for (String beginning : beginnings) {
            add(found, beginningWith(handle, beginning, limit), Customer::id, limit);
          }
          if (part != null && found.size() < limit) {
            add(found, having(handle, part, limit), Customer::id, limit);
          }
          return List.copyOf(found.values());
        });
  }

  /**
   * Cases by any words that stand on them: the title, the customer's, what it does to them, what is
   * technically wrong. Open ones first, then closed.
   */
  public List<FoundCase> cases(String typed, int limit) {
    return database.search(
        handle -> {
          SearchWords words = SearchWords.of(handle, typed);
          if (words.none() || words.singleLetter()) {
            return List.of();
          }
          onlyByWords(handle);
          SearchWords telling = words.telling();
          return telling.none()
              ? openThenClosed(handle, words.exactly(), limit)
              : widening(
                  telling, limit, FoundCase::id, query -> openThenClosed(handle, query, limit));
        });
  }

  private static List<FoundCase> openThenClosed(Handle handle, String query, int limit) {
    List<FoundCase> found = new ArrayList<>(cases(handle, query, "status <> 'closed'", limit));
    if (found.size() < limit) {
      found.addAll(cases(handle, query, "status = 'closed'", limit - found.size()));
    }
    return found;
  }

  /**
   * For a rare word and a limit the planner would rather go through another index, by owner, and
   * look at each case's words: seconds. An index of words is read in no other way than this leaves.
   */
  private static void onlyByWords(Handle handle) {
    handle.execute("set local enable_indexscan = off; set local enable_indexonlyscan = off");
  }

  private static <T> List<T> widening(
      SearchWords words, int limit, Function<T, Long> id, Function<String, List<T>> ask) {
    Map<Long, T> found = new LinkedHashMap<>();
    add(found, ask.apply(words.exactly()), id, limit);
    if (found.size() < limit) {
      add(found, ask.apply(words.beginning()), id, limit);
    }
    if (found.isEmpty()) {
      words.inside().ifPresent(query -> add(found, ask.apply(query), id, limit));
    }
    if (found.isEmpty()) {
      words.misspelt().ifPresent(query -> add(found, ask.apply(query), id, limit));
    }
    return List.copyOf(found.values());
  }

  private static <T> void add(Map<Long, T> found, List<T> more, Function<T, Long> id, int limit) {
    for (T one : more) {
      if (found.size() < limit) {
        found.putIfAbsent(id.apply(one), one);
      }
    }
  }

  private static List<Customer> people(Handle handle, String query, int limit) {
    return CustomerRows.gathered(
        handle
            .createQuery(
                CustomerRows.SELECT.formatted(
                        "(select * from customers where search_vector(name) @@ cast(:query as tsquery) and merged_into is null limit :limit)")
                    + CustomerRows.BY_NAME)
            .bind("query", query)
            .bind("limit", limit));
  }

  private static List<Customer> phoneBook(Handle handle, String beginning, int limit) {
    return CustomerRows.gathered(
        handle
            .createQuery(
                CustomerRows.SELECT.formatted(
                        """
                        (select * from customers
                        where search_form(name) collate "C" between :beginning and :beginning || chr(1114111)
                          and merged_into is null
                        order by search_form(name) collate "C", id limit :limit)
                        """)
                    + CustomerRows.BY_NAME)
            .bind("beginning", beginning)
            .bind("limit", limit));
  }

  private static List<Customer> beginningWith(Handle handle, String beginning, int limit) {
    return byNumbers(
        handle,
        // A colon comes right after the digits.
        """
        select customer_id from customer_numbers
        where number::text collate "C" >= :digits and number::text collate "C" < :digits || ':'
        order by number::text collate "C" limit :limit
        """,
        beginning,
        limit);
  }

  private static List<Customer> having(Handle handle, String part, int limit) {
    return byNumbers(
        handle,
        "select customer_id from customer_numbers where number::text like '%' || :digits || '%' limit :limit",
        part,
        limit);
  }

  private static List<Customer> byNumbers(Handle handle, String some, String digits, int limit) {
    return CustomerRows.gathered(
        handle
            .createQuery(
                CustomerRows.SELECT.formatted(
                        "(select * from customers where id in (" + some + "))")
                    + CustomerRows.BY_NAME)
            .bind("digits", digits)
            .bind("limit", limit));
  }

  private static List<FoundCase> cases(Handle handle, String query, String which, int limit) {
    return handle
        .createQuery(
            """
            select k.*, c.name as customer_name, a.name as owner_name
            from (select * from (select * from cases
                    where case_vector(title, customer_words, effect, technical) @@ cast(:query as tsquery) and %s
                    limit :some) matching
                  order by touched_at desc, id desc limit :limit) k
            join customers c on c.id = k.customer_id
            join agents a on a.id = k.owner_id
            order by k.touched_at desc, k.id desc
            """
                .formatted(which))
        .bind("query", query)
        .bind("some", LOOKED_AT)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new FoundCase(
                    row.getLong("id"),
                    row.getString("title"),
                    Words.read(CaseStatus.class, row.getString("status")),
                    AgentRows.instant(row, "touched_at"),
                    row.getLong("customer_id"),
                    row.getString("customer_name"),
                    new AgentId(row.getLong("owner_id")),
                    row.getString("owner_name")))
        .list();
  }
}
