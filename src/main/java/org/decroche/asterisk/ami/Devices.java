package org.decroche.asterisk.ami;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.jspecify.annotations.Nullable;

/** Asterisk's names for phones and their states, in our words. */
final class Devices {
  static final String TECHNOLOGY = "PJSIP/";

  /** "PJSIP/phone" is a device, "PJSIP/phone-0000002a" one of its channels. */
  private static final Pattern NAME = Pattern.compile("PJSIP/([a-z0-9]+)(?:-[0-9a-f]{8})?");

  private static final Pattern TRUNK = Pattern.compile("PJSIP/trunk-[0-9a-f]{8}");

  private Devices() {}

  static String name(Phone phone) {
    return TECHNOLOGY + phone.name();
  }

  /** The phone of a device or of a channel; empty for a trunk and whatever else there is. */
  static Optional<Phone> phone(@Nullable String deviceOrChannel) {
    if (deviceOrChannel == null) {
      return Optional.empty();
    }
    Matcher matcher = NAME.matcher(deviceOrChannel);
    return matcher.matches() && Phone.isName(matcher.group(1))
        ? Optional.of(new Phone(matcher.group(1)))
        : Optional.empty();
  }

  /** Tells whether a channel goes out over the trunk. */
  static boolean isTrunk(@Nullable String channel) {
    return channel != null && TRUNK.matcher(channel).matches();
  }

  /** Whether this is the channel of a phone, of ours or outside. */
  static boolean isPhone(String channel) {
    return phone(channel).isPresent() || isTrunk(channel);
  }

  /** Any text; a phone is only free when Asterisk says so. */
  static PhoneState state(@Nullable String state) {
    return switch (state == null ? "" : state) {
      case "NOT_INUSE" -> PhoneState.IDLE;
      case "RINGING" -> PhoneState.RINGING;
      case "INUSE", "BUSY", "RINGINUSE", "ONHOLD" -> PhoneState.IN_USE;
      default -> PhoneState.UNREACHABLE;
    };
  }
}
