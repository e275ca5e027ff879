package org.decroche.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Slows guessing down, by waits that grow and never by a lock: somebody else's guesses must not
 * shut the right person out.
 *
 * <p>The rule follows NIST SP 800-63B (rate limiting: delays that grow, addresses and devices known
 * from before) and OWASP's device cookies: who comes with a browser that has signed in with this
 * login before is counted apart from everybody else.
 */
public final class Guesses {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MOST = 20_000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Count> counts = new LinkedHashMap<>();

  public Guesses(InstantSource clock) {
    this.clock = clock;
  }

  /** What is counted, and how patiently. */
  public enum Of {
    /** A login, by browsers that are not known with it. */
    LOGIN(5, Duration.ofSeconds(30)),
    /** An address from which unknown browsers come; a whole office may stand behind one. */
    ADDRESS(30, Duration.ofMinutes(2)),
    /** A browser that is known with the login: its owner mistypes. */
    DEVICE(10, Duration.ofMinutes(1)),
    /** The second factor of whoever has shown the right password: six digits need more patience. */
    CODE(5, Duration.ofMinutes(15)),
    /** The password of whoever is signed in already. */
    OWN_PASSWORD(5, Duration.ofMinutes(1)),
    /** The one-time code of the first start. */
    FIRST_START(5, Duration.ofMinutes(1));

    private final int free;
    private final Duration longest;

    Of(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
    }

    /** A second after the free ones, then twice as long after each. */
    Duration after(int wrong) {
      int over = wrong - free;
      if (over < 0) {
        return Duration.ZERO;
      }
      Duration wait = Duration.ofSeconds(1L << Math.min(over, 20));
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /** One thing that guesses are counted of. */
  public record Key(Of of, String what) {}

  /** {@code before} is when the one before the last was. */
  private record Count(int wrong, Instant last, Instant before) {
    Instant next(Of of) {
      return last.plus(of.after(wrong));
    }
  }

  /**
   * To be called before anything is looked at; many at once count like many one after the other.
   * What turns out right is taken back by {@link #right}.
   *
   * @throws TooManyGuesses when it is too early; then nothing is counted
   */
  void guess(List<Key> keys) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Instant next = now;
      for (Key key : keys) {
        Count count = counts.get(key);
        if (count != null && count.next(key.of()).isAfter(next)) {
          next = count.next(key.of());
        }
      }
      if (next.isAfter(now)) {
        throw new TooManyGuesses(Duration.between(now, next));
      }
      keys.forEach(key -> add(key, now));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Guesses, and takes that back when nothing could be looked at: a machine that is busy, or a
   * store that is away, makes nobody wait.
   *
   * @param look what looks; what it throws is thrown on
   * @throws TooManyGuesses as {@link #guess}; also what {@code look} throws of its own
   */
  public <T> T guess(List<Key> keys, Supplier<T> look) {
    guess(keys);
    try {
      return look.get();
    } catch (RuntimeException unseen) {
      giveBack(keys);
      throw unseen;
    }
  }

  private void giveBack(List<Key> keys) {
    lock.lock();
    try {
      for (Key key : keys) {
        counts.computeIfPresent(
            key,
            (same, count) ->
                count.wrong() <= 1
                    ? null
                    : new Count(count.wrong() - 1, count.before(), count.before()));
      }
    } finally {
      lock.unlock();
    }
  }

  /** It was no guess. What others have guessed wrong stays counted. */
  public void right(List<Key> keys) {
    lock.lock();
    try {
      for (Key key : keys) {
        counts.computeIfPresent(
            key,
            (same, count) ->
                count.wrong() <= 1 || key.of() == Of.DEVICE
                    ? null
                    : new Count(count.wrong() - 1, count.last(), count.before()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void add(Key key, Instant now) {
    Count before = counts.remove(key);
    int wrong =
        before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : before.wrong();
    counts.put(key, new Count(wrong + 1, now, before == null ? now : before.last()));
    if (counts.size() > MOST) {
      // The one that was counted longest ago.
      counts.remove(counts.keySet().iterator().next());
    }
  }
}
