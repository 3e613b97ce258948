package org.parley.web.edit;

import java.util.ArrayList;
import java.util.List;
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
    for (String step : path) {
      switch (shape) {
        case Shape.Structure structure -> {
          Shape.Key key = structure.key(step);
          labels.add(key == null ? step : FormLayout.label(key));
          shape = key == null ? new Shape.Text() : key.shape();
        }
        case Shape.Many(Shape element) -> {
          labels.add(step);
          shape = element;
        }
        case Shape.Table(_, Shape value) -> {
          String title = Completion.title(view, step);
          labels.add(title.isEmpty() ? step : title);
          shape = value;
        }
        case Shape.Union union -> {
          Shape.Member member = union.member(step);
          if (member == null) {
            labels.add(step);
            shape = new Shape.Text();
          } else {
            labels.add(RecordTitles.words(step));
            shape =
                member.form() == Shape.Form.VALUE
                    ? member.structure().keys().getFirst().shape()
                    : member.structure();
          }
        }
        default -> labels.add(step);
      }
    }
    return labels.isEmpty() ? "The record" : Say.sentence(String.join(", ", labels));
  }

  /// A value in words: ids with their titles, dates in words.
  public String text(@Nullable FormValue written) {
    return switch (written) {
      case null -> "";
      case FormValue.Words(String text) -> words(text);
      case FormValue.Rows(List<FormValue> items) ->
          items.stream().map(this::text).collect(Collectors.joining("; "));
      case FormValue.Keys(List<FormValue.Entry> entries) ->
          entries.stream()
              .map(
                  entry ->
                      isVisibility(entry.key())
                          ? "seen by " + readers(entry.value())
                          : name(entry.key()) + ": " + text(entry.value()))
              .collect(Collectors.joining(", "));
    };
  }

  private String name(String key) {
    String title = Completion.title(view, key);
    return title.isEmpty() ? RecordTitles.words(key) : title;
  }

  private String words(String text) {
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
    return text;
  }

  /// The value of a field of an existing record, in words; null if it is empty and that means
  /// nothing.
  public @Nullable String text(List<String> path, @Nullable FormValue written) {
    return !path.isEmpty() && isVisibility(path.getLast())
        ? readers(written)
        : written == null ? null : text(written);
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
