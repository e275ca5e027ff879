package org.decroche.asterisk.ami;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.util.ReflectionUtil;

/**
 * Stands in front of everything that is sent. asterisk-java writes fields as they are, so a line
 * end in one would be a second action, and a comma or an ampersand a second phone.
 */
final class Guard {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._@;:+-]{0,160}");

  private Guard() {}

  /**
   * Lets an action pass whose every text is plain.
   *
   * @throws IllegalArgumentException otherwise, naming the field and not repeating the text
   */
  static void check(ManagerAction action) {
    for (Map.Entry<String, Method> field :
        ReflectionUtil.getGetters(action.getClass()).entrySet()) {
      if (!plain(value(field.getValue(), action))) {
        throw new IllegalArgumentException(
            "refused to send "
                + action.getClass().getSimpleName()
                + " to Asterisk: its "
                + field.getKey()
                + " holds a character that does not belong there");
      }
    }
  }

  private static boolean plain(Object value) {
    return switch (value) {
      case CharSequence text -> PLAIN.matcher(text).matches();
      case Map<?, ?> map -> plain(map.keySet()) && plain(map.values());
      case Iterable<?> several ->
          StreamSupport.stream(several.spliterator(), false).allMatch(Guard::plain);
      default -> true;
    };
  }

  private static Object value(Method getter, ManagerAction action) {
    try {
      Object value = getter.invoke(action);
      return value == null ? "" : value;
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalArgumentException("cannot read an action before it is sent", unreadable);
    }
  }
}
