package org.decroche.asterisk.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.internal.ManagerReaderImpl;
import org.asteriskjava.manager.internal.ManagerWriter;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;

/**
 * What a rehearsal asks of the management link: the action that moves a caller is written as
 * Asterisk would get it, and what Asterisk reports of calls is read, handed over and translated.
 * There is no Asterisk, and nothing is sent.
 */
public final class AmiRehearsal implements Consumer<Effect> {
  private static final List<String> REPORTS =
      List.of(
          report("DialState", "DestChannel: PJSIP/rehearsal-0000002a", "DialStatus: RINGING"),
          report("DialEnd", "DestChannel: PJSIP/rehearsal-0000002a", "DialStatus: ANSWER"),
          report("HangupRequest", "Cause: 16"),
          report("Hangup", "Cause: 16", "Cause-txt: Normal Clearing"),
          report("DeviceStateChange", "Device: PJSIP/rehearsal", "State: NOT_INUSE"));

  private final ManagerWriter writer;

  /** For one thread. */
  public AmiRehearsal() {
    Link nowhere = nowhere();
    writer = nowhere.createWriter();
    writer.setTargetVersion(AsteriskVersion.ASTERISK_22);
    writer.setSocket(new NoSocket(List.of(), 0));
  }

  @Override
  public void accept(Effect effect) {
    if (effect instanceof Effect.Move move) {
      try {
        writer.sendAction(Dialplan.toPhone(move.channel(), move.to()), "rehearsal");
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /**
   * Reads the reports of so many calls, and returns when they are read.
   *
   * @param events given what came of them, on another thread, and perhaps later
   */
  public static void read(int calls, Consumer<Event> events) {
    Link nowhere = nowhere();
    nowhere.addEventListener(event -> Translation.of(event, Instant.EPOCH).ifPresent(events));
    ManagerReaderImpl reader = new ManagerReaderImpl(nowhere, nowhere);
    List<String> lines = REPORTS.stream().flatMap(String::lines).toList();
    reader.setSocket(new NoSocket(lines, calls));
    reader.run();
  }

  private static Link nowhere() {
    return new Link(0, "", "", () -> {});
  }

  private static String report(String event, String... beside) {
    return """
        Event: %s
        Privilege: call,all
        Channel: PJSIP/rehearsal-0000002a
        ChannelState: 6
        ChannelStateDesc: Up
        CallerIDNum: 0
        CallerIDName: <unknown>
        ConnectedLineNum: <unknown>
        Language: en
        Context: offer
        Exten: rehearsal-1-20
        Priority: 1
        Uniqueid: 1.2
        Linkedid: 1.1
        %s

        """
        .formatted(event, String.join("\n", beside));
  }
}
