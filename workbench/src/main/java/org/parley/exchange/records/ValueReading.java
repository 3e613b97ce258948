package org.parley.exchange.records;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.shape.Shape;
import org.parley.exchange.records.TableReading.TableContext;
import org.parley.exchange.records.TableRow.Cell;
import org.parley.exchange.records.TableRow.Draft;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.SheetFault;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.wording.Complaint;

/// Turns words of cells into words of the case: names into ids, local days and numbers into the
/// form of the case. Words may be English or French.
final class ValueReading {

  private static final List<String> YES =
      List.of(
          "true",
          "yes",
          "oui",
          "x",
          "1",
          "vrai",
          "wahr",
          "ja",
          "si",
          "verdadero",
          "verdadeiro",
          "sim",
          "да",
          "истина",
          "так",
          "істина",
          "نعم",
          "صحيح",
          "是");
  private static final List<String> NO =
      List.of(
          "false",
          "no",
          "non",
          "0",
          "faux",
          "falsch",
          "nein",
          "falso",
          "não",
          "nao",
          "нет",
          "ложь",
          "ні",
          "хибність",
          "لا",
          "خطا",
          "否");

  private final TableContext context;
  private final CellNames names;
  private final LocalForms forms;
  private final Map<String, CaseRecord> known = new LinkedHashMap<>();
  private boolean asksDays;
  private boolean asksDecimals;

  ValueReading(TableContext context, CellNames names, List<Draft> drafts, TableKind kind) {
    this.context = context;
    this.names = names;
    Set<String> days = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    Map<String, Shape> shapes = ColumnShapes.of(kind);
    for (Draft draft : drafts) {
      gather(draft.head, shapes, days, numbers);
      draft
          .elements
          .values()
          .forEach(all -> all.forEach(each -> gather(each, shapes, days, numbers)));
    }
    this.forms = context.forms().settled(days, numbers);
  }

  private static void gather(
      TableRow row, Map<String, Shape> shapes, Set<String> days, Set<String> numbers) {
    row.cells()
        .forEach(
            (name, cell) -> {
              Shape shape = shapes.get(name);
              if (isDay(shape)) {
                days.add(cell.text());
              } else if (isDecimal(shape) || name.startsWith("at.")) {
                numbers.add(cell.text());
              }
            });
  }

  private static boolean isDay(@Nullable Shape shape) {
    return shape instanceof Shape.Coded(Class<?> type, _)
        && (type == Edtf.class || type == LocalDate.class);
  }

  private static boolean isDecimal(@Nullable Shape shape) {
    return shape instanceof Shape.Coded(Class<?> type, _) && type == Amount.class;
  }

  boolean asksDays() {
    return asksDays;
  }

  boolean asksDecimals() {
    return asksDecimals;
  }

  /// The records that cells named so far.
  List<CaseRecord> known() {
    return List.copyOf(known.values());
  }

  TableContext context() {
    return context;
  }

  /// The ids of the options of a point with a title.
  List<String> options(String point, String title) {
    return names.options(point, title);
  }

  /// A degree of latitude or longitude.
  String degrees(Cell cell, boolean isLatitude, BiConsumer<Cell, Complaint> faults) {
    String degrees = LocalWords.degrees(cell.text(), isLatitude);
    return degrees.equals(cell.text()) ? number(cell.text(), false, cell, faults) : degrees;
  }

  /// The value of a cell.
  ///
  /// @param point the id of the point that options belong to; empty for none
  FormValue value(Shape shape, Cell cell, String point, BiConsumer<Cell, Complaint> faults) {
    return inWords(shape, CellText.read(shape, cell.text()), cell, point, faults);
  }

  private FormValue inWords(
      Shape shape, FormValue value, Cell cell, String point, BiConsumer<Cell, Complaint> faults) {
    return switch (value) {
      case FormValue.Words(String text) ->
          new FormValue.Words(word(shape, text, cell, point, faults));
      case FormValue.Rows(List<FormValue> items) -> {
        Shape element = shape instanceof Shape.Many(Shape each) ? each : shape;
        List<FormValue> read = new ArrayList<>();
        items.forEach(each -> read.add(inWords(element, each, cell, point, faults)));
        yield new FormValue.Rows(read);
      }
      case FormValue.Keys keys
          when shape instanceof Shape.Union union && union.type() == Visibility.class ->
          visibility(keys, cell, faults);
      case FormValue.Keys keys -> keys;
    };
  }

  private FormValue visibility(FormValue.Keys keys, Cell cell, BiConsumer<Cell, Complaint> faults) {
    Shape id = new Shape.Coded(PartyId.class, text -> text);
    List<FormValue.Entry> entries = new ArrayList<>();
    for (FormValue.Entry each : keys.entries()) {
      entries.add(new FormValue.Entry(each.key(), inWords(id, each.value(), cell, "", faults)));
    }
    return new FormValue.Keys(entries);
  }

  private String word(
      Shape shape, String text, Cell cell, String point, BiConsumer<Cell, Complaint> faults) {
    return switch (shape) {
      case Shape.Word(_, Map<String, Object> values) -> Vocabulary.value(values.keySet(), text);
      case Shape.Union union -> Vocabulary.value(union.names(), text);
      case Shape.Truth _ -> truth(text);
      case Shape.Whole _ -> number(text, true, cell, faults);
      case Shape.Coded _ when isDay(shape) -> day(text, cell, faults);
      case Shape.Coded(Class<?> type, _) when type == Amount.class ->
          number(text, false, cell, faults);
      case Shape.Coded(Class<?> type, _) when type == Worth.class ->
          number(text, true, cell, faults);
      case Shape.Coded(Class<?> type, _) when type == Period.class -> LocalWords.period(text);
      case Shape.Coded(Class<?> type, _) when shape.idType() != null ->
          id(List.of(type), text, cell, point, faults);
      case Shape.Reference(_, var words, var ids, _) when !words.containsKey(text) ->
          id(ids, text, cell, point, faults);
      default -> text;
    };
  }

  private static String truth(String text) {
    String folded = Vocabulary.folded(text);
    return YES.contains(folded) ? "true" : NO.contains(folded) ? "false" : text;
  }

  private String number(
      String text, boolean isWhole, Cell cell, BiConsumer<Cell, Complaint> faults) {
    Optional<String> read = forms.number(text, isWhole);
    if (read.isEmpty()) {
      asksDecimals = true;
      faults.accept(cell, new Complaint(TableFault.Plain.COMMA_OR_POINT, text));
    }
    return read.orElse(text);
  }

  private String day(String text, Cell cell, BiConsumer<Cell, Complaint> faults) {
    Optional<String> read = forms.date(text);
    if (read.isEmpty()) {
      asksDays = true;
      faults.accept(cell, new Complaint(SheetFault.Plain.DAY_OR_MONTH_FIRST, text));
      return text;
    }
    try {
      return context.dates().apply(read.get()).toString();
    } catch (InvalidValueException e) {
      faults.accept(cell, Complaint.of(e));
      return text;
    }
  }

  private String id(
      List<Class<?>> types,
      String text,
      Cell cell,
      String point,
      BiConsumer<Cell, Complaint> faults) {
    CaseRecord named = context.view().find(text).orElse(null);
    if (named != null) {
      known.put(named.id().value(), named);
      return text;
    }
    List<String> found = new ArrayList<>();
    for (Class<?> type : types) {
      found.addAll(type == OptionId.class ? names.options(point, text) : names.find(type, text));
    }
    if (found.size() > 1) {
      faults.accept(cell, new Complaint(new TableFault.SeveralOfThisName(found), text));
    }
    if (found.size() != 1) {
      return text;
    }
    String id = Objects.requireNonNull(found.getFirst());
    context.view().find(id).ifPresent(each -> known.put(id, each));
    return id;
  }
}
