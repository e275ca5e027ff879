package org.decroche.store;

/** What is kept for a time of its own. */
public enum RetentionKind {
  /** Of calls: number, customer and words. Their times stay. */
  CALLS(
      """
      select id from calls where arrived_at < :before and anonymous_at is null
        and ended_at is not null and weighed_at is not null
      """,
      ""),
  /** What the core was told, for playing back. */
  EVENTS("select from events where at < :before", "delete from events where ctid = any(array(%s))"),
  DRAFTS(
      "select from drafts where kept_at < :before",
      "delete from drafts where ctid = any(array(%s))"),
  ACCESS_LOG(
      "select from access_log where at < :before",
      "delete from access_log where ctid = any(array(%s))"),
  /** Those that are over. */
  ALERTS(
      "select from alerts where over_at < :before",
      "delete from alerts where ctid = any(array(%s))"),
  /** What people wrote; a case opened with it keeps its words. */
  MESSAGES(
      "select from messages where received_at < :before",
      "delete from messages where ctid = any(array(%s))"),
  /**
   * Closed cases nobody has touched since, with all that was written on them; nothing is owed on
   * them any more.
   */
  CLOSED_CASES(
      """
      select id from cases c where status = 'closed' and touched_at < :before
        and not exists (select from promises p where p.case_id = c.id and p.state = 'open')
        and not exists (select from errands e where e.case_id = c.id and e.state = 'open')""",
      "");

  private final String which;
  private final String removal;

  RetentionKind(String which, String removal) {
    this.which = which;
    this.removal = removal;
  }

  /** A statement that counts what is older than {@code :before}. */
  String count() {
    return "select count(*) from (%s) old".formatted(which);
  }

  /**
   * A statement that chooses the ids of some of what is older, at most {@code :portion}, and holds
   * them: one that somebody is changing now, as by opening a case again, is left for another day.
   */
  String portion() {
    return which + " limit :portion for update skip locked";
  }

  /** A statement that removes a portion; empty where removing is more than deleting rows. */
  String removal() {
    return removal.isEmpty()
        ? ""
        : removal.formatted(
            which.replaceFirst("select from", "select ctid from") + " limit :portion");
  }
}
