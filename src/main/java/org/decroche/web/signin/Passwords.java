package org.decroche.web.signin;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords with Argon2id, on a few threads of its own.
 *
 * <p>Hashing is meant to cost: 19 MiB and tens of milliseconds. On the virtual threads' carriers it
 * would hold up the look-up of whoever is calling, and without a limit, strangers guessing
 * passwords would eat the machine.
 */
public final class Passwords implements AutoCloseable {
  // OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, 2 iterations, 1 degree of
  // parallelism.
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;
  private static final int WAITING = 32;

  private final ThreadPoolExecutor threads;
  private final String nobodys;

  public Passwords() {
    int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    ThreadFactory named = Thread.ofPlatform().name("passwords-", 0).daemon().factory();
    threads =
        new ThreadPoolExecutor(
            most, most, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), named);
    threads.allowCoreThreadTimeOut(true);
    nobodys = hash(new Secrets().password());
  }

  /**
   * Blocks.
   *
   * @throws SignInsBusy when too many are waiting
   */
  public String hash(String password) {
    return bounded(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult());
  }

  /** Blocks, for about as long whatever comes out. */
  public boolean matches(String password, String hash) {
    return bounded(() -> check(password, hash));
  }

  /**
   * As much work as {@link #matches}: the time an answer takes does not tell which logins exist.
   */
  public void matchesNobody(String password) {
    matches(password, nobodys);
  }

  /** Whether it was made with less work than we ask for today, or by another rule. */
  public boolean isOutdated(String hash) {
    try {
      return !ARGON2ID.equals(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException notOurs) {
      return true;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static boolean check(String password, String hash) {
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException notOurs) {
      return false;
    }
  }

  private <T> T bounded(Callable<T> work) {
    try {
      return threads.submit(work).get();
    } catch (RejectedExecutionException full) {
      throw new SignInsBusy();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new SignInsBusy();
    }
  }
}
