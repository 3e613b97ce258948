package org.parley.casefile.shape;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.casefile.yaml.YamlScalars;
import org.parley.model.LocalizedText;

/// Writes values of the model as YAML, by their [Shape]. Default values are left out. Short flat
/// values are on one line, in brackets; all others are on separate lines, indented by two.
public final class RecordText {

  private static final int WIDTH = 88;

  private RecordText() {}

  /// The lines of a record as a list item; the first begins with `- `, the others are indented
  /// below it.
  public static String item(Shape.Structure shape, Object record, int indent) {
    StringBuilder out = new StringBuilder();
    structure(out, shape, record, indent + 2);
    String pad = " ".repeat(indent);
    return out.isEmpty() ? pad + "- {}\n" : pad + "- " + out.substring(indent + 2);
  }

  /// The lines of a record as a map.
  public static void structure(
      StringBuilder out, Shape.Structure shape, Object record, int indent) {
    for (Shape.Key key : shape.keys()) {
      Object value = key.of(record);
      if (value != null && !Objects.equals(value, key.absent())) {
        out.append(" ".repeat(indent)).append(key.name()).append(':');
        value(out, key.shape(), value, indent);
      }
    }
  }

  /// The text after a key and its colon, up to the end of the last line; `indent` is that of the
  /// key.
  public static void value(StringBuilder out, Shape shape, Object value, int indent) {
    if (value instanceof LocalizedText text) {
      value(out, Shape.Localized.of(text), Shape.Localized.written(text), indent);
      return;
    }
    String pad = " ".repeat(indent + 2);
    if (shape instanceof Shape.Truth || shape instanceof Shape.Whole) {
      out.append(' ').append(value).append('\n');
      return;
    }
    if (shape.isScalar()) {
      scalarValue(out, text(shape, value), pad);
      return;
    }
    if (shape instanceof Shape.Structure structure) {
      int before = out.append('\n').length();
      structure(out, structure, value, indent + 2);
      if (out.length() == before) {
        out.setLength(before - 1);
        out.append(" {}\n");
      }
      return;
    }
    if (isFlat(shape, value)) {
      String line = FlowText.of(shape, value, false);
      if (line.length() + indent <= WIDTH) {
        out.append(' ').append(line).append('\n');
        return;
      }
    }
    switch (shape) {
      case Shape.Many(Shape element) -> {
        out.append('\n');
        for (Object each : (List<?>) value) {
          listItem(out, element, each, indent + 2);
        }
      }
      case Shape.Table(Shape key, Shape each) -> {
        out.append('\n');
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          out.append(pad).append(YamlScalars.inline(text(key, entry.getKey()), false)).append(':');
          value(out, each, entry.getValue(), indent + 2);
        }
      }
      case Shape.Union union -> {
        Shape.Member member = union.memberOf(value);
        switch (member.form()) {
          case BARE -> scalarValue(out, FlowText.only(member, value).toString(), pad);
          case WORD -> out.append(' ').append(member.name()).append('\n');
          case VALUE, MAP -> {
            out.append('\n').append(pad).append(member.name()).append(':');
            member(out, member, value, indent + 2);
          }
        }
      }
      default -> throw new IllegalStateException("no text for " + shape);
    }
  }

  private static void member(StringBuilder out, Shape.Member member, Object value, int indent) {
    if (member.form() == Shape.Form.MAP) {
      value(out, member.structure(), value, indent);
    } else {
      Shape.Key key = member.structure().keys().getFirst();
      value(out, key.shape(), FlowText.only(member, value), indent);
    }
  }

  /// One item of a list, on lines of its own.
  public static void listItem(StringBuilder out, Shape element, Object value, int indent) {
    String pad = " ".repeat(indent);
    if (element instanceof Shape.Structure structure) {
      out.append(item(structure, value, indent));
      return;
    }
    if (isFlat(element, value)) {
      String line = FlowText.of(element, value, false);
      if (line.length() + indent <= WIDTH) {
        out.append(pad).append("- ").append(line).append('\n');
        return;
      }
    }
    out.append(pad).append('-');
    Shape.Member member = element instanceof Shape.Union union ? union.memberOf(value) : null;
    if (member != null && (member.form() == Shape.Form.VALUE || member.form() == Shape.Form.MAP)) {
      out.append(' ').append(member.name()).append(':');
      member(out, member, value, indent + 2);
    } else {
      value(out, element, value, indent);
    }
  }

  private static void scalarValue(StringBuilder out, String text, String pad) {
    YamlScalars.block(text)
        .ifPresentOrElse(
            lines -> {
              out.append(' ').append(lines.getFirst()).append('\n');
              for (String line : lines.subList(1, lines.size())) {
                out.append(line.isEmpty() ? "" : pad + line).append('\n');
              }
            },
            () -> out.append(' ').append(YamlScalars.inline(text, false)).append('\n'));
  }

  /// Whether a value is readable on one line.
  private static boolean isFlat(Shape shape, Object value) {
    return switch (shape) {
      case Shape.Many(Shape element) -> element.isScalar() || ((List<?>) value).isEmpty();
      case Shape.Table(_, Shape each) -> each.isScalar() || ((Map<?, ?>) value).isEmpty();
      case Shape.Localized _ -> throw new IllegalStateException("written as a text or a table");
      case Shape.Union union -> {
        Shape.Member member = union.memberOf(value);
        yield member.form() == Shape.Form.WORD
            || (member.form() != Shape.Form.BARE
                && member.structure().keys().stream().allMatch(key -> key.shape().isScalar()));
      }
      case Shape.Structure _ -> false;
      default -> YamlScalars.block(text(shape, value)).isEmpty();
    };
  }

  /// A single value as text.
  public static String text(Shape shape, Object value) {
    Map<String, Object> words =
        switch (shape) {
          case Shape.Word(_, Map<String, Object> values) -> values;
          case Shape.Reference reference -> reference.words();
          default -> Map.of();
        };
    for (Map.Entry<String, Object> word : words.entrySet()) {
      if (word.getValue().equals(value)) {
        return word.getKey();
      }
    }
    return value.toString();
  }
}
