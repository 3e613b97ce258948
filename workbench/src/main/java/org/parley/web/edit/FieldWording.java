package org.parley.web.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.redline.Piece;
import org.parley.redline.WordDiff;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Words the fields of a record, and their changes.
public final class FieldWording {

  private final CaseView view;
  private final RecordForm form;

  public FieldWording(CaseView view, RecordForm form) {
    this.view = view;
    this.form = form;
  }

  /// The label of a field: "Options, p14-stand, title".
  public String label(List<String> path) {
    List<String> labels = new ArrayList<>();
    Shape shape = form.shape();
    for (String name : path) {
      Below below = below(shape, name);
      labels.add(below.label);
      shape = below.shape;
    }
    return labels.isEmpty() ? Say.text("form.the-record") : Say.sentence(String.join(", ", labels));
  }

  /// The shape below a name of a path, and the label of that.
  private record Below(String label, Shape shape) {}

  private Below below(Shape shape, String name) {
    return switch (shape) {
      case Shape.Structure structure -> {
        Shape.Key key = structure.key(name);
        yield key == null ? plain(name) : new Below(FormLayout.label(key), key.shape());
      }
      case Shape.Many(Shape element) -> new Below(name, element);
      case Shape.Table(_, Shape value) -> {
        String title = Completion.title(view, name);
        yield new Below(title.isEmpty() ? name : title, value);
      }
      case Shape.Union union -> {
        Shape.Member member = union.member(name);
        yield member == null
            ? plain(name)
            : new Below(
                FormLayout.choice(union.type(), name),
                member.form() == Shape.Form.VALUE
                    ? member.structure().keys().getFirst().shape()
                    : member.structure());
      }
      default -> plain(name);
    };
  }

  private static Below plain(String name) {
    return new Below(name, new Shape.Text());
  }

  /// A single value in words: ids with their titles, dates in words.
  public String text(@Nullable FormValue written) {
    return text(new Shape.Text(), written);
  }

  private String text(Shape shape, @Nullable FormValue written) {
    return switch (written) {
      case null -> "";
      case FormValue.Words(String text) -> words(shape, text);
      case FormValue.Rows(List<FormValue> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        yield items.stream()
            .map(each -> text(element, each))
            .collect(Collectors.joining(Say.text("semicolon")));
      }
      case FormValue.Keys(List<FormValue.Entry> entries) -> {
        Shape whole = shape instanceof Shape.Many(Shape each) ? each : shape;
        yield entries.stream()
            .map(
                entry ->
                    isVisibility(entry.key())
                        ? Say.text("form.seen-by-short", "readers", readers(entry.value()))
                        : entry(below(whole, entry.key()), entry))
            .collect(Collectors.joining(", "));
      }
    };
  }

  private String entry(Below below, FormValue.Entry entry) {
    return name(below, entry.key()) + Say.text("colon") + text(below.shape, entry.value());
  }

  /// The name of a part. In English, that of the text form.
  private String name(Below below, String key) {
    String title = Completion.title(view, key);
    if (!title.isEmpty()) {
      return title;
    }
    return isAsWritten() || below.label.equals(key) ? RecordTitles.words(key) : lower(below.label);
  }

  /// Whether words of the text form are said as they are written: in the language it is in.
  private static boolean isAsWritten() {
    return Language.current() == Language.ENGLISH;
  }

  private static String lower(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  private String words(Shape shape, String text) {
    String title = Completion.title(view, text);
    if (!title.isEmpty()) {
      return title;
    }
    if (text.matches("[0-9./~?%XTZ:+-]{7,60}") && text.matches(".*\\d{4}-\\d{2}.*")) {
      try {
        return Say.date(Edtf.of(text));
      } catch (IllegalArgumentException e) {
        return text;
      }
    }
    return isAsWritten() ? text : spoken(shape, text);
  }

  private static String spoken(Shape shape, String text) {
    return switch (shape) {
      case Shape.Many(Shape element) -> spoken(element, text);
      case Shape.Word(Class<?> type, Map<String, Object> values) when values.containsKey(text) ->
          FormLayout.choice(type, text);
      case Shape.Union union when union.member(text) != null ->
          FormLayout.choice(union.type(), text);
      case Shape.Truth _ -> Say.text("form.yes-short", "yes", text.equals("true"));
      default -> text;
    };
  }

  /// The value of a field of an existing record, in words; null if it is empty and that means
  /// nothing.
  public @Nullable String text(List<String> path, @Nullable FormValue written) {
    return !path.isEmpty() && isVisibility(path.getLast())
        ? readers(written)
        : written == null ? null : text(shape(path), written);
  }

  private Shape shape(List<String> path) {
    Shape shape = form.shape();
    for (String name : path) {
      shape = below(shape, name).shape;
    }
    return shape;
  }

  private static boolean isVisibility(String key) {
    return key.equals(FormVisibility.KEY);
  }

  private String readers(@Nullable FormValue written) {
    return FormVisibility.find(written)
        .map(each -> Say.readers(view, each))
        .orElseGet(() -> text(written));
  }

  /// The words removed and added between two versions.
  ///
  /// @param stands whether the record exists in both
  public List<Piece> changes(Difference difference, boolean stands) {
    return WordDiff.between(
        side(difference.path(), difference.before(), stands),
        side(difference.path(), difference.after(), stands));
  }

  private String side(List<String> path, @Nullable FormValue written, boolean stands) {
    return written == null && !stands ? "" : Objects.requireNonNullElse(text(path, written), "");
  }
}
