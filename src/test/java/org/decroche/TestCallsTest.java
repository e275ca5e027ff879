package org.decroche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.decroche.asterisk.ami.Ami;
import org.decroche.engine.Floors;
import org.decroche.routing.Floor;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.HouseSettings;
import org.decroche.store.StoredTestCalls;
import org.junit.jupiter.api.Test;

class TestCallsTest {
  private static final FrontDoor DOOR =
      new FrontDoor(
          new FrontDoorId(1),
          "Help",
          new PhoneNumber("+33199000001"),
          "FR",
          new TeamId(1),
          "Care",
          Duration.ofSeconds(20));

  private final Ami ami = mock(Ami.class);
  private final StoredTestCalls record = mock(StoredTestCalls.class);
  private final List<Runnable> begun = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-26T11:00:00Z");

  private TestCalls calls() {
    Floors floors = mock(Floors.class);
    when(floors.current()).thenReturn(new Floor(List.of(DOOR), List.of()));
    HouseSettings house = mock(HouseSettings.class);
    when(house.testCallSeconds()).thenReturn(60);
    ExecutorService blocking = mock(ExecutorService.class);
    doAnswer(asked -> begun.add(asked.getArgument(0))).when(blocking).execute(any());
    Clock clock = mock(Clock.class);
    when(clock.instant()).then(asked -> now);
    when(clock.getZone()).thenReturn(ZoneOffset.UTC);
    return new TestCalls(ami, false, floors, house, record, () -> {}, blocking, clock);
  }

  @Test
  void oneThatIsDueWhileAnotherGoesOnIsLeftOut() {
    TestCalls calls = calls();
    when(ami.callOurselves(anyString(), any()))
        .then(
            asked -> {
              // Due again before the first has ended; run here, where a throw would be seen.
              now = now.plusSeconds(60);
              calls.run();
              begun.removeLast().run();
              return CompletableFuture.completedFuture(true);
            });
    now = now.plusSeconds(60);
    calls.run();

    begun.removeLast().run();

    assertThat(begun).isEmpty();
    verify(ami).callOurselves(anyString(), any());
  }

  @Test
  void oneThatCannotBeMadeIsFollowedByTheNext() {
    TestCalls calls = calls();
    when(ami.callOurselves(anyString(), any()))
        .thenThrow(new IllegalStateException("the link is closing"))
        .thenReturn(CompletableFuture.completedFuture(true));
    now = now.plusSeconds(60);
    calls.run();
    begun.removeLast().run();

    now = now.plusSeconds(60);
    calls.run();
    begun.removeLast().run();

    verify(ami, times(2)).callOurselves(anyString(), any());
    verify(record).note(eq(DOOR.id()), any(), eq(StoredTestCalls.Wanted.BY_ITSELF));
  }
}
