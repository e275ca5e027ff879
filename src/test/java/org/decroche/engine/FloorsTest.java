package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final Floor SAVED =
      new Floor(
          List.of(),
          List.of(
              new AgentProfile(
                  new AgentId(1),
                  "Alice",
                  new Phone("alice1"),
                  Set.of(),
                  Availability.READY,
                  Instant.EPOCH)));

  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final Floors floors =
      new Floors(this::store, told::add, blocking, InstantSource.fixed(Instant.EPOCH));

  @AfterEach
  void stop() {
    blocking.shutdownNow();
  }

  @Test
  void aChangeSavedJustBeforeTheStoreWentAwayReachesTheCoreWhenItIsBack() {
    failures.set(2);

    floors.reload();

    await()
        .untilAsserted(
            () -> assertThat(told).containsExactly(new Event.FloorChanged(Instant.EPOCH, SAVED)));
    assertThat(floors.current()).isEqualTo(SAVED);
    assertThat(asked).hasValue(3);
  }

  @Test
  void aSavedChangeIsWithTheCoreBeforeAnybodyIsToldThatItIsSaved() {
    floors.reload();

    assertThat(told).containsExactly(new Event.FloorChanged(Instant.EPOCH, SAVED));
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsSaidSo() {
    failures.set(1);

    assertThatThrownBy(floors::load).hasMessage("away");
    assertThat(floors.loaded()).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void onceLoadedItSaysSo() {
    floors.load();

    assertThat(floors.loaded()).isTrue();
  }

  private Floor store() {
    asked.incrementAndGet();
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("away");
    }
    return SAVED;
  }
}
