package org.decroche.store;

/**
 * The database is gone, too slow or refuses us; trying again later may help. The message is one
 * line without personal data.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
