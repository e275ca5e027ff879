package org.decroche.store;

import java.time.Instant;
import java.util.Optional;
import org.decroche.store.CallRecord.Agent;
import org.jspecify.annotations.Nullable;

/**
 * One line of what was said and done on a case.
 *
 * @param author empty for the service itself: a date that passed in silence, an import
 * @param text as somebody wrote it; null for what speaks for itself
 * @param call the id of the call during which it was
 * @param corrects the line that this one corrects
 * @param detail a JSON object; what is in it goes by the kind
 */
public record TimelineEntry(
    long id,
    Instant at,
    Kind kind,
    Optional<Agent> author,
    @Nullable String text,
    @Nullable String call,
    @Nullable Long corrects,
    @Nullable Long promise,
    @Nullable Long errand,
    String detail) {

  public enum Kind {
    OPENED,
    NOTE,
    CORRECTION,
    /** Title, words, effect or technical changed; the detail has each as it was and is. */
    WORDS,
    STATUS,
    OWNER,
    /** Two customers were found to be one, or to be two after all. */
    CUSTOMER,
    PROMISE_MADE,
    PROMISE_KEPT,
    PROMISE_BROKEN,
    PROMISE_PASSED_ON,
    ERRAND_ADDED,
    ERRAND_CHASED,
    ERRAND_DONE,
    ERRAND_DROPPED,
    EXCEPTION,
    /** A call out was made for the case. */
    CALL,
    /** The customer wrote: by a form, or in a letter that somebody typed in. */
    MESSAGE,
    CLOSED,
    REOPENED,
    /** A file changed it. */
    IMPORTED
  }
}
