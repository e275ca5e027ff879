package org.decroche.asterisk.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  /** The example of RFC 2617, 3.5. */
  @Test
  void isAnsweredAsInTheStandard() {
    String response =
        """
        SIP/2.0 401 Unauthorized\r
        WWW-Authenticate: Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"\r
        \r
        """;

    Challenge challenge = Challenge.in(response).orElseThrow();

    assertThat(challenge.opaque()).contains("5ccc069c403ebaf9f0171e9517f40e41");
    assertThat(
            challenge.answer(
                "Mufasa", "939e7578ed9e3c518a452acee763bce9", "GET", "/dir/index.html", "0a4f113b"))
        .startsWith("Digest username=\"Mufasa\"")
        .contains("response=\"6629fae49393a05397450978507c4ef1\"");
  }

  @Test
  void whatIsNoneIsNone() {
    assertThat(Challenge.in("SIP/2.0 200 OK\r\n\r\n")).isEmpty();
    assertThat(Challenge.in("WWW-Authenticate: Basic realm=\"x\"\r\n")).isEmpty();
    assertThat(Challenge.in("WWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n"))
        .isEqualTo(Optional.of(new Challenge("a", "b", Optional.empty())));
  }
}
