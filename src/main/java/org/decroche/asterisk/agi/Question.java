package org.decroche.asterisk.agi;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiRequest;
import org.decroche.routing.Event.CallAsks;
import org.decroche.routing.Event.EndedOffer;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dialplan's question. A caller can write nearly anything into a call, so every field has
 * a shape and a length, and one that has not becomes the harmless value. Only a channel without a
 * usable identity is refused: nothing could be done with it.
 */
final class Question {
  private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9._-]{1,150}");
  private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9/._@;:+-]{1,150}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,9})?");
  private static final Pattern OFFER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DOOR = Pattern.compile("[0-9+a-zA-Z]{1,64}");
  private static final int LONGEST_CALLER = 64;

  /** Nobody has been ringing for longer than this. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private Question() {}

  /**
   * Reads one request.
   *
   * @throws IllegalArgumentException when the channel has no usable id or name; the message repeats
   *     nothing of what was sent
   */
  static CallAsks read(AgiRequest request, Numbers numbers, Instant now) {
    String call = shaped(request.getUniqueId(), CALL_ID);
    String channel = shaped(request.getChannel(), CHANNEL);
    if (call == null || channel == null) {
      throw new IllegalArgumentException("a channel without a usable id or name asked");
    }
    List<@Nullable String> sent = Arrays.asList(request.getArguments());
    Optional<FrontDoorId> door =
        Optional.ofNullable(shaped(at(sent, 1), DOOR)).flatMap(numbers::door);
    return new CallAsks(
        now,
        new CallId(call),
        channel,
        door,
        caller(at(sent, 2), door, numbers),
        arrival(at(sent, 3), now),
        ended(sent),
        moment(at(sent, 8), now));
  }

  /** It comes from an agent's phone: the dialplan says so, the public cannot. */
  static boolean isFromPhone(AgiRequest request) {
    return at(Arrays.asList(request.getArguments()), 7).equals("phone");
  }

  /** The agent's phone that asks; it signed in as that. */
  static Optional<Phone> phone(AgiRequest request) {
    return Optional.of(at(Arrays.asList(request.getArguments()), 2))
        .filter(Phone::isName)
        .map(Phone::new);
  }

  /** What was dialled on the phone; digits and perhaps a plus, at most 64 of them. */
  static String dialled(AgiRequest request) {
    String door = shaped(at(Arrays.asList(request.getArguments()), 1), DOOR);
    return door == null ? "" : door;
  }

  private static CallerNumber caller(String sent, Optional<FrontDoorId> door, Numbers numbers) {
    return sent.length() > LONGEST_CALLER || sent.chars().anyMatch(Character::isISOControl)
        ? new CallerNumber.Unreadable()
        : numbers.caller(sent, door);
  }

  private static Instant arrival(String sent, Instant now) {
    return moment(sent, now).orElse(now);
  }

  private static Optional<Instant> moment(String sent, Instant now) {
    return Optional.ofNullable(shaped(sent, SECONDS))
        .map(seconds -> new BigDecimal(seconds).movePointRight(3).toBigInteger().longValue())
        .map(Instant::ofEpochMilli)
        .filter(at -> !at.isAfter(now) && !at.isBefore(now.minus(LONGEST_WAIT)));
  }

  private static Optional<EndedOffer> ended(List<@Nullable String> sent) {
    String offer = shaped(at(sent, 4), OFFER);
    String status = at(sent, 5);
    return offer == null || status.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EndedOffer(
                new OfferId(Long.parseLong(offer)), DialOutcome.of(status, at(sent, 6))));
  }

  private static @Nullable String shaped(@Nullable String text, Pattern shape) {
    return text != null && shape.matcher(text).matches() ? text : null;
  }

  /** Counted from 1, as AGI counts; one that was not sent is empty. */
  private static String at(List<@Nullable String> sent, int position) {
    String argument = position <= sent.size() ? sent.get(position - 1) : null;
    return argument == null ? "" : argument;
  }
}
