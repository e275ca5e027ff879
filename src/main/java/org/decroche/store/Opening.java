package org.decroche.store;

/** What came of opening the database. */
public sealed interface Opening {

  /** The tables are up to date and the pools stand. Close it when done. */
  record Ready(Database database) implements Opening {}

  /** It cannot be used. */
  record Refused(Fault fault, String sentence) implements Opening {}

  /** What is wrong; the sentence beside it says it to a person, in one line and without secrets. */
  enum Fault {
    /** Nobody answers at that address, or not in time. */
    UNREACHABLE,
    /** Somebody answers and does not let us in. */
    ACCESS_DENIED,
    /** The server is there, the database is not. */
    NO_SUCH_DATABASE,
    /** Too old a PostgreSQL, or not one at all. */
    UNSUPPORTED,
    /** The tables could not be brought to what this version needs. */
    MIGRATION_FAILED
  }
}
