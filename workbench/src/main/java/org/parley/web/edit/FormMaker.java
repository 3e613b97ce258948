package org.parley.web.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.indicator.Series;
import org.parley.model.party.PartyRole;
import org.parley.model.place.Geometry;
import org.parley.reading.dates.SaidDate;
import org.parley.web.edit.FormField.Head;
import org.parley.web.edit.FormField.Line;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Builds the fields of a form from its values and faults.
final class FormMaker {

  private static final int LONGEST_TITLE = 60;

  private final CaseView view;
  private final List<FieldProblem> problems;
  private final String opened;
  private final boolean isNew;
  private final Map<String, List<String>> typed;

  /// @param opened the name of the list that gets another row, or of the text that gets
  ///   translations; empty for none
  /// @param isNew whether the record is new, so that its id can be chosen
  /// @param typed the input, to keep values of forms not chosen
  FormMaker(
      CaseView view,
      List<FieldProblem> problems,
      String opened,
      boolean isNew,
      Map<String, List<String>> typed) {
    this.view = view;
    this.problems = problems;
    this.opened = opened;
    this.isNew = isNew;
    this.typed = typed;
  }

  List<EditPage.Part> parts(String kind, Shape.Structure shape, FormValue.Keys written) {
    List<EditPage.Part> parts = new ArrayList<>();
    for (FormLayout.Section section : FormLayout.of(kind, shape)) {
      List<FormField> fields = new ArrayList<>();
      boolean filled = false;
      for (String name : section.keys()) {
        Shape.Key key = shape.key(name);
        if (key == null || name.equals(FormVisibility.KEY)) {
          continue; // The visibility stands beside the button.
        }
        FormValue value = written.get(name);
        boolean shown = !name.equals("id") || !isNew;
        filled |= value != null && shown && !name.equals("id");
        filled |=
            problems.stream()
                .anyMatch(p -> !p.path().isEmpty() && p.path().getFirst().equals(name));
        fields.add(field(key, List.of(name), List.of(name), value));
      }
      if (!fields.isEmpty()) {
        parts.add(new EditPage.Part(section.title(), section.folded() && !filled, fields));
      }
    }
    return parts;
  }

  private FormField field(
      Shape.Key key, List<String> path, List<String> name, @Nullable FormValue value) {
    boolean required = key.required() && !key.name().equals("id");
    boolean ownId = key.name().equals("id") && key.shape().idType() != null;
    if (ownId) {
      boolean stays = path.size() == 1 && !isNew;
      String hint = stays ? "" : Say.text("form.id-hint");
      Head head = head(path, name, FormLayout.label(key), hint, false);
      return new Line(head, words(value), stays ? "own-id" : "text", "", "");
    }
    Head head = head(path, name, FormLayout.label(key), FormLayout.hint(key), required);
    if (key.shape() instanceof Shape.Text && FormLayout.isLong(key)) {
      return new FormField.Area(head, words(value), "");
    }
    if (key.shape() instanceof Shape.Coded(Class<?> type, _) && type == Geometry.class) {
      return new FormField.Area(head, words(value), ".geojson,.json,application/geo+json");
    }
    if (key.shape() instanceof Shape.Coded(Class<?> type, _) && type == Series.class) {
      return new FormField.Area(head, words(value), "");
    }
    return field(key.shape(), head, path, name, value, key.absent());
  }

  private Head head(
      List<String> path, List<String> name, String label, String hint, boolean required) {
    return new Head(String.join("/", name), label, hint, required, problemsAt(path));
  }

  private List<String> problemsAt(List<String> path) {
    return problems.stream()
        .filter(p -> p.path().equals(path))
        .map(FieldProblem::sentence)
        .toList();
  }

  private static String words(@Nullable FormValue value) {
    return value instanceof FormValue.Words(String text) ? text : "";
  }

  private FormField field(
      Shape shape,
      Head head,
      List<String> path,
      List<String> name,
      @Nullable FormValue value,
      @Nullable Object absent) {
    return switch (shape) {
      case Shape.Text _ -> new Line(head, words(value), "text", "", "");
      case Shape.Whole _ -> new Line(head, words(value), "number", "", "");
      case Shape.Truth _ -> new FormField.Tick(head, words(value).equals("true"));
      case Shape.Word(Class<?> type, Map<String, Object> values) ->
          new FormField.Pick(head, words(value), choices(type, values, head.required(), absent));
      case Shape.Coded(Class<?> type, _) -> coded(shape, type, head, words(value));
      case Shape.Reference _ -> reference(shape, head, words(value));
      case Shape.Many(Shape element) -> many(element, head, path, name, value);
      case Shape.Table(Shape key, Shape each) ->
          pairs(
              key,
              each,
              key instanceof Shape.Text ? Say.text("form.of-what") : singular(key),
              head,
              path,
              name,
              value);
      case Shape.Localized _ -> localized(head, path, name, value);
      case Shape.Structure structure ->
          new FormField.Group(head, parts(structure, path, name, value));
      case Shape.Union union -> either(union, head, path, name, value, absent);
    };
  }

  private FormField localized(
      Head head, List<String> path, List<String> name, @Nullable FormValue value) {
    boolean isTranslated = value instanceof FormValue.Keys;
    if (!isTranslated && !opened.equals(head.name())) {
      return new FormField.Translatable(new Line(head, words(value), "text", "", ""));
    }
    // of a plain text the language is not known
    FormValue texts =
        isTranslated
            ? value
            : new FormValue.Keys(
                List.of(new FormValue.Entry("", new FormValue.Words(words(value)))));
    return pairs(
        new Shape.Text(), new Shape.Text(), Say.text("form.language"), head, path, name, texts);
  }

  private Line coded(Shape shape, Class<?> type, Head head, String text) {
    if (type == Edtf.class) {
      return new Line(head, text, "date", "", dateInWords(text));
    }
    return shape.idType() != null
        ? reference(shape, head, text)
        : new Line(head, text, "text", "", "");
  }

  private Line reference(Shape shape, Head head, String text) {
    String kinds = Completion.kinds(shape);
    return new Line(
        head,
        text,
        "id",
        kinds,
        text.isEmpty() ? "" : Completion.title(view, text),
        inPlace(head.name(), NewInPlace.kinds(kinds)));
  }

  /// The new record that a reference may make. One that is itself made in place makes no other.
  private FormField.@Nullable InPlace inPlace(String reference, List<String> kinds) {
    if (kinds.isEmpty() || reference.startsWith(NewInPlace.MARK)) {
      return null;
    }
    String marker = NewInPlace.MARK + reference;
    List<String> values = typed.getOrDefault(marker, List.of());
    String kind = values.isEmpty() ? "" : values.getFirst();
    if (!kinds.contains(kind)) {
      return new FormField.InPlace(reference, kinds, "", List.of());
    }
    Shape.Structure shape = RecordForm.of(kind).shape();
    FormValue.Keys written =
        FormInput.unfinished(NewInPlace.below(marker + "/", typed)).record(shape);
    List<FormField> parts = new ArrayList<>();
    for (String name : NewInPlace.fields(kind)) {
      Shape.Key key = shape.key(name);
      if (key != null) {
        List<String> called = List.of(marker, name);
        parts.add(field(key, called, called, written.get(name)));
      }
    }
    return new FormField.InPlace(reference, kinds, kind, parts);
  }

  /// A date in words; empty if it is invalid.
  static String dateInWords(String text) {
    if (text.isBlank()) {
      return "";
    }
    try {
      Edtf date = SaidDate.of(text);
      return date.toString().equals(text)
          ? Say.date(date)
          : Say.text("form.recorded-as", "date", Say.date(date), "as", date.toString());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static List<Choice> choices(
      Class<?> type, Map<String, Object> values, boolean required, @Nullable Object absent) {
    List<Choice> choices = new ArrayList<>();
    if (required || absent == null) {
      choices.add(new Choice("", required ? Say.text("form.choose") : "\u2013"));
    }
    values.forEach(
        (word, constant) -> {
          boolean first = constant.equals(absent);
          choices.add(
              first ? 0 : choices.size(), new Choice(word, wordInWords(type, constant, word)));
        });
    return choices;
  }

  private static String wordInWords(Class<?> type, Object constant, String word) {
    return switch (constant) {
      case org.parley.model.source.Reliability reliability ->
          reliability.name() + ", " + Say.reliability(reliability);
      case org.parley.model.source.SourceKind kind -> Say.kind(kind);
      case org.parley.model.claim.Confidence confidence -> Say.confidence(confidence);
      case org.parley.model.text.Point.Content content -> Say.content(content);
      default -> FormLayout.choice(type, word);
    };
  }

  private FormField many(
      Shape element, Head head, List<String> path, List<String> name, @Nullable FormValue value) {
    List<FormValue> items =
        value instanceof FormValue.Rows(List<FormValue> list) ? list : List.of();
    if (element instanceof Shape.Word(Class<?> type, Map<String, Object> values)
        && type == PartyRole.class) {
      return new FormField.Ticks(
          head,
          items.stream().map(FormMaker::words).toList(),
          choices(type, values, false, null).subList(1, values.size() + 1));
    }
    if (element.isScalar()) {
      List<Line> lines = new ArrayList<>();
      linesOf(head.name(), items)
          .forEach(
              (number, text) -> {
                int i = lines.size();
                Head own =
                    head(
                        with(path, Integer.toString(i)),
                        with(name, Integer.toString(number)),
                        head.label() + (i == 0 ? "" : ", " + (i + 1)),
                        "",
                        false);
                lines.add((Line) line(element, own, text));
              });
      return new FormField.Lines(head, lines);
    }
    List<FormField.Row> rows = new ArrayList<>();
    RowWords one = rowWords(element, head.label());
    for (int i = 0; i < items.size(); i++) {
      rows.add(row(element, one.one, i, path, name, items.get(i), false));
    }
    if (opened.equals(head.name()) || (items.isEmpty() && head.required())) {
      rows.add(row(element, one.one, items.size(), path, name, null, true));
    }
    return new FormField.Rows(head, one.some, rows);
  }

  /// The lines of a list by number, with an empty one at the end. A line that makes a new record
  /// keeps its number, as the fields of that record have it in their names.
  private NavigableMap<Integer, String> linesOf(String name, List<FormValue> items) {
    NavigableMap<Integer, String> lines = new TreeMap<>();
    Pattern marker = Pattern.compile(Pattern.quote(NewInPlace.MARK + name + "/") + "(\\d{1,4})");
    for (String each : typed.keySet()) {
      Matcher matcher = marker.matcher(each);
      if (matcher.matches()) {
        lines.put(Integer.parseInt(matcher.group(1)), "");
      }
    }
    if (lines.isEmpty()) {
      items.forEach(each -> lines.put(lines.size(), words(each)));
    } else {
      Pattern line = Pattern.compile(Pattern.quote(name + "/") + "(\\d{1,4})");
      typed.forEach(
          (each, values) -> {
            Matcher matcher = line.matcher(each);
            if (matcher.matches() && !values.isEmpty() && !values.getFirst().isBlank()) {
              lines.put(Integer.parseInt(matcher.group(1)), values.getFirst().strip());
            }
          });
    }
    lines.put(lines.isEmpty() ? 0 : lines.lastKey() + 1, "");
    return lines;
  }

  private FormField line(Shape shape, Head head, String text) {
    return switch (shape) {
      case Shape.Coded(Class<?> type, _) -> coded(shape, type, head, text);
      case Shape.Reference _ -> reference(shape, head, text);
      default -> new Line(head, text, shape instanceof Shape.Whole ? "number" : "text", "", "");
    };
  }

  /// One of several rows, in words.
  ///
  /// @param one "option"
  /// @param some the same, as something to add
  private record RowWords(String one, String some) {}

  private static RowWords rowWords(Shape element, String label) {
    Class<?> type =
        switch (element) {
          case Shape.Structure structure -> structure.type();
          case Shape.Union union -> union.type();
          default -> null;
        };
    return type == null
        ? new RowWords(label.toLowerCase(Locale.ROOT), label.toLowerCase(Locale.ROOT))
        : new RowWords(rowWords(type, "one"), rowWords(type, "a"));
  }

  private static String rowWords(Class<?> type, String form) {
    return Say.text("row." + Shapes.kebab(type), "form", new Messages.Select(form));
  }

  private FormField.Row row(
      Shape element,
      String one,
      int index,
      List<String> path,
      List<String> name,
      @Nullable FormValue item,
      boolean isBlank) {
    String number = Integer.toString(index);
    List<String> at = with(path, number);
    List<String> called = with(name, number);
    String title = title(item);
    List<FormField> parts =
        switch (element) {
          case Shape.Structure structure -> parts(structure, at, called, item);
          default ->
              List.of(
                  field(
                      element,
                      head(at, called, Say.sentence(one), "", false),
                      at,
                      called,
                      item,
                      null));
        };
    boolean inField = !(element instanceof Shape.Structure);
    return new FormField.Row(
        String.join("/", called),
        Say.sentence(one) + " " + (index + 1) + (title.isEmpty() ? "" : Say.text("colon") + title),
        isBlank,
        inField ? List.of() : problemsAt(at),
        parts);
  }

  /// The words of a key; the first of several languages.
  private static String words(FormValue.Keys keys, String key) {
    if (keys.get(key) instanceof FormValue.Keys(List<FormValue.Entry> texts) && !texts.isEmpty()) {
      FormValue.Entry first = texts.getFirst();
      return ForeignText.mark(words(first.value()), first.key(), Language.current());
    }
    return keys.words(key);
  }

  private static String title(@Nullable FormValue item) {
    if (item instanceof FormValue.Keys keys) {
      for (String key : List.of("title", "name", "version", "event", "words", "date")) {
        String title = words(keys, key);
        if (!title.isBlank()) {
          return ForeignText.shortened(title, LONGEST_TITLE);
        }
      }
    }
    return "";
  }

  private List<FormField> parts(
      Shape.Structure structure, List<String> path, List<String> name, @Nullable FormValue value) {
    FormValue.Keys keys = value instanceof FormValue.Keys all ? all : FormValue.Keys.NOTHING;
    List<FormField> fields = new ArrayList<>();
    structure.keys().stream()
        .sorted(
            Comparator.comparing(key -> key.name().equals("id") || key.name().equals("visibility")))
        .forEach(
            key ->
                fields.add(
                    field(
                        key,
                        with(path, key.name()),
                        with(name, key.name()),
                        keys.get(key.name()))));
    return fields;
  }

  private FormField pairs(
      Shape key,
      Shape each,
      String of,
      Head head,
      List<String> path,
      List<String> name,
      @Nullable FormValue value) {
    List<FormValue.Entry> entries =
        value instanceof FormValue.Keys(List<FormValue.Entry> list) ? list : List.of();
    List<FormField.Pair> pairs = new ArrayList<>();
    for (int i = 0; i <= entries.size(); i++) {
      FormValue.Entry entry = i < entries.size() ? entries.get(i) : null;
      List<String> at = entry == null ? with(path, "\u0000") : with(path, entry.key());
      List<String> called = with(name, Integer.toString(i));
      String typedKey = entry == null ? "" : entry.key();
      Line own =
          (Line)
              line(
                  key,
                  new Head(
                      String.join("/", with(called, "k")),
                      of,
                      head.label() + ", " + (i + 1),
                      "",
                      false,
                      problemsAt(at)),
                  typedKey);
      Head to =
          new Head(
              String.join("/", with(called, "v")),
              singular(each),
              own.said().isEmpty()
                  ? head.label() + ", " + (i + 1)
                  : Say.text("form.for", "what", own.said()),
              "",
              false,
              List.of());
      pairs.add(
          new FormField.Pair(
              own,
              field(each, to, at, with(called, "v"), entry == null ? null : entry.value(), null)));
    }
    return new FormField.Pairs(head, pairs);
  }

  /// The label of one half of a pair: "Option", "Grade", "Date".
  private static String singular(Shape shape) {
    return Say.text(
        "pair."
            + switch (shape) {
              case Shape.Coded(Class<?> type, _) when type == Edtf.class -> "date";
              case Shape.Coded(Class<?> type, _) -> Shapes.kebab(type).replaceFirst("-id$", "");
              case Shape.Word(Class<?> type, _) -> Shapes.kebab(type);
              case Shape.Whole _ -> "number";
              default -> "words";
            });
  }

  private FormField either(
      Shape.Union union,
      Head head,
      List<String> path,
      List<String> name,
      @Nullable FormValue value,
      @Nullable Object absent) {
    Shape.Member bare = union.bare();
    String chosen =
        switch (value) {
          case FormValue.Words(String text) ->
              bare != null && union.member(text) == null ? bare.name() : text;
          case FormValue.Keys keys when !keys.entries().isEmpty() ->
              keys.entries().getFirst().key();
          case null, default -> absent == null ? "" : union.memberOf(absent).name();
        };
    List<Choice> choices = new ArrayList<>();
    if (absent == null) {
      choices.add(new Choice("", head.required() ? Say.text("form.choose") : "\u2013"));
    }
    for (Shape.Member member : union.members()) {
      choices.add(new Choice(member.name(), FormLayout.choice(union.type(), member.name())));
    }
    Shape.Member member = union.member(chosen);
    List<FormField> parts = new ArrayList<>();
    FormValue inner = value instanceof FormValue.Keys keys ? keys.get(chosen) : value;
    if (member != null) {
      List<String> at = member.form() == Shape.Form.BARE ? path : with(path, chosen);
      List<String> called = with(name, chosen);
      switch (member.form()) {
        case WORD -> {}
        case BARE ->
            parts.add(
                new FormField.Area(
                    new Head(String.join("/", called), Say.text("pair.words"), "", true, List.of()),
                    words(inner),
                    ""));
        case VALUE -> {
          Shape.Key key = member.structure().keys().getFirst();
          String label =
              union.type() == Visibility.class
                  ? FormLayout.label(key)
                  : Say.sentence(FormLayout.choice(union.type(), chosen));
          Head own = head(at, called, label, FormLayout.meaning(union, chosen), true);
          parts.add(
              key.shape() instanceof Shape.Text
                  ? new FormField.Area(own, words(inner), "")
                  : field(key.shape(), own, at, called, inner, key.absent()));
        }
        case MAP -> parts.addAll(parts(member.structure(), at, called, inner));
      }
    }
    return new FormField.Either(head, chosen, choices, parts, kept(union, chosen, head.name()));
  }

  /// The input of the forms not chosen.
  private List<Choice> kept(Shape.Union union, String chosen, String name) {
    Map<String, String> kept = new LinkedHashMap<>();
    typed.forEach(
        (key, values) -> {
          for (Shape.Member member : union.members()) {
            String begin = name + "/" + member.name();
            if (!member.name().equals(chosen)
                && (key.equals(begin) || key.startsWith(begin + "/"))
                && !values.isEmpty()
                && !values.getFirst().isBlank()) {
              kept.put(key, values.getFirst());
            }
          }
        });
    return kept.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
  }

  private static List<String> with(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}
