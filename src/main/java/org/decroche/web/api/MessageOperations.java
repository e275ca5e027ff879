package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.decroche.numbers.Destination;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Cases;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.Messages;
import org.decroche.store.Messages.By;
import org.decroche.store.Messages.Taken;
import org.decroche.store.Messages.Written;
import org.decroche.store.Outcome;
import org.decroche.store.RoutingSettings;
import org.decroche.store.Sites;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** What people write instead of calling: from a form of a web page, or in a letter. */
final class MessageOperations implements Operations {
  private final Messages messages;
  private final Sites sites;
  private final Cases cases;
  private final FrontDoors doors;
  private final DoorRouting routing;
  private final CustomerAccess access;
  private final OutwardNumbers outward;
  private final OpenDesks desks;
  private final NumberJson numbers;
  private final Clock clock;

  MessageOperations(
      Messages messages,
      Sites sites,
      Cases cases,
      FrontDoors doors,
      DoorRouting routing,
      CustomerAccess access,
      OutwardNumbers outward,
      OpenDesks desks,
      NumberJson numbers,
      Clock clock) {
    this.messages = messages;
    this.sites = sites;
    this.cases = cases;
    this.doors = doors;
    this.routing = routing;
    this.access = access;
    this.outward = outward;
    this.desks = desks;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "sendMessage", this::send,
        "enterLetter", this::enter,
        "listMessagesOfCase", this::list);
  }

  private Reply send(Asked asked) {
    Sites.Site site =
        sites
            .of(asked.body().getString("site"))
            .orElseThrow(() -> Refusal.wrong("site", "This form is not known here."));
    String origin = asked.parameters().get("Origin");
    if (origin != null && !site.settings().origins().contains(origin.toLowerCase(Locale.ROOT))) {
      throw Refusal.forbidden("This form may not be sent from that page.");
    }
    FrontDoors.Door door = Stored.value(doors.byId(site.settings().door()));
    PhoneNumber number = callable(asked.line("number"), door.settings().country());
    Written written =
        new Written(Optional.of(asked.line("name")), Optional.of(number), asked.line("words"));
    Taken taken = taken(new By.Form(site), written);
    ZoneId zone = routing.of(door.id()).map(RoutingSettings::zone).orElse(ZoneId.of("UTC"));
    String language = asked.body().getString("language", "en");
    return Reply.created(
        new JsonObject()
            .put("receipt", Receipt.of(taken, zone, Locale.forLanguageTag(language)))
            .put("by", taken.by().orElse(null))
            .put("dueAt", taken.due().map(Words::moment).orElse(null)));
  }

  private Reply enter(Asked asked) {
    CustomerAccess.Look by =
        access.mustSee(asked.who(), Stored.value(cases.kept(asked.id())).longValue());
    Long wanted = asked.body().getLong("frontDoorId");
    FrontDoorId door =
        wanted == null
            ? doors.all().stream()
                .findFirst()
                .map(FrontDoors.Door::id)
                .orElseThrow(
                    () -> Refusal.conflict(null, "There is no front door whose team could call."))
            : doors
                .byId(new FrontDoorId(wanted))
                .map(FrontDoors.Door::id)
                .orElseThrow(
                    () -> Refusal.wrong("frontDoorId", "frontDoorId names no front door."));
    Taken taken =
        taken(
            new By.Typed(asked.who().id(), asked.id(), door),
            new Written(Optional.empty(), Optional.empty(), asked.line("words")));
    access.tookOn(asked.who(), by, taken.customer(), taken.matter(), Optional.empty());
    return Reply.created(
        new JsonObject()
            .put("id", taken.id())
            .put("caseId", taken.matter())
            .put("opened", taken.opened())
            .put("by", taken.by().orElse(null))
            .put("dueAt", taken.due().map(Words::moment).orElse(null)));
  }

  private Reply list(Asked asked) {
    access.mustRead(asked.who(), cases, asked.id());
    List<Messages.Message> found = messages.of(asked.id());
    return Reply.list(found, this::shape);
  }

  private Taken taken(By by, Written written) {
    Outcome<Taken> outcome = messages.take(by, written, clock.instant());
    if (outcome instanceof Outcome.Conflict<Taken>(String field)) {
      throw Refusal.tooMany(
          field, "Too many messages came from there within the hour. Please call instead.");
    }
    Taken taken = Stored.value(outcome);
    desks.showDebts(taken.shownTo());
    return taken;
  }

  /** We are to call it back: what we may not call is refused while the sender can still mend it. */
  private PhoneNumber callable(String text, String country) {
    PhoneNumber number = NumberField.read(numbers.in(country), text, "number");
    if (outward.destination(number.e164()) instanceof Destination.Refused(Destination.Why why)
        && why != Destination.Why.NO_TRUNK) {
      throw Refusal.wrong("number", "We cannot call this number back.");
    }
    return number;
  }

  private JsonObject shape(Messages.Message message) {
    String number = message.number();
    return new JsonObject()
        .put("id", message.id())
        .put("receivedAt", Words.moment(message.received()))
        .put("name", message.name())
        .put("number", number == null ? null : numbers.show(new PhoneNumber(number)))
        .put("words", message.words())
        .put("site", message.site())
        .put("typedBy", message.typedBy());
  }
}
