package org.parley.web.edit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.parley.casefile.form.Written;
import org.parley.casefile.form.WrittenVisibility;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.text.OptionId;
import org.parley.web.view.Say;

/// What is written in a field, as a reader sees it: ids as links to what they name, choices and
/// truths in words, lists as lists, and what has parts as labelled lines.
public sealed interface Shown {

  /// Words up to this length stand beside each other.
  int SHORT = 30;

  /// A single value.
  record Words(String text) implements Shown {}

  /// Something in the case, by its title.
  record Named(String title, String address) implements Shown {}

  /// Several of a kind.
  record Several(List<Shown> items) implements Shown {
    public Several {
      items = List.copyOf(items);
    }
  }

  /// Parts, each with what it is called.
  record Lines(List<Line> lines) implements Shown {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /// One part.
  record Line(String label, Shown value) {}

  /// Whether several of them stand in one line.
  private boolean isShort() {
    return this instanceof Words(String text) && text.length() <= SHORT;
  }

  /// Whether it takes more than a line.
  default boolean isBlock() {
    return this instanceof Lines
        || (this instanceof Several(List<Shown> items) && items.size() > 1);
  }

  /// Shows what is written in values of some shapes.
  final class Reader {

    private final CaseView view;
    private final Fields fields;

    Reader(CaseView view, Fields fields) {
      this.view = view;
      this.fields = fields;
    }

    Shown of(Shape shape, Written written) {
      return switch (written) {
        case Written.Words(String text) -> words(shape, text);
        case Written.Rows(List<Written> items) -> {
          Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
          List<Shown> shown = items.stream().map(item -> of(element, item)).toList();
          yield shown.size() == 1
              ? shown.getFirst()
              : shown.stream().allMatch(Shown::isShort)
                  ? new Words(
                      shown.stream().map(each -> ((Words) each).text).collect(joining(", ")))
                  : new Several(shown);
        }
        case Written.Keys(List<Written.Entry> entries) ->
            shape instanceof Shape.Many(Shape element)
                ? of(element, written)
                : lines(shape, entries);
      };
    }

    private Shown lines(Shape shape, List<Written.Entry> entries) {
      List<Line> lines = new ArrayList<>();
      for (Written.Entry entry : entries) {
        lines.add(
            entry.key().equals(WrittenVisibility.KEY)
                ? new Line("Seen by", readers(entry.value()))
                : line(shape, entry));
      }
      return new Lines(lines);
    }

    private Line line(Shape shape, Written.Entry entry) {
      return switch (shape) {
        case Shape.Structure structure -> {
          Shape.Key key = structure.key(entry.key());
          yield key == null
              ? plain(entry)
              : new Line(Layout.label(key), of(key.shape(), entry.value()));
        }
        case Shape.Localized _ -> new Line(entry.key(), of(new Shape.Text(), entry.value()));
        case Shape.Table(Shape key, Shape value) ->
            new Line(title(key, entry.key()), of(value, entry.value()));
        case Shape.Union union -> {
          Shape.Member member = union.member(entry.key());
          yield member == null
              ? plain(entry)
              : new Line(
                  Layout.choice(union, entry.key()),
                  of(
                      member.form() == Shape.Form.VALUE
                          ? member.structure().keys().getFirst().shape()
                          : member.structure(),
                      entry.value()));
        }
        default -> plain(entry);
      };
    }

    private Line plain(Written.Entry entry) {
      return new Line(Say.sentence(Titles.words(entry.key())), of(new Shape.Text(), entry.value()));
    }

    private Shown readers(Written value) {
      return new Words(
          WrittenVisibility.find(value)
              .map(each -> Say.readers(view, each))
              .orElseGet(() -> fields.text(value)));
    }

    private Shown words(Shape shape, String text) {
      return switch (shape) {
        case Shape.Many(Shape element) -> words(element, text);
        case Shape.Truth _ -> new Words(text.equals("true") ? "Yes" : "No");
        case Shape.Word _ -> new Words(Say.sentence(Titles.words(text)));
        case Shape.Union union when union.member(text) != null ->
            new Words(Layout.choice(union, text));
        case Shape.Text _, Shape.Localized _, Shape.Whole _ -> new Words(text);
        default -> named(shape, text);
      };
    }

    private Shown named(Shape shape, String text) {
      CaseRecord named = Completion.kinds(shape).isEmpty() ? null : view.find(text).orElse(null);
      return named == null
          ? new Words(fields.text(new Written.Words(text)))
          : new Named(title(shape, text), Titles.place(named));
    }

    /// What an id names; an option by its own title, since its point stands beside it.
    private String title(Shape key, String id) {
      String title = Completion.title(view, id);
      return title.isEmpty()
          ? Say.sentence(Titles.words(id))
          : key.idType() == OptionId.class ? Completion.part(view, id) : title;
    }
  }
}
