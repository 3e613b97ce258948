package org.parley.web.edit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.text.OptionId;
import org.parley.web.view.Say;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The display of a field's value: ids as links, choices and booleans in words, lists as lists, and
/// structures as labelled lines.
public sealed interface FieldDisplay {

  /// Words up to this length stand side by side.
  int SHORT = 30;

  /// A single value.
  record Words(String text) implements FieldDisplay {}

  /// Something in the case, by its title.
  record Named(String title, String address) implements FieldDisplay {}

  /// Several of a kind.
  record Several(List<FieldDisplay> items) implements FieldDisplay {
    public Several {
      items = List.copyOf(items);
    }
  }

  /// Parts with their labels.
  record Lines(List<Line> lines) implements FieldDisplay {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /// One part.
  record Line(String label, FieldDisplay value) {}

  /// Whether several of them stand in one line.
  private boolean isShort() {
    return this instanceof Words(String text) && text.length() <= SHORT;
  }

  /// Whether it takes more than a line.
  default boolean isBlock() {
    return this instanceof Lines
        || (this instanceof Several(List<FieldDisplay> items) && items.size() > 1);
  }

  /// Displays values of some shapes.
  final class DisplayMaker {

    private final CaseView view;
    private final FieldWording fields;

    DisplayMaker(CaseView view, FieldWording fields) {
      this.view = view;
      this.fields = fields;
    }

    FieldDisplay of(Shape shape, FormValue written) {
      return switch (written) {
        case FormValue.Words(String text) -> words(shape, text);
        case FormValue.Rows(List<FormValue> items) -> {
          Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
          List<FieldDisplay> shown = items.stream().map(item -> of(element, item)).toList();
          yield shown.size() == 1
              ? shown.getFirst()
              : shown.stream().allMatch(FieldDisplay::isShort)
                  ? new Words(
                      shown.stream().map(each -> ((Words) each).text).collect(joining(", ")))
                  : new Several(shown);
        }
        case FormValue.Keys(List<FormValue.Entry> entries) ->
            shape instanceof Shape.Many(Shape element)
                ? of(element, written)
                : lines(shape, entries);
      };
    }

    private FieldDisplay lines(Shape shape, List<FormValue.Entry> entries) {
      List<Line> lines = new ArrayList<>();
      for (FormValue.Entry entry : entries) {
        lines.add(
            entry.key().equals(FormVisibility.KEY)
                ? new Line(Say.text("form.seen-by"), readers(entry.value()))
                : line(shape, entry));
      }
      return new Lines(lines);
    }

    private Line line(Shape shape, FormValue.Entry entry) {
      return switch (shape) {
        case Shape.Structure structure -> {
          Shape.Key key = structure.key(entry.key());
          yield key == null
              ? plain(entry)
              : new Line(FormLayout.label(key), of(key.shape(), entry.value()));
        }
        case Shape.Localized _ when entry.value() instanceof FormValue.Words(String text) ->
            new Line(
                entry.key(), new Words(ForeignText.mark(text, entry.key(), Language.current())));
        case Shape.Table(Shape key, Shape value) ->
            new Line(title(key, entry.key()), of(value, entry.value()));
        case Shape.Union union -> {
          Shape.Member member = union.member(entry.key());
          yield member == null
              ? plain(entry)
              : new Line(
                  Say.sentence(FormLayout.choice(union.type(), entry.key())),
                  of(
                      member.form() == Shape.Form.VALUE
                          ? member.structure().keys().getFirst().shape()
                          : member.structure(),
                      entry.value()));
        }
        default -> plain(entry);
      };
    }

    private Line plain(FormValue.Entry entry) {
      return new Line(
          Say.sentence(RecordTitles.words(entry.key())), of(new Shape.Text(), entry.value()));
    }

    private FieldDisplay readers(FormValue value) {
      return new Words(
          FormVisibility.find(value)
              .map(each -> Say.readers(view, each))
              .orElseGet(() -> fields.text(value)));
    }

    private FieldDisplay words(Shape shape, String text) {
      return switch (shape) {
        case Shape.Many(Shape element) -> words(element, text);
        case Shape.Truth _ -> new Words(Say.text("form.yes", "yes", text.equals("true")));
        case Shape.Word(Class<?> type, _) -> new Words(Say.sentence(FormLayout.choice(type, text)));
        case Shape.Union union when union.member(text) != null ->
            new Words(Say.sentence(FormLayout.choice(union.type(), text)));
        case Shape.Text _, Shape.Localized _, Shape.Whole _ -> new Words(text);
        default -> named(shape, text);
      };
    }

    private FieldDisplay named(Shape shape, String text) {
      CaseRecord named = Completion.kinds(shape).isEmpty() ? null : view.find(text).orElse(null);
      return named == null
          ? new Words(fields.text(new FormValue.Words(text)))
          : new Named(title(shape, text), RecordTitles.place(named));
    }

    /// A key of the record itself by its label, as where something is assumed; else its words.
    private static String named(String key) {
      String label = "field." + key;
      return Messages.current().has(label)
          ? Say.text(label)
          : Say.sentence(RecordTitles.words(key));
    }

    /// The title of an id; an option without its point, which stands beside it.
    private String title(Shape key, String id) {
      String title = Completion.title(view, id);
      return title.isEmpty()
          ? named(id)
          : key.idType() == OptionId.class ? Completion.part(view, id) : title;
    }
  }
}
