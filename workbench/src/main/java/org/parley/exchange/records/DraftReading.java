package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.shape.Shape;
import org.parley.exchange.records.TableRow.Cell;
import org.parley.exchange.records.TableRow.Draft;
import org.parley.model.CaseRecord;
import org.parley.wording.Complaint;

/// Reads the form of one record off its rows.
final class DraftReading {

  /// Where a value stands.
  ///
  /// @param name the name of its column
  /// @param row the row, from 0
  /// @param cell its cell; null if it is empty, or has no column
  record Place(String name, int row, @Nullable Cell cell) {}

  private final TableKind kind;
  private final Draft draft;
  private final ValueReading values;
  private final DraftIds ids;
  private final BiConsumer<Cell, Complaint> faults;
  private final @Nullable CaseRecord existing;
  private final Set<Cell> used = new HashSet<>();

  /// By list, the rows of its elements in the order of the record; null for those on record alone.
  private final Map<String, List<@Nullable TableRow>> origins = new HashMap<>();

  DraftReading(
      TableKind kind,
      Draft draft,
      ValueReading values,
      DraftIds ids,
      BiConsumer<Cell, Complaint> faults) {
    this.kind = kind;
    this.draft = draft;
    this.values = values;
    this.ids = ids;
    this.faults = faults;
    this.existing = ids.existing(draft);
  }

  /// The record on record that this one replaces; null for none.
  @Nullable CaseRecord existing() {
    return existing;
  }

  /// The whole form of the record, with the values on record that no cell replaces.
  FormValue.Keys written() {
    Cell id = draft.head.cell("id");
    if (existing != null && !CaseWriter.keyOf(existing).equals(kind.key())) {
      fault(
          id,
          new Complaint(new TableFault.IdOfAnotherKind(CaseWriter.keyOf(existing)), ids.of(draft)));
      return FormValue.Keys.NOTHING;
    }
    use(id);
    FormValue.Keys old = existing == null ? FormValue.Keys.NOTHING : kind.form().written(existing);
    Map<String, FormValue> all = new LinkedHashMap<>();
    for (Shape.Key key : kind.form().shape().keys()) {
      FormValue before = old.get(key.name());
      FormValue read =
          key.name().equals("id")
              ? new FormValue.Words(ids.of(draft))
              : top(key.name(), key.shape(), before);
      FormValue value = read != null ? read : before != null ? before : otherwise(key.name());
      if (value != null) {
        all.put(key.name(), value);
      }
    }
    unused();
    return keys(all);
  }

  private static FormValue.Keys keys(Map<String, FormValue> all) {
    List<FormValue.Entry> entries = new ArrayList<>();
    all.forEach((key, value) -> entries.add(new FormValue.Entry(key, value)));
    return new FormValue.Keys(entries);
  }

  private void use(@Nullable Cell cell) {
    if (cell != null) {
      used.add(cell);
    }
  }

  private void fault(@Nullable Cell cell, Complaint why) {
    if (cell != null) {
      faults.accept(cell, why);
    }
  }

  /// The value of a key of a new record that no cell gives.
  private @Nullable FormValue otherwise(String key) {
    if (existing != null) {
      return null;
    }
    if (key.equals(FormVisibility.KEY)) {
      return FormVisibility.of(values.context().visibility());
    }
    String word =
        switch (kind) {
          case PARTIES -> key.equals("kind") ? "organisation" : "";
          case POINTS ->
              key.equals("number")
                  ? ids.nextNumber()
                  : key.equals("instrument") ? instrument() : "";
          case SOURCES ->
              switch (key) {
                case "language" -> values.context().language();
                case "reliability" -> "F";
                case "kind" -> "report";
                default -> "";
              };
          case LOG_ENTRIES -> key.equals("recorded") ? day("reported", "occurred") : "";
          case POSITIONS -> key.equals("illustrative") && restsOnNothing() ? "true" : "";
          case STEPS, DEMANDS, INCIDENTS -> "";
        };
    return word.isEmpty() ? null : new FormValue.Words(word);
  }

  /// As in the table of positions, one without claims and day told is an illustration.
  private boolean restsOnNothing() {
    return draft.head.cell("claims") == null && draft.head.cell("told") == null;
  }

  private String instrument() {
    var instruments = values.context().view().instruments();
    return instruments.size() == 1 ? instruments.getFirst().id().value() : "";
  }

  private String day(String one, String other) {
    Cell cell = draft.head.cell(one) != null ? draft.head.cell(one) : draft.head.cell(other);
    Shape shape = ColumnShapes.of(kind).get(other);
    return cell != null
            && shape != null
            && values.value(shape, cell, "", faults) instanceof FormValue.Words(String text)
        ? text
        : "";
  }

  private void unused() {
    List<TableRow> rows = new ArrayList<>(List.of(draft.head));
    draft.elements.values().forEach(rows::addAll);
    for (TableRow row : rows) {
      row.cells()
          .forEach(
              (_, cell) -> {
                if (!used.contains(cell)) {
                  fault(cell, new Complaint(TableFault.Plain.CELL_NOT_USED, cell.text()));
                }
              });
    }
  }

  private @Nullable FormValue top(String name, Shape shape, @Nullable FormValue before) {
    return switch (shape) {
      case Shape.Many(Shape.Structure element) -> list(name, element, before);
      case Shape.Many(Shape.Union element) when TableColumns.isSpread(element) ->
          list(name, element, null);
      case Shape.Table table -> table(name, table, before);
      default -> {
        FormValue read = name.equals("at") ? position() : value(name, shape, draft.head);
        yield read == null || before == null ? read : joined(shape, before, read);
      }
    };
  }

  /// Coordinates, in one cell or in two.
  private @Nullable FormValue position() {
    Cell whole = draft.head.cell("at");
    Cell latitude = draft.head.cell(TableColumns.LATITUDE);
    Cell longitude = draft.head.cell(TableColumns.LONGITUDE);
    if (whole != null) {
      use(whole);
      return new FormValue.Words(LocalWords.position(whole.text()));
    }
    if (latitude == null || longitude == null) {
      return null;
    }
    use(latitude);
    use(longitude);
    return new FormValue.Words(
        values.degrees(latitude, true, faults) + ", " + values.degrees(longitude, false, faults));
  }

  private @Nullable FormValue list(String name, Shape element, @Nullable FormValue before) {
    List<TableRow> rows = draft.rows(name);
    if (rows.isEmpty()) {
      return null;
    }
    boolean isNamed = element instanceof Shape.Structure structure && structure.key("id") != null;
    List<FormValue> items = new ArrayList<>();
    List<@Nullable TableRow> from = new ArrayList<>();
    if (isNamed && before instanceof FormValue.Rows(List<FormValue> old)) {
      items.addAll(old);
      old.forEach(_ -> from.add(null));
    }
    for (TableRow row : rows) {
      FormValue read = value(name, element, row);
      if (read instanceof FormValue.Keys keys && isNamed) {
        read = named(name, keys, row);
      }
      if (read != null) {
        add(items, from, element, read, row, isNamed);
      }
    }
    origins.put(name, from);
    return new FormValue.Rows(items);
  }

  private FormValue.Keys named(String name, FormValue.Keys keys, TableRow row) {
    if (!keys.words("id").isEmpty()) {
      return keys;
    }
    Cell title = row.cell(name + ".title");
    FormValue texts = keys.get("title");
    String words =
        title != null ? title.text() : texts == null ? "" : String.join(" ", texts.allWords());
    List<String> found = name.equals("options") ? values.options(ids.of(draft), words) : List.of();
    List<FormValue.Entry> entries = new ArrayList<>();
    entries.add(
        new FormValue.Entry("id", new FormValue.Words(ids.element(ids.of(draft), words, found))));
    entries.addAll(keys.entries());
    return new FormValue.Keys(entries);
  }

  private void add(
      List<FormValue> items,
      List<@Nullable TableRow> from,
      Shape element,
      FormValue read,
      TableRow row,
      boolean isNamed) {
    for (int i = 0; isNamed && i < items.size(); i++) {
      if (from.get(i) == null
          && items.get(i) instanceof FormValue.Keys old
          && read instanceof FormValue.Keys now
          && old.words("id").equals(now.words("id"))) {
        items.set(i, joined(element, old, now));
        from.set(i, row);
        return;
      }
    }
    items.add(read);
    from.add(row);
  }

  private @Nullable FormValue table(String name, Shape.Table table, @Nullable FormValue before) {
    String of = TableColumns.keyColumn(name, table);
    List<FormValue.Entry> entries = new ArrayList<>();
    List<@Nullable TableRow> from = new ArrayList<>();
    for (TableRow row : draft.rows(of)) {
      Cell key = row.cell(of);
      Cell value = row.cell(name);
      use(key);
      if (value == null) {
        continue;
      }
      use(value);
      if (key == null) {
        fault(value, new Complaint(TableFault.Plain.STANCE_WITHOUT_OPTION, value.text()));
        continue;
      }
      entries.add(
          new FormValue.Entry(
              word(table.key(), key), values.value(table.value(), value, point(), faults)));
      from.add(row);
    }
    if (entries.isEmpty()) {
      return null;
    }
    origins.put(name, from);
    FormValue.Keys read = new FormValue.Keys(entries);
    return before == null ? read : joined(table, before, read);
  }

  private String word(Shape shape, Cell cell) {
    return values.value(shape, cell, point(), faults) instanceof FormValue.Words(String text)
        ? text
        : cell.text();
  }

  /// The id of the point that options of this record belong to.
  private String point() {
    if (kind != TableKind.POSITIONS) {
      return kind == TableKind.POINTS ? ids.of(draft) : "";
    }
    Cell point = draft.head.cell("point");
    Shape.Key key = kind.form().shape().key("point");
    return point != null
            && key != null
            && values.value(key.shape(), point, "", (_, _) -> {})
                instanceof FormValue.Words(String id)
        ? id
        : "";
  }

  private @Nullable FormValue value(String name, Shape shape, TableRow row) {
    return switch (shape) {
      case Shape.Localized _ -> localized(name, row);
      case Shape.Structure structure -> {
        Map<String, FormValue> all = below(name, structure, row);
        yield all.isEmpty() ? null : keys(all);
      }
      case Shape.Union union when TableColumns.isSpread(union) -> spread(name, union, row);
      default -> {
        Cell cell = row.cell(name);
        use(cell);
        if (cell != null && name.equals("iso3166")) {
          yield new FormValue.Words(LocalWords.country(cell.text()));
        }
        yield cell == null ? null : values.value(shape, cell, point(), faults);
      }
    };
  }

  private Map<String, FormValue> below(String name, Shape.Structure shape, TableRow row) {
    Map<String, FormValue> all = new LinkedHashMap<>();
    for (Shape.Key key : shape.keys()) {
      FormValue value = value(name + "." + key.name(), key.shape(), row);
      if (value != null) {
        all.put(key.name(), value);
      }
    }
    return all;
  }

  /// A name, in one language or several.
  private @Nullable FormValue localized(String name, TableRow row) {
    Map<String, FormValue> texts = new LinkedHashMap<>();
    Cell plain = row.cell(name);
    use(plain);
    row.cells()
        .forEach(
            (column, cell) -> {
              if (column.startsWith(name + ".")) {
                use(cell);
                texts.put(column.substring(name.length() + 1), text(cell));
              }
            });
    if (plain == null) {
      return texts.isEmpty() ? null : keys(texts);
    }
    return texts.isEmpty()
        ? CellText.read(new Shape.Localized(), plain.text())
        : main(plain, texts);
  }

  /// The texts of languages, that of the main language first.
  private FormValue main(Cell plain, Map<String, FormValue> texts) {
    FormValue text = text(plain);
    String language =
        texts.entrySet().stream()
            .filter(each -> each.getValue().equals(text))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(values.context().language());
    Map<String, FormValue> ordered = new LinkedHashMap<>();
    ordered.put(language, text);
    texts.forEach(ordered::putIfAbsent);
    if (texts.containsKey(language) && !text.equals(texts.get(language))) {
      fault(plain, new Complaint(TableFault.Plain.NAMES_ITSELF_TWICE, plain.text()));
    }
    return keys(ordered);
  }

  private static FormValue text(Cell cell) {
    return CellText.read(new Shape.Text(), cell.text());
  }

  /// A choice: its form in one column, the keys of the form in others.
  private @Nullable FormValue spread(String name, Shape.Union union, TableRow row) {
    Cell cell = row.cell(name);
    use(cell);
    if (cell == null) {
      return null;
    }
    FormValue read = values.value(union, cell, point(), faults);
    Shape.Member member = read instanceof FormValue.Words(String word) ? union.member(word) : null;
    if (member == null || member.form() == Shape.Form.WORD || member.form() == Shape.Form.BARE) {
      return read;
    }
    Map<String, FormValue> all = below(name, member.structure(), row);
    FormValue inside =
        member.form() == Shape.Form.MAP
            ? keys(all)
            : all.values().stream().findFirst().orElse(new FormValue.Words(""));
    return CellText.key(member.name(), inside);
  }

  /// A value on record with what cells say.
  private FormValue joined(Shape shape, FormValue before, FormValue now) {
    boolean isKeyed =
        shape instanceof Shape.Structure
            || shape instanceof Shape.Table
            || shape instanceof Shape.Localized;
    if (isKeyed && now instanceof FormValue.Keys added) {
      FormValue.Keys all =
          before instanceof FormValue.Keys old
              ? old
              : CellText.key(values.context().language(), before);
      for (FormValue.Entry each : added.entries()) {
        FormValue old = all.get(each.key());
        Shape.Key key =
            shape instanceof Shape.Structure structure ? structure.key(each.key()) : null;
        all =
            all.with(
                each.key(),
                old == null || key == null ? each.value() : joined(key.shape(), old, each.value()));
      }
      return all;
    }
    if (shape instanceof Shape.Localized && before instanceof FormValue.Keys old) {
      return old.with(values.context().language(), now);
    }
    return now;
  }

  /// Where a field of the form stands in the sheet.
  Place place(List<String> path) {
    if (path.isEmpty()) {
      return new Place("id", draft.head.row(), draft.head.cell("id"));
    }
    String top = path.getFirst();
    Shape.Key key = kind.form().shape().key(top);
    TableRow row = path.size() > 1 ? origin(top, key, path.get(1)) : draft.head;
    if (row == null) {
      row = draft.head;
    }
    String name = key == null ? top : name(top, key.shape(), path.subList(1, path.size()));
    for (String each = name; !each.isEmpty(); each = shortened(each)) {
      Cell cell = row.cell(each);
      if (cell != null) {
        return new Place(each, cell.row(), cell);
      }
    }
    return new Place(name, row.row(), null);
  }

  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private @Nullable TableRow origin(String top, Shape.@Nullable Key key, String step) {
    List<@Nullable TableRow> from = origins.getOrDefault(top, List.of());
    if (key != null && key.shape() instanceof Shape.Table table) {
      String of = TableColumns.keyColumn(top, table);
      for (TableRow row : from) {
        Cell cell = row == null ? null : row.cell(of);
        if (cell != null && word(table.key(), cell).equals(step)) {
          return row;
        }
      }
      return draft.head;
    }
    if (!step.matches("\\d{1,6}") || from.isEmpty()) {
      return draft.head;
    }
    int at = Integer.parseInt(step);
    return at < from.size() ? from.get(at) : draft.head;
  }

  /// The name of the column of a field: indices and forms of choices are left out.
  private static String name(String top, Shape shape, List<String> path) {
    if (path.isEmpty()) {
      return top;
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (shape) {
      case Shape.Structure structure -> {
        Shape.Key key = structure.key(step);
        yield key == null ? top + "." + step : name(top + "." + step, key.shape(), rest);
      }
      case Shape.Many(Shape element) -> name(top, element, rest);
      case Shape.Union union -> {
        Shape.Member member = union.member(step);
        yield member == null ? top : name(top, member.structure(), rest);
      }
      case Shape.Localized _ -> top + "." + step;
      default -> top;
    };
  }
}
