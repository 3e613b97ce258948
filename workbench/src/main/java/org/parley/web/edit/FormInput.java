package org.parley.web.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.shape.Shape;
import org.parley.model.date.Edtf;
import org.parley.model.text.Segment;
import org.parley.reading.dates.SaidDate;

/// Parses the input of a form. Blank fields and rows are left out; spoken dates are converted; all
/// else stays as typed.
final class FormInput {

  private static final int MOST_ROWS = 500;

  private final Map<String, List<String>> parameters;
  private final boolean isUnfinished;

  /// Input sent to be saved.
  FormInput(Map<String, List<String>> parameters) {
    this(parameters, false);
  }

  private FormInput(Map<String, List<String>> parameters, boolean isUnfinished) {
    this.parameters = parameters;
    this.isUnfinished = isUnfinished;
  }

  /// Unfinished input: a choice stays while its words are blank.
  static FormInput unfinished(Map<String, List<String>> parameters) {
    return new FormInput(parameters, true);
  }

  /// The record that was typed.
  FormValue.Keys record(Shape.Structure shape) {
    List<FormValue.Entry> entries = new ArrayList<>();
    for (Shape.Key key : shape.keys()) {
      FormValue value = value(key.shape(), key.name(), key.required());
      if (value != null && !isAbsence(key, value)) {
        entries.add(new FormValue.Entry(key.name(), value));
      }
    }
    return new FormValue.Keys(entries);
  }

  /// Whether a value says no more than its absence would.
  private static boolean isAbsence(Shape.Key key, FormValue value) {
    Object absent = key.absent();
    if (absent == null) {
      return false;
    }
    return switch (key.shape()) {
      case Shape.Word(_, Map<String, Object> values) ->
          value instanceof FormValue.Words(String text) && absent.equals(values.get(text));
      case Shape.Union union ->
          value instanceof FormValue.Words(String text)
              && union.member(text) != null
              && union.memberOf(absent).name().equals(text);
      default -> false;
    };
  }

  private String text(String name) {
    return raw(name).strip();
  }

  private String raw(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n");
  }

  private @Nullable FormValue value(Shape shape, String name, boolean required) {
    return switch (shape) {
      case Shape.Truth _ -> text(name).equals("true") ? new FormValue.Words("true") : null;
      case Shape.Many(Shape element) -> many(element, name);
      case Shape.Table(_, Shape each) -> table(each, name);
      case Shape.Localized _ when !indices(name).isEmpty() -> table(new Shape.Text(), name);
      case Shape.Structure structure -> {
        FormValue.Keys keys = structure(structure, name);
        yield keys.isBlank() && !required ? null : keys;
      }
      case Shape.Union union -> union(union, name);
      case Shape.Coded(Class<?> type, _) when type == Edtf.class -> date(text(name));
      default -> text(name).isEmpty() ? null : new FormValue.Words(text(name));
    };
  }

  private static @Nullable FormValue date(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return new FormValue.Words(SaidDate.of(text).toString());
    } catch (IllegalArgumentException e) {
      return new FormValue.Words(text);
    }
  }

  private FormValue.Keys structure(Shape.Structure structure, String name) {
    List<FormValue.Entry> entries = new ArrayList<>();
    for (Shape.Key key : structure.keys()) {
      FormValue value = value(key.shape(), name + "/" + key.name(), key.required() && hasAny(name));
      if (value != null && !isAbsence(key, value)) {
        entries.add(new FormValue.Entry(key.name(), value));
      }
    }
    return new FormValue.Keys(entries);
  }

  /// Whether something was typed below a name.
  private boolean hasAny(String name) {
    return parameters.entrySet().stream()
        .anyMatch(
            each ->
                each.getKey().startsWith(name + "/")
                    && each.getValue().stream().anyMatch(value -> !value.isBlank()));
  }

  private List<Integer> indices(String name) {
    TreeSet<Integer> indices = new TreeSet<>();
    String begin = name + "/";
    for (String each : parameters.keySet()) {
      if (each.startsWith(begin)) {
        int end = each.indexOf('/', begin.length());
        String index = each.substring(begin.length(), end < 0 ? each.length() : end);
        if (index.matches("\\d{1,4}")) {
          indices.add(Integer.parseInt(index));
        }
      }
    }
    return indices.stream().limit(MOST_ROWS).toList();
  }

  private @Nullable FormValue many(Shape element, String name) {
    List<FormValue> items = new ArrayList<>();
    if (element instanceof Shape.Word && parameters.containsKey(name)) {
      parameters.get(name).stream()
          .filter(each -> !each.isBlank())
          .forEach(each -> items.add(new FormValue.Words(each)));
    }
    for (int index : indices(name)) {
      FormValue item = value(element, name + "/" + index, false);
      if (item != null) {
        items.add(item);
      }
    }
    return items.isEmpty() ? null : new FormValue.Rows(items);
  }

  private @Nullable FormValue table(Shape each, String name) {
    List<FormValue.Entry> entries = new ArrayList<>();
    for (int index : indices(name)) {
      String key = text(name + "/" + index + "/k");
      FormValue value = value(each, name + "/" + index + "/v", false);
      if (!key.isEmpty() || value != null) {
        entries.add(new FormValue.Entry(key, value == null ? new FormValue.Words("") : value));
      }
    }
    return entries.isEmpty() ? null : new FormValue.Keys(entries);
  }

  private @Nullable FormValue union(Shape.Union union, String name) {
    String chosen = text(name);
    Shape.Member member = union.member(chosen);
    if (member == null) {
      return chosen.isEmpty() ? null : new FormValue.Words(chosen);
    }
    String below = name + "/" + chosen;
    return switch (member.form()) {
      case WORD -> new FormValue.Words(chosen);
      case BARE -> {
        // a piece of a text ends with the blank before the next
        String words = union.type() == Segment.class ? raw(below) : text(below);
        yield words.isBlank() && !isUnfinished ? null : new FormValue.Words(words);
      }
      case VALUE -> {
        FormValue value = value(member.structure().keys().getFirst().shape(), below, true);
        yield new FormValue.Keys(
            List.of(new FormValue.Entry(chosen, value == null ? new FormValue.Words("") : value)));
      }
      case MAP ->
          new FormValue.Keys(
              List.of(new FormValue.Entry(chosen, structure(member.structure(), below))));
    };
  }
}
