package org.decroche.recording;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The core's sealed types by the simple names of the records they permit. The core itself knows
 * nothing of JSON and carries no annotations.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
    return isSealed(type.getRawType())
        ? JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null)
        : super.findPolymorphicTypeInfo(config, type);
  }

  @Override
  public List<NamedType> findSubtypes(Annotated type) {
    return isSealed(type.getRawType())
        ? records(type.getRawType()).map(one -> new NamedType(one, one.getSimpleName())).toList()
        : super.findSubtypes(type);
  }

  @Override
  public String findTypeName(AnnotatedClass type) {
    return type.getRawType().isRecord()
        ? type.getRawType().getSimpleName()
        : super.findTypeName(type);
  }

  private static boolean isSealed(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }

  private static Stream<Class<?>> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(one -> one.isSealed() ? records(one) : Stream.of(one));
  }
}
