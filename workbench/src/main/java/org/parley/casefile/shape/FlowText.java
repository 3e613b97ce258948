package org.parley.casefile.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.casefile.yaml.YamlScalars;
import org.parley.model.LocalizedText;

/// Writes values of the model as YAML on one line, following their [Shape]: in brackets and braces.
public final class FlowText {

  private FlowText() {}

  /// A value on one line; a list of one single value is that value. `inside` is true within
  /// brackets or braces.
  public static String of(Shape shape, Object value, boolean inside) {
    return switch (shape) {
      case Shape.Many(Shape element) -> {
        List<?> list = (List<?>) value;
        if (list.size() == 1 && element.isScalar()) {
          yield of(element, list.getFirst(), inside);
        }
        List<String> items = new ArrayList<>();
        list.forEach(each -> items.add(of(element, each, true)));
        yield "[" + String.join(", ", items) + "]";
      }
      case Shape.Table(Shape key, Shape each) -> {
        List<String> entries = new ArrayList<>();
        ((Map<?, ?>) value)
            .forEach((k, v) -> entries.add(of(key, k, true) + ": " + of(each, v, true)));
        yield "{" + String.join(", ", entries) + "}";
      }
      case Shape.Localized _ -> {
        LocalizedText text = (LocalizedText) value;
        yield of(Shape.Localized.of(text), Shape.Localized.written(text), inside);
      }
      case Shape.Structure structure -> structure(structure, value);
      case Shape.Union union -> {
        Shape.Member member = union.memberOf(value);
        yield switch (member.form()) {
          case WORD -> member.name();
          case BARE -> YamlScalars.inline(only(member, value).toString(), inside);
          case VALUE ->
              "{"
                  + member.name()
                  + ": "
                  + of(member.structure().keys().getFirst().shape(), only(member, value), true)
                  + "}";
          case MAP -> "{" + member.name() + ": " + structure(member.structure(), value) + "}";
        };
      }
      case Shape.Truth _, Shape.Whole _ -> value.toString();
      case Shape.Text _, Shape.Word _, Shape.Coded _, Shape.Reference _ ->
          YamlScalars.inline(RecordText.text(shape, value), inside);
    };
  }

  /// The only component of a member.
  public static Object only(Shape.Member member, Object value) {
    return Objects.requireNonNull(member.structure().keys().getFirst().of(value));
  }

  private static String structure(Shape.Structure shape, Object record) {
    List<String> entries = new ArrayList<>();
    for (Shape.Key key : shape.keys()) {
      Object value = key.of(record);
      if (value != null && !value.equals(key.absent())) {
        entries.add(key.name() + ": " + of(key.shape(), value, true));
      }
    }
    return "{" + String.join(", ", entries) + "}";
  }
}
