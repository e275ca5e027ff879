package org.decroche.store;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a debt's caller and another call's caller are one person: the same customer from whatever
 * number, or the same number when nobody says that they are two people.
 *
 * <p>From a shared number a known person calling is not taken for the unknown one who is waited
 * for: one call back too many is better than somebody forgotten.
 *
 * @param number where the other calls from; null when that is withheld
 * @param customer who the other caller is; null when that is not sure
 * @param isShared whether many people call from that number
 */
record SamePerson(@Nullable String number, @Nullable Long customer, boolean isShared) {
  /** For a row {@code d} with a number and a customer. */
  static final String AS_DEBT =
      """
      (d.customer_id = :customer
       or d.number = :number and (d.customer_id is null or :customer::bigint is null)
         and not (:shared and d.customer_id is null and :customer::bigint is not null)
       or d.customer_id is null
         and exists (select from customer_numbers n where n.customer_id = :customer and n.number = d.number)
         and not exists (select from shared_numbers s where s.number = d.number))
      """;

  <S extends SqlStatement<S>> S bound(S statement) {
    return statement.bind("number", number).bind("customer", customer).bind("shared", isShared);
  }
}
