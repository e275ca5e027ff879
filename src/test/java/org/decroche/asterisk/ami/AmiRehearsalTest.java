package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.decroche.routing.Event;
import org.junit.jupiter.api.Test;

class AmiRehearsalTest {
  @Test
  void whatAsteriskReportsOfCallsIsReadAsItWillBe() {
    List<Event> read = new CopyOnWriteArrayList<>();
    AmiRehearsal.read(3, read::add);
    await().until(() -> read.size() == 15);
    assertThat(read)
        .hasOnlyElementsOfTypes(
            Event.PhoneRings.class,
            Event.CallAnswered.class,
            Event.PhoneHungUp.class,
            Event.PhoneReported.class);
  }
}
