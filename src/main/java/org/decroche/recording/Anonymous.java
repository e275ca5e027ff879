package org.decroche.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.List;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.door.FrontDoor;

/**
 * Leaves every text out but those that say which is which. A new text in the core is left out until
 * it is named here: forgetting it costs a detail, never somebody's name.
 */
final class Anonymous extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  /** Ids of calls, legs and channels; a front door's country; teams, for the reasons. */
  private static final Set<String> KEPT =
      Set.of("value", "channel", "phoneChannel", "line", "country", "teamName");

  /** Phones and doors are nobody. */
  private static final Set<Class<?>> NAMED = Set.of(Phone.class, FrontDoor.class);

  /** No blank: some texts must not be empty. */
  private static final String LEFT_OUT = "-";

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
    return properties.stream().map(property -> changed(bean, property)).toList();
  }

  /** What an agent is called here. */
  static String standIn(AgentId agent) {
    return "agent " + agent.value();
  }

  private static BeanPropertyWriter changed(BeanDescription bean, BeanPropertyWriter property) {
    boolean kept = KEPT.contains(property.getName()) || NAMED.contains(bean.getBeanClass());
    boolean text = property.getType().hasRawClass(String.class);
    if (kept || !(text || holdsTexts(property))) {
      return property;
    }
    return new Left(property, text);
  }

  private static boolean holdsTexts(BeanPropertyWriter property) {
    return property.getType().containedTypeCount() > 0
        && property.getType().containedType(0).hasRawClass(String.class);
  }

  private static final class Left extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;
    private final boolean text;

    Left(BeanPropertyWriter property, boolean text) {
      super(property);
      this.text = text;
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider)
        throws Exception {
      if (text) {
        json.writeStringField(
            getName(), bean instanceof AgentProfile agent ? standIn(agent.id()) : LEFT_OUT);
      } // several, or one that may be missing, are none
    }
  }
}
