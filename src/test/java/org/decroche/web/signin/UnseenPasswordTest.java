package org.decroche.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Agents;
import org.decroche.store.Agents.Credentials;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.KnownDevices;
import org.decroche.store.OwnAccount;
import org.decroche.store.Sessions;
import org.junit.jupiter.api.Test;

/** The store and the hashing are not there: nobody has guessed anything. */
class UnseenPasswordTest {
  private static final Client HERE = new Client("00", "", Optional.empty());

  private final Agents agents = mock(Agents.class);
  private final Passwords passwords = mock(Passwords.class);
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);
  private final SignIn signIn =
      new SignIn(
          agents,
          mock(OwnAccount.class),
          mock(Sessions.class),
          mock(KnownDevices.class),
          passwords,
          mock(SecondFactor.class),
          new Guesses(clock),
          Duration.ofHours(1),
          clock);

  @Test
  void whoCouldNotBeToldYesOrNoHasNotGuessed() {
    when(agents.credentials("alice"))
        .thenReturn(Optional.of(new Credentials(new AgentId(1), "hash", false, true)));
    when(passwords.matches(any(), any())).thenThrow(new SignInsBusy());
    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(() -> signIn.begin("alice", "right", null, HERE))
          .isInstanceOf(SignInsBusy.class);
    }
    when(agents.credentials("alice")).thenThrow(DatabaseUnavailable.class);
    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(() -> signIn.begin("alice", "right", null, HERE))
          .isInstanceOf(DatabaseUnavailable.class);
    }
  }

  @Test
  void whoCouldBeTold() {
    when(agents.credentials("alice")).thenReturn(Optional.empty());
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.begin("alice", "wrong", null, HERE)).isInstanceOf(SignIn.Tried.Wrong.class);
    }
    assertThatThrownBy(() -> signIn.begin("alice", "wrong", null, HERE))
        .isInstanceOf(TooManyGuesses.class);
  }
}
