package org.parley.answer;

import java.lang.reflect.Field;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.exact.Rational;
import org.parley.model.Id;
import org.parley.model.claim.Probability;
import org.parley.model.date.Edtf;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.Subject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Writes answers as JSON.
/// - A record is an object of its components, in order; without a value, a key is left out.
/// - A constant is its name in lower case with hyphens.
/// - Ids, dates, fractions and numbers that JSON readers may cut off are texts.
public final class AnswerJson {

  /// Types that are written as the text that their `toString` gives.
  private static final List<Class<?>> TEXTS =
      List.of(
          Id.class,
          Subject.class,
          Worth.class,
          Amount.class,
          Probability.class,
          Rational.class,
          BigInteger.class,
          Edtf.class);

  /// The words of the constants of an enum, by name.
  private static final ClassValue<Map<String, String>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, String> computeValue(Class<?> type) {
          return Arrays.stream(type.getFields())
              .filter(Field::isEnumConstant)
              .collect(Collectors.toMap(Field::getName, AnswerJson::word));
        }
      };

  private static final JsonMapper MAPPER = JsonMapper.builder().addModule(module()).build();

  private AnswerJson() {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Record.class, new OfRecord());
    module.addSerializer(Enum.class, new OfConstant());
    TEXTS.forEach(each -> module.addSerializer(each, ToStringSerializer.instance));
    return module;
  }

  /// Whether values of a type are written as texts.
  public static boolean isText(Class<?> type) {
    return type == String.class || TEXTS.stream().anyMatch(each -> each.isAssignableFrom(type));
  }

  private static String word(Field constant) {
    JsonKey key = constant.getAnnotation(JsonKey.class);
    String name = constant.getName();
    return key != null
        ? key.value()
        : name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A constant as it is written.
  public static String word(Enum<?> constant) {
    return Objects.requireNonNull(WORDS.get(constant.getDeclaringClass()).get(constant.name()));
  }

  /// The same map with keys as they are written.
  public static <V> Map<String, V> byWord(Map<?, V> map) {
    Map<String, V> words = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> words.put(key instanceof Enum<?> each ? word(each) : "" + key, value));
    return words;
  }

  public static byte[] bytes(Object answer) {
    return MAPPER.writeValueAsBytes(answer);
  }

  /// An answer on one line.
  public static String line(Object answer) {
    return MAPPER.writeValueAsString(answer);
  }

  /// An answer in lines.
  public static String pretty(Object answer) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  public static JsonNode tree(Object answer) {
    return MAPPER.valueToTree(answer);
  }

  private static final class OfRecord extends ValueSerializer<Record> {
    @Override
    public void serialize(Record answer, JsonGenerator out, SerializationContext context) {
      if (isText(answer.getClass())) {
        out.writeString(answer.toString());
        return;
      }
      out.writeStartObject(answer);
      keys(answer, out, context);
      out.writeEndObject();
    }

    private static void keys(Object answer, JsonGenerator out, SerializationContext context) {
      for (AnswerComponent each : AnswerComponent.list(answer.getClass())) {
        Object value = each.of(answer);
        if (value == null && !each.isNull()) {
          continue;
        }
        if (value != null && each.isInline()) {
          keys(value, out, context);
        } else {
          out.writeName(each.key());
          context.writeValue(out, value);
        }
      }
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OfConstant extends ValueSerializer<Enum> {
    @Override
    public void serialize(Enum constant, JsonGenerator out, SerializationContext context) {
      out.writeString(word(constant));
    }
  }
}
