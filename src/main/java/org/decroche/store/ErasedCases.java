package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Cases that go, with everything said on them, wherever it was written. */
final class ErasedCases {
  private ErasedCases() {}

  /** Adds to the counts what went with them. */
  static void erase(Handle handle, List<Long> cases, Removed removed) {
    if (cases.isEmpty()) {
      return;
    }
    Bygone.cases(handle, cases);
    AnonymousCalls.dropCases(handle, cases);
    removed.add("drafts", Drafts.erase(handle, keys(cases)));
    handle
        .createUpdate("update access_log set case_id = null where case_id = any(:ids)")
        .bindArray("ids", Long.class, cases)
        .execute();
    removed.add("timeline", delete(handle, "timeline where case_id", cases));
    removed.add("errands", delete(handle, "errands where case_id", cases));
    removed.add("promises", delete(handle, "promises where case_id", cases));
    removed.add("cases", delete(handle, "cases where id", cases));
  }

  private static List<String> keys(List<Long> cases) {
    List<String> keys = new ArrayList<>();
    cases.forEach(id -> keys.add("case-" + id));
    return keys;
  }

  private static int delete(Handle handle, String which, List<Long> cases) {
    return handle
        .createUpdate("delete from %s = any(:ids)".formatted(which))
        .bindArray("ids", Long.class, cases)
        .execute();
  }
}
