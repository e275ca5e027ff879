package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.Outcome.Done;

/**
 * A small firm to try things on: one team, one door, as many agents and customers as a test asks
 * for.
 */
final class Fixture {
  static final PhoneNumber DOOR = new PhoneNumber("+33199000001");

  final Database database;
  final Agents agents;
  final Customers customers;
  final Cases cases;
  final CaseChanges changes;
  final Timelines timelines;
  final Calls calls;
  final TeamId team;
  final FrontDoorId door;

  Fixture(Database database) {
    this.database = database;
    agents = new Agents(database);
    customers = new Customers(database);
    cases = new Cases(database);
    changes = new CaseChanges(database);
    timelines = new Timelines(database);
    calls = new Calls(database);
    team = done(new Teams(database).create("Accueil")).id();
    door =
        done(new FrontDoors(database)
                .create(new DoorSettings(DOOR, "Standard", "FR", team, 20, 90, 10)))
            .id();
  }

  AgentId agent(String login) {
    return done(agents.create(
            new NewAgent(
                login,
                "Agent " + login,
                Role.AGENT,
                "$x$y$z",
                new NewAgent.PhoneAccount(
                    new Phone("p" + login + "00"), "0123456789abcdef0123456789abcdef"),
                List.of(team))))
        .id();
  }

  long customer(String name, String... numbers) {
    return done(customers.create(
            new Customer.Details(name, null, null),
            List.of(numbers).stream()
                .map(number -> new Customer.Line(new PhoneNumber(number), null))
                .toList()))
        .id();
  }

  /** Opened by its owner. */
  long open(long customer, String title, String words, AgentId owner, Instant now) {
    return done(cases.create(
            customer,
            new CustomerCase.Details(title, words, null, null),
            owner,
            owner,
            Optional.empty(),
            now))
        .id();
  }

  /** Closed on the customer's word, heard by its owner, in a letter. */
  CustomerCase close(long id, Instant now) {
    CustomerCase stands = cases.byId(id).orElseThrow();
    Closing word =
        new Closing("It works.", stands.owner(), now, new Closing.InWriting("letter of today"));
    return done(changes.close(id, stands.version(), word, stands.owner(), now));
  }

  static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Done<T> done) {
      return done.value();
    }
    throw new AssertionError(outcome.toString());
  }
}
