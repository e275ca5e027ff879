package org.decroche.asterisk.ami;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.decroche.routing.agent.Phone;

/**
 * Who is in the queue Asterisk falls back on, as far as we know. Sends only differences; adding one
 * who is there, or removing one who is not, is refused by Asterisk and does no harm. Members that
 * are no phones of ours are left alone. Not thread-safe.
 */
final class FallbackMembers {
  static final String QUEUE = "everyone";

  private final Set<Phone> present = new HashSet<>();
  private final Consumer<ManagerAction> send;

  FallbackMembers(Consumer<ManagerAction> send) {
    this.send = send;
  }

  /** What a look at Asterisk found. */
  void found(Set<Phone> phones) {
    present.clear();
    present.addAll(phones);
  }

  /** Who is in it, as far as we know. */
  Set<Phone> present() {
    return Set.copyOf(present);
  }

  void set(Phone phone, boolean member) {
    if (member && present.add(phone)) {
      send.accept(addition(phone));
    } else if (!member && present.remove(phone)) {
      send.accept(new QueueRemoveAction(QUEUE, Devices.name(phone)));
    }
  }

  void setAll(Set<Phone> phones) {
    Set<Phone> gone = new HashSet<>(present);
    gone.removeAll(phones);
    gone.forEach(phone -> set(phone, false));
    phones.forEach(phone -> set(phone, true));
  }

  private static QueueAddAction addition(Phone phone) {
    QueueAddAction add = new QueueAddAction(QUEUE, Devices.name(phone));
    add.setMemberName(phone.name());
    add.setStateInterface(Devices.name(phone));
    return add;
  }
}
