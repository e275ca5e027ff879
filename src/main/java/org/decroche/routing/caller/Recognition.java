package org.decroche.routing.caller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a caller.
 *
 * @param customers everybody who uses the number; several people may share one
 * @param lastTalk the last real conversation with this number or these people, inside the door's
 *     memory
 * @param owed what one of us owes them
 * @param shared many people call from this number (a switchboard, a relay service, a family): alone
 *     it ties nobody to anybody
 */
public record Recognition(
    LookUp lookUp,
    List<KnownCustomer> customers,
    Optional<LastTalk> lastTalk,
    Optional<Owed> owed,
    boolean shared) {

  /** How the look-up went. */
  public enum LookUp {
    FOUND,
    UNKNOWN,
    /** The store did not answer in time: the phone rings anyway and the screen says so. */
    LATE,
    /** Nothing to look up: withheld, an extension, unreadable. */
    NONE,
    /** Still under way; only a human found by Asterisk alone can have the call by then. */
    PENDING
  }

  public static final Recognition LATE = new Recognition(LookUp.LATE, List.of(), Optional.empty());
  public static final Recognition NONE = new Recognition(LookUp.NONE, List.of(), Optional.empty());
  public static final Recognition PENDING =
      new Recognition(LookUp.PENDING, List.of(), Optional.empty());
  public static final Recognition UNKNOWN =
      new Recognition(LookUp.UNKNOWN, List.of(), Optional.empty());

  public Recognition {
    customers = List.copyOf(customers);
  }

  /** Of a number of their own, to whom nothing is owed. */
  public Recognition(LookUp lookUp, List<KnownCustomer> customers, Optional<LastTalk> lastTalk) {
    this(lookUp, customers, lastTalk, Optional.empty(), false);
  }

  public Recognition withOwed(Owed debt) {
    return new Recognition(lookUp, customers, lastTalk, Optional.of(debt), shared);
  }

  /** With one more of those it may be, unless they are among them. */
  public Recognition with(KnownCustomer person) {
    if (customers.stream().anyMatch(one -> one.id() == person.id())) {
      return this;
    }
    List<KnownCustomer> all = new ArrayList<>(customers);
    all.add(person);
    return new Recognition(lookUp, all, lastTalk, owed, shared);
  }

  public Recognition ofSharedNumber() {
    return new Recognition(lookUp, customers, lastTalk, owed, true);
  }

  /** What of it was known at that time already, as far as its own times tell. */
  public Recognition asOf(Instant at) {
    return new Recognition(
        lookUp,
        customers.stream().map(customer -> customer.asOf(at)).toList(),
        lastTalk.filter(talk -> !talk.at().isAfter(at)),
        owed,
        shared);
  }

  /**
   * The open case that says whose their call is: of the person or, when that is not sure, of all
   * who use the number. A shared number has none until somebody said who it is.
   *
   * @param customer who it is, when that is sure
   */
  public Optional<OpenCase> openCaseOf(Optional<Long> customer) {
    if (tiesNobody(customer)) {
      return Optional.empty();
    }
    OpenCase pressing = null;
    for (KnownCustomer person : customers) {
      if (customer.isEmpty() || customer.get() == person.id()) {
        for (OpenCase open : person.cases()) {
          if (pressing == null || OpenCase.MOST_PRESSING_FIRST.compare(open, pressing) < 0) {
            pressing = open;
          }
        }
      }
    }
    return Optional.ofNullable(pressing);
  }

  /** What one of us owes them, as far as the number tells. */
  public Optional<Owed> owedTo(Optional<Long> customer) {
    return tiesNobody(customer) ? Optional.empty() : owed;
  }

  /** The last real talk with them; with a shared number nobody knows whom it was with. */
  public Optional<LastTalk> talkWithThem() {
    return shared ? Optional.empty() : lastTalk;
  }

  /** The open cases of everybody who uses the number: promised first, then last touched first. */
  public List<OpenCase> openCases() {
    return customers.stream()
        .flatMap(customer -> customer.cases().stream())
        .sorted(OpenCase.MOST_PRESSING_FIRST)
        .toList();
  }

  private boolean tiesNobody(Optional<Long> customer) {
    return shared && customer.isEmpty();
  }
}
