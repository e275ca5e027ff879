package org.decroche.asterisk.ami;

import org.asteriskjava.manager.action.OriginateAction;
import org.decroche.routing.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A call of ours that takes the way of the public's: in by {@code [from-trunk]}, past the one
 * question, to a robot that picks up. It got through when its own side is answered.
 */
final class TestCall {
  /** Longer than the question's watchdog, shorter than anybody's patience with a check. */
  private static final long GIVE_UP_AFTER_MILLIS = 8_000;

  private static final String ROBOT = "test-robot";

  private TestCall() {}

  /** Whether that is the channel of the robot, whose id Asterisk makes as that of any other. */
  static boolean isRobot(@Nullable String channel) {
    return channel != null && channel.startsWith("Local/robot@" + ROBOT);
  }

  static OriginateAction dial(String id, PhoneNumber door) {
    OriginateAction call = new OriginateAction();
    call.setActionId(id);
    // Of the two halves of such a channel, the second goes through the dialplan as a caller does.
    call.setChannel("Local/" + door.e164() + "@from-trunk/n");
    call.setChannelId(id + "-near");
    call.setOtherChannelId(id + "-far");
    call.setCallerId(id);
    call.setContext(ROBOT);
    call.setExten("through");
    call.setPriority(1);
    call.setTimeout(GIVE_UP_AFTER_MILLIS);
    call.setAsync(true);
    return call;
  }
}
