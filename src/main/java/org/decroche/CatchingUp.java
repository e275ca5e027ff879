package org.decroche;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.decroche.asterisk.dialplan.Notes;
import org.decroche.engine.Journal;
import org.decroche.routing.Step;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Recalled;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.StoredJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record, which first learns what the dialplan did alone and only then takes a call that is
 * gone for one whose end nobody saw.
 *
 * @param doorsKnown whether dialled numbers can be read yet; the notes wait for it
 * @param completed told that the record may say more than it did
 */
record CatchingUp(
    StoredJournal journal, Notes notes, BooleanSupplier doorsKnown, Runnable completed)
    implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

  @Override
  public void write(Step step) {
    journal.write(step);
  }

  @Override
  public void endUnseen(Set<CallId> alive, Instant before) {
    // What the core itself has just said of these calls comes first, or it would be told twice.
    journal.awaitWritten(Duration.ofSeconds(2));
    read(notes::read);
    journal.endUnseen(alive, before);
    completed.run();
  }

  /** The dialplan's notes first: somebody may have picked up while we were not there. */
  @Override
  public List<Recalled> recall(Set<CallId> calls) {
    journal.awaitWritten(Duration.ofSeconds(2));
    read(notes::read);
    return journal.recall(calls);
  }

  /** Now and then: what is left from a time without database, and calls we were too slow for. */
  void readOlder() {
    journal.awaitWritten(Duration.ofSeconds(2));
    read(
        () -> {
          notes.readOlder();
          return true;
        });
    completed.run();
  }

  /** Tells whether all that happened up to now is on record. Blocks, for seconds at most. */
  boolean complete() {
    return journal.awaitWritten(Duration.ofSeconds(2))
        && read(notes::read)
        && journal.awaitWritten(Duration.ofSeconds(2));
  }

  /** Tells whether it could be read; what could not is read another time. */
  private boolean read(BooleanSupplier reading) {
    if (!doorsKnown.getAsBoolean()) {
      return false;
    }
    try {
      return reading.getAsBoolean();
    } catch (DatabaseUnavailable away) {
      LOG.warn("calls that the dialplan took alone wait to be recorded: {}", away.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.error("calls that the dialplan took alone are not recorded", unexpected);
    }
    return false;
  }
}
