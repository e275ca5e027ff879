package org.decroche.web.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private static final List<Guesses.Key> ALICE =
      List.of(new Guesses.Key(Guesses.Of.LOGIN, "alice"));

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final Guesses guesses = new Guesses(() -> now);

  private void waits(List<Guesses.Key> keys, long seconds) {
    assertThatThrownBy(() -> guesses.guess(keys))
        .asInstanceOf(type(TooManyGuesses.class))
        .extracting(TooManyGuesses::seconds)
        .isEqualTo(seconds);
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }

  private void wrong(List<Guesses.Key> keys, int times) {
    for (int i = 0; i < times; i++) {
      guesses.guess(keys);
    }
  }

  @Test
  void aFewAreFreeThenEachWaitIsTwiceTheLastUpToAMost() {
    wrong(ALICE, 5);
    for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
      waits(ALICE, seconds);
      passes(Duration.ofSeconds(seconds));
      guesses.guess(ALICE);
    }
  }

  @Test
  void triesThatComeTooEarlyMakeNobodyWaitLonger() {
    wrong(ALICE, 5);
    for (int i = 0; i < 100; i++) {
      waits(ALICE, 1);
    }
    passes(Duration.ofSeconds(1));
    assertThatCode(() -> guesses.guess(ALICE)).doesNotThrowAnyException();
  }

  @Test
  void manyAtOnceCountLikeManyOneAfterTheOther() {
    List<Guesses.Key> code = List.of(new Guesses.Key(Guesses.Of.CODE, "7"));
    wrong(code, 5);
    waits(code, 1);
  }

  @Test
  void whatIsRightIsTakenBackAndWhatOthersGuessedStays() {
    wrong(ALICE, 4);
    guesses.guess(ALICE);
    guesses.right(ALICE);
    guesses.guess(ALICE);
    waits(ALICE, 1);
  }

  @Test
  void aKnownBrowserStartsAnewAfterARightOne() {
    List<Guesses.Key> known = List.of(new Guesses.Key(Guesses.Of.DEVICE, "a"));
    wrong(known, 10);
    passes(Duration.ofSeconds(1));
    guesses.guess(known);
    guesses.right(known);
    wrong(known, 10);
    waits(known, 1);
  }

  @Test
  void oneThingThatWaitsIsEnough() {
    Guesses.Key office = new Guesses.Key(Guesses.Of.ADDRESS, "192.0.2.1");
    wrong(List.of(office), 30);
    waits(List.of(office, new Guesses.Key(Guesses.Of.LOGIN, "bob")), 1);
    assertThatCode(() -> guesses.guess(List.of(new Guesses.Key(Guesses.Of.LOGIN, "bob"))))
        .doesNotThrowAnyException();
  }

  @Test
  void afterAnHourWithoutAnyItIsForgotten() {
    wrong(ALICE, 5);
    passes(Duration.ofSeconds(1));
    guesses.guess(ALICE);
    passes(Duration.ofMinutes(61));
    wrong(ALICE, 5);
    waits(ALICE, 1);
  }

  @Test
  void endlessNamesTakeNoEndlessMemory() {
    for (int i = 0; i < 50_000; i++) {
      guesses.guess(List.of(new Guesses.Key(Guesses.Of.LOGIN, "login" + i)));
    }
    // The oldest were let go: nothing is left of the first.
    wrong(List.of(new Guesses.Key(Guesses.Of.LOGIN, "login1")), 5);
  }

  @Test
  void whatCouldNotBeLookedAtIsNoGuessAndMakesNobodyWait() {
    wrong(ALICE, 5);
    passes(Duration.ofSeconds(1));
    wrong(ALICE, 1);
    passes(Duration.ofSeconds(2));

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> guesses.guess(ALICE, GuessesTest::busy))
          .isInstanceOf(SignInsBusy.class);
    }

    guesses.guess(ALICE);
    waits(ALICE, 4); // as after seven
  }

  @Test
  void whatCouldNotBeLookedAtForgivesNothing() {
    List<Guesses.Key> known = List.of(new Guesses.Key(Guesses.Of.DEVICE, "a"));
    wrong(known, 9);
    assertThatThrownBy(() -> guesses.guess(known, GuessesTest::busy))
        .isInstanceOf(SignInsBusy.class);

    guesses.guess(known);

    waits(known, 1);
  }

  private static boolean busy() {
    throw new SignInsBusy();
  }
}
