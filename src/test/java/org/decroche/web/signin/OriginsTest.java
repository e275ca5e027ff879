package org.decroche.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins behindProxy = new Origins(Set.of(), true);

  /** Whose try it counts as, by the lines that came. */
  private String address(String... forwarded) {
    MultiMap lines = MultiMap.caseInsensitiveMultiMap();
    List.of(forwarded).forEach(line -> lines.add("X-Forwarded-For", line));
    HttpServerRequest request = mock(HttpServerRequest.class);
    when(request.headers()).thenReturn(lines);
    when(request.getHeader(anyString())).then(asked -> lines.get((String) asked.getArgument(0)));
    return behindProxy.client(request).address();
  }

  @Test
  void whatTheProxySawIsTheLastOfTheLastLine() {
    String seen = address("203.0.113.7");

    assertThat(address("198.51.100.1, 203.0.113.7")).isEqualTo(seen);
    assertThat(address("198.51.100.1", "203.0.113.7")).isEqualTo(seen);
    assertThat(address("198.51.100.1", "198.51.100.2,203.0.113.7")).isEqualTo(seen);
    assertThat(address("203.0.113.7", "198.51.100.1")).isNotEqualTo(seen);
  }

  @Test
  void anAddressIsTheSameHoweverItIsWritten() {
    assertThat(address("::ffff:203.0.113.7")).isEqualTo(address("203.0.113.7"));
    assertThat(address("::ffff:203.0.113.8")).isNotEqualTo(address("203.0.113.7"));
  }

  @Test
  void aHouseholdHasItsWholeNetwork() {
    assertThat(address("2001:db8:1:2::7")).isEqualTo(address("2001:db8:1:2:ffff::1"));
    assertThat(address("2001:db8:1:3::7")).isNotEqualTo(address("2001:db8:1:2::7"));
    assertThat(address("unknown")).isEmpty();
  }
}
