package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final String NAME = "org.decroche.demo.words";

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(ResourceBundle.getBundle(NAME, Locale.FRENCH).keySet())
        .isEqualTo(ResourceBundle.getBundle(NAME, Locale.ROOT).keySet());
  }

  @ParameterizedTest
  @CsvSource({"en", "fr"})
  void everySentenceTakesWhatItIsGiven(String language) {
    Words words = Words.of(Map.of("LANG", language));
    ResourceBundle.getBundle(NAME, Locale.ROOT)
        .keySet()
        .forEach(
            key ->
                assertThat(words.say(key, "a", "b", "c")).as(key).doesNotContain("{").isNotEmpty());
  }

  @Test
  void theLanguageIsThatOfTheSystem() {
    assertThat(Words.of(Map.of("LANG", "fr_FR.UTF-8")).say("ends")).isEqualTo("on raccroche");
    assertThat(Words.of(Map.of("LANG", "fr_FR", "LC_ALL", "C")).say("ends"))
        .isEqualTo("they hang up");
    assertThat(Words.of(Map.of()).say("ends")).isEqualTo("they hang up");
  }

  @Test
  void secondsAreWrittenAsTheLanguageWritesThem() {
    Duration time = Duration.ofMillis(1843);
    assertThat(Words.of(Map.of()).seconds(time)).isEqualTo("1.84 s");
    assertThat(Words.of(Map.of("LANG", "fr_CA")).seconds(time)).isEqualTo("1,84 s");
  }
}
