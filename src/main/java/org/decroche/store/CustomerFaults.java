package org.decroche.store;

import java.util.Set;
import org.decroche.moving.Field;

/** What is wrong with a row of customers, beside what is here and beside the other rows. */
final class CustomerFaults {
  /** A firm may stand further down in the same file; so may whom somebody turned out to be. */
  private static final String OF_THE_FILE =
      """
      left join (select key, max(kind) as kind, max(same_as) as same_as
        from incoming where code is null group by key) %s on %1$s.key = i.%s
      """;

  private CustomerFaults() {}

  /** The joins of what the faults are told from. */
  static String found(boolean firm, boolean merged) {
    String found = "left join customers c on c.key = i.key\n";
    if (firm) {
      found += "left join customers f on f.key = i.firm\n" + OF_THE_FILE.formatted("their", "firm");
    }
    if (merged) {
      found +=
          "left join customers s on s.key = i.same_as\n" + OF_THE_FILE.formatted("same", "same_as");
    }
    return found;
  }

  static String faults(Set<Field> fields) {
    StringBuilder faults =
        new StringBuilder("when c.id is null and i.name is null then 'missing:name'");
    boolean kind = fields.contains(Field.KIND);
    String wanted = kind ? "coalesce(i.kind, 'person')" : "coalesce(c.kind, 'person')";
    if (fields.contains(Field.FIRM)) {
      faults.append(
          """

          when i.firm is not null and %s = 'firm' then 'differs:firm'
          when i.firm is not null and (case when %s and their.key is not null then coalesce(their.kind, 'person')
            when f.merged_into is null then f.kind end) is distinct from 'firm' then 'unknown:firm'
          """
              .formatted(wanted, kind));
    } else if (kind) {
      faults.append("\nwhen i.kind = 'firm' and c.firm_id is not null then 'differs:kind'\n");
    }
    if (kind) {
      faults.append(
          """

          when c.kind = 'firm' and coalesce(i.kind, 'person') = 'person'
            and exists (select from customers p where p.firm_id = c.id) then 'differs:kind'
          """);
    }
    if (fields.contains(Field.SAME_AS)) {
      // Of somebody who is here, a file says nothing in this; and nobody is merged into who is
      // merged.
      faults.append(
          """

          when c.id is null and i.same_as is not null and (i.same_as = i.key or same.same_as is not null
            or s.id is null and same.key is null) then 'unknown:same-as'
          when c.id is null and i.same_as is not null and i.numbers is not null then 'differs:number'
          """);
    }
    return faults.toString();
  }
}
