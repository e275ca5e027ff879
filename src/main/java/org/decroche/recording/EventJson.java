package org.decroche.recording;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.Event;
import org.decroche.routing.Limits;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;

/** The core's events as JSON, without anybody's name, number or words. */
public final class EventJson {
  private static final TypeReference<List<Decided>> DECISIONS = new TypeReference<>() {};

  private final ObjectMapper json =
      JsonMapper.builder()
          .annotationIntrospector(new SealedTypes())
          .addModules(new Jdk8Module(), new JavaTimeModule(), ours())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          // An older record may lack what a newer core takes, and a newer one may know more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(List.class, EventJson::noneWhenMissing)
          .withConfigOverride(Set.class, EventJson::noneWhenMissing)
          .withConfigOverride(Map.class, EventJson::noneWhenMissing)
          .build();

  /** Decisions hold the rule's name, which is nobody's word: nothing is left out of them. */
  private final ObjectMapper whole =
      JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule()).build();

  /** With the numbers' pseudonyms made anew. */
  public EventJson() {}

  public String write(Event event) {
    return written(() -> json.writerFor(Event.class).writeValueAsString(event));
  }

  public Event readEvent(String text) {
    return read(() -> json.readValue(text, Event.class));
  }

  private String write(List<Decided> decisions) {
    return written(() -> whole.writeValueAsString(decisions));
  }

  private List<Decided> readDecisions(String text) {
    return read(() -> whole.readValue(text, DECISIONS));
  }

  public String write(Limits limits) {
    return written(() -> whole.writeValueAsString(limits));
  }

  public Limits readLimits(String text) {
    return read(() -> whole.readValue(text, Limits.class));
  }

  /** The decisions of a recorded event. */
  public String writeDecisions(Recorded recorded) {
    return write(recorded.decisions());
  }

  /**
   * An event that was kept.
   *
   * @throws Unreadable when another version wrote it
   */
  public Recorded read(long seq, String event, String decisions) {
    return new Recorded(seq, readEvent(event), readDecisions(decisions));
  }

  private static void noneWhenMissing(MutableConfigOverride collection) {
    collection.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  private static SimpleModule ours() {
    SimpleModule ours = new SimpleModule();
    ours.setSerializerModifier(new Anonymous());
    ours.addSerializer(PhoneNumber.class, new Pseudonyms());
    ours.addKeySerializer(Phone.class, new PhoneKey());
    ours.addKeyDeserializer(Phone.class, new KeyPhone());
    return ours;
  }

  private interface Work<T> {
    T done() throws JsonProcessingException;
  }

  private static String written(Work<String> work) {
    try {
      return work.done();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("an event could not be written down", broken);
    }
  }

  private static <T> T read(Work<T> work) {
    try {
      return work.done();
    } catch (JsonProcessingException other) {
      throw new Unreadable(other);
    }
  }

  private static final class PhoneKey extends JsonSerializer<Phone> {
    @Override
    public void serialize(Phone phone, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(phone.name());
    }
  }

  private static final class KeyPhone extends KeyDeserializer {
    @Override
    public Object deserializeKey(String name, DeserializationContext context) {
      return new Phone(name);
    }
  }
}
