package org.decroche.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.casework.DebtOwner;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.stories.Stage.Entry;

/** What is known of callers on the made-up stage: their cases, and their real talks of the day. */
final class MadeUpStore {
  /** As the front door of the stage with real phones has it. */
  private static final Duration REAL_TALK = Duration.ofSeconds(1);

  private final Map<PhoneNumber, KnownCustomer> customers = new HashMap<>();
  private final Map<PhoneNumber, LastTalk> talks = new HashMap<>();
  private final Map<CallId, Step.Answered> answered = new HashMap<>();
  private final Set<PhoneNumber> shared = new HashSet<>();
  private final Map<PhoneNumber, Debt> debts = new HashMap<>();
  private final Map<CallId, Step.CalledOut> calledOut = new HashMap<>();

  /** One for each caller, with a count. */
  private record Debt(AgentId owner, Instant since, int calls) {}

  void owns(PhoneNumber number, String name, AgentId owner, String ownerName, Instant now) {
    KnownCustomer known = customers.get(number);
    List<OpenCase> cases = new ArrayList<>(known == null ? List.of() : known.cases());
    long id = customers.size() + 1L;
    cases.add(new OpenCase(id, "Box", "", owner, ownerName, now, now, List.of()));
    customers.put(number, new KnownCustomer(id, name, "", cases));
  }

  void share(PhoneNumber number) {
    shared.add(number);
  }

  Recognition find(PhoneNumber number) {
    Optional<KnownCustomer> customer = Optional.ofNullable(customers.get(number));
    Recognition found =
        new Recognition(
            customer.isPresent() ? LookUp.FOUND : LookUp.UNKNOWN,
            customer.stream().toList(),
            Optional.ofNullable(talks.get(number)));
    Debt debt = debts.get(number);
    Recognition owed =
        debt == null
            ? found
            : found.withOwed(new Owed(Owed.What.CALL_BACK, debt.owner(), debt.since()));
    return shared.contains(number) ? owed.ofSharedNumber() : owed;
  }

  /** How many calls this agent is to call back for. */
  int owed(PhoneNumber number, AgentId owner) {
    Debt debt = debts.get(number);
    return debt == null || !debt.owner().equals(owner) ? 0 : debt.calls();
  }

  int debtsOf(AgentId owner) {
    return (int) debts.values().stream().filter(debt -> debt.owner().equals(owner)).count();
  }

  private void gaveUp(PhoneNumber who, List<DebtOwner.Member> team, Instant at) {
    Debt before = debts.get(who);
    if (before != null) {
      debts.put(who, new Debt(before.owner(), before.since(), before.calls() + 1));
      return;
    }
    Optional<Long> customer = Optional.ofNullable(customers.get(who)).map(KnownCustomer::id);
    DebtOwner.of(customer, find(who), anybody -> true, team, Optional.empty())
        .ifPresent(owner -> debts.put(who, new Debt(owner, at, 1)));
  }

  /** Whether a person answered a call out only its agent can tell. */
  void judge(CallId call, boolean reached, Instant now) {
    Step.CalledOut out = calledOut.get(call);
    if (reached) {
      debts.remove(out.number());
      talks.put(out.number(), new LastTalk(out.agent(), now));
    }
  }

  void write(Step step, Optional<PhoneNumber> number, List<DebtOwner.Member> team) {
    if (step instanceof Step.CalledOut out) {
      calledOut.put(out.call(), out);
    }
    if (calledOut.containsKey(step.call())) {
      return;
    }
    if (step instanceof Step.Ended end && end.ending() == Ending.GAVE_UP) {
      number.ifPresent(who -> gaveUp(who, team, end.at()));
    } else if (step instanceof Step.Answered) {
      number.ifPresent(debts::remove);
    }
    if (step instanceof Step.Answered talk) {
      answered.put(step.call(), talk);
    } else if (step instanceof Step.Ended && answered.containsKey(step.call())) {
      Step.Answered talk = answered.remove(step.call());
      if (Duration.between(talk.at(), step.at()).compareTo(REAL_TALK) >= 0) {
        number.ifPresent(who -> talks.put(who, new LastTalk(talk.agent(), talk.at())));
      }
    }
  }

  static Entry entry(Step step) {
    return switch (step) {
      case Step.Offered offered -> new Entry("offered", offered.reason().rule(), "");
      case Step.OfferEnded over -> new Entry("offer-ended", "", spelt(over.how()));
      case Step.Ended ended -> new Entry("ended", "", spelt(ended.ending()));
      case Step.Chosen chosen -> new Entry("identified", "", "");
      default -> new Entry(kind(step), "", "");
    };
  }

  private static String kind(Step step) {
    return step.getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  private static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
