package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.decroche.routing.agent.Phone;
import org.junit.jupiter.api.Test;

class FallbackMembersTest {
  private static final Phone ALICE = new Phone("alice1");
  private static final Phone KARIM = new Phone("karim1");
  private final List<String> sent = new ArrayList<>();
  private final FallbackMembers members = new FallbackMembers(action -> sent.add(name(action)));

  @Test
  void sendsOnlyWhatChanges() {
    members.set(ALICE, true);
    members.set(ALICE, true);
    members.set(KARIM, false);
    members.set(ALICE, false);
    members.set(ALICE, false);

    assertThat(sent).containsExactly("+PJSIP/alice1", "-PJSIP/alice1");
  }

  @Test
  void bringsWhatWasFoundInStep() {
    members.found(Set.of(ALICE));

    members.setAll(Set.of(KARIM));
    members.setAll(Set.of(KARIM));

    assertThat(sent).containsExactly("-PJSIP/alice1", "+PJSIP/karim1");
  }

  @Test
  void believesWhatIsFoundMoreThanWhatItSent() {
    members.set(ALICE, true);
    members.found(Set.of());

    members.set(ALICE, true);

    assertThat(sent).containsExactly("+PJSIP/alice1", "+PJSIP/alice1");
  }

  private static String name(ManagerAction action) {
    return switch (action) {
      case QueueAddAction add -> "+" + add.getInterface();
      case QueueRemoveAction remove -> "-" + remove.getInterface();
      default -> action.getAction();
    };
  }
}
