package org.parley.web.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.form.FormVisibility;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Amount;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;
import org.parley.web.service.Version;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// The points of a case with their options as one table: a row a point or an option.
///
/// A row with a title begins a point; a row with an option alone belongs to the point above. The
/// input becomes edits of points, in one change.
public final class PointGrid {

  /// The most new rows of one change.
  static final int MOST_ROWS = 500;

  private static final int BLANK_ROWS = 8;

  /// The columns, in the order of the page.
  public enum PointColumn {
    NUMBER,
    TITLE,
    OPTION,
    INSTRUMENT,
    LEAST,
    MOST,
    STEP,
    UNIT,
    ID;

    /// The beginning of its fields.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A row of the table.
  ///
  /// @param name the end of its fields
  /// @param point its point; null for a new one
  /// @param option its option; null for others
  /// @param isNew whether nothing of it is on record
  public record PointRow(
      String name, @Nullable Point point, @Nullable Option option, boolean isNew) {

    public String field(PointColumn column) {
      return column.word() + "/" + name;
    }

    /// The rows that it stands with, for those that are added by script.
    public String group() {
      return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /// Whether it has a field in a column.
    public boolean has(PointColumn column) {
      return switch (column) {
        case OPTION -> isNew || option != null;
        case ID -> isNew;
        case NUMBER, TITLE, INSTRUMENT, LEAST, MOST, STEP, UNIT ->
            option == null && (point == null || !isNew);
      };
    }
  }

  /// The edits of a table, or its faults.
  ///
  /// @param edits the edits; empty if nothing was changed
  /// @param basedOn the versions of the changed points, as the visitor saw them
  /// @param faults by field, what is wrong with it
  /// @param fields the fields of each changed point, by its id and the path within it
  public record PointsFilled(
      List<CaseEdit> edits,
      Map<String, Version> basedOn,
      Map<String, String> faults,
      Map<String, String> fields) {
    public PointsFilled {
      edits = List.copyOf(edits);
      basedOn = Map.copyOf(basedOn);
      faults = Map.copyOf(faults);
      fields = Map.copyOf(fields);
    }

    /// The field of a trouble that the whole case finds in a point.
    Optional<String> field(@Nullable String record, List<String> path) {
      for (int length = path.size(); length > 0; length--) {
        String field = fields.get(record + "/" + String.join("/", path.subList(0, length)));
        if (field != null) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }

  private final CaseView view;
  private final Set<String> taken;
  private final List<Point> points;

  private PointGrid(CaseView view, Collection<String> taken) {
    this.view = view;
    this.taken = Set.copyOf(taken);
    this.points = view.points();
  }

  /// The table of a mediator.
  ///
  /// @param besides set-aside records beside the files of the case
  public static PointGrid of(CaseView view, List<CaseRecord> besides) {
    return new PointGrid(view, IdGenerator.taken(view, besides));
  }

  /// The instruments that a point can stand in.
  public List<Instrument> instruments() {
    return view.instruments();
  }

  /// The columns of this case: one with a single instrument needs no column for it.
  public List<PointColumn> columns() {
    return List.of(PointColumn.values()).stream()
        .filter(each -> each != PointColumn.INSTRUMENT || instruments().size() > 1)
        .toList();
  }

  public int pointCount() {
    return points.size();
  }

  public int optionCount() {
    return points.stream().mapToInt(each -> each.options().size()).sum();
  }

  /// The rows, new ones after their point and at the end.
  ///
  /// @param typed the fields that were typed, which need a row
  /// @param more how many blank rows to add at the end
  public List<PointRow> rows(Map<String, String> typed, int more) {
    List<PointRow> rows = new ArrayList<>();
    for (Point point : points) {
      rows.add(new PointRow("p/" + point.id(), point, null, false));
      for (Option option : point.options()) {
        rows.add(new PointRow("o/" + point.id() + "/" + option.id(), point, option, false));
      }
      String group = "n/" + point.id();
      NavigableSet<Integer> numbers = numbers(typed, group);
      if (point.quantity() == null && !point.heading()) {
        numbers.add(numbers.isEmpty() ? 0 : numbers.last() + 1);
      }
      numbers.forEach(each -> rows.add(new PointRow(group + "/" + each, point, null, true)));
    }
    NavigableSet<Integer> numbers = numbers(typed, "n");
    int next = numbers.isEmpty() ? 0 : numbers.last() + 1;
    for (int i = 0; i < BLANK_ROWS + more; i++) {
      numbers.add(next + i);
    }
    numbers.forEach(each -> rows.add(new PointRow("n/" + each, null, null, true)));
    return rows;
  }

  /// The numbers of the new rows of a group in which something was typed.
  private static NavigableSet<Integer> numbers(Map<String, String> typed, String group) {
    TreeSet<Integer> numbers = new TreeSet<>();
    typed.forEach(
        (field, text) -> {
          int at = field.indexOf('/');
          int last = field.lastIndexOf('/');
          if (at > 0
              && last > at
              && !text.isBlank()
              && field.substring(at + 1, last).equals(group)
              && field.substring(last + 1).matches("\\d{1,4}")) {
            numbers.add(Integer.parseInt(field.substring(last + 1)));
          }
        });
    return numbers;
  }

  /// The text of each field as the points stand; fields without one are left out.
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Point point : points) {
      String row = "/p/" + point.id();
      put(values, PointColumn.NUMBER, row, point.number());
      put(values, PointColumn.TITLE, row, said(point.title()));
      put(values, PointColumn.INSTRUMENT, row, point.instrument().value());
      Quantity quantity = point.quantity();
      if (quantity != null) {
        put(values, PointColumn.LEAST, row, quantity.least().said());
        put(values, PointColumn.MOST, row, quantity.most().said());
        put(values, PointColumn.STEP, row, quantity.step().said());
        put(values, PointColumn.UNIT, row, said(quantity.unit()));
      }
      for (Option option : point.options()) {
        put(
            values,
            PointColumn.OPTION,
            "/o/" + point.id() + "/" + option.id(),
            said(option.title()));
      }
    }
    return values;
  }

  private static void put(
      Map<String, String> values, PointColumn column, String row, String value) {
    if (!value.isEmpty()) {
      values.put(column.word() + row, value);
    }
  }

  private static LocalizedText here(LocalizedText text) {
    return text.in(Language.current().tag());
  }

  private static String said(LocalizedText text) {
    return here(text).text();
  }

  /// A text with its words in the language of the page changed; its translations stay.
  private static LocalizedText edited(@Nullable LocalizedText before, String text) {
    if (before == null) {
      return LocalizedText.of(text);
    }
    LocalizedText shown = here(before);
    String language = shown.language();
    if (shown.text().equals(text)) {
      return before;
    }
    if (language == null) {
      return LocalizedText.of(text);
    }
    Map<String, String> all = before.byLanguage();
    all.put(language, text);
    return LocalizedText.of(all);
  }

  /// The versions of the points shown, by id.
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    points.forEach(each -> versions.put(each.id().value(), Version.of(each).value()));
    return versions;
  }

  /// The edits that a table asks for.
  ///
  /// @param typed the text of each field; fields that are missing stay as they are
  /// @param seen the versions that the visitor saw, by id
  /// @param instrument the instrument of new points that name none
  /// @param readers the word of the visibility of new points and options
  public PointsFilled fill(
      Map<String, String> typed, Map<String, String> seen, String instrument, String readers) {
    Reading reading = new Reading(typed, instrument, readers);
    for (Point point : points) {
      reading.existing(point);
      rowsOf(typed, "n/" + point.id()).forEach(reading::added);
    }
    reading.current = null;
    rowsOf(typed, "n").forEach(reading::added);
    return reading.filled(seen);
  }

  private static List<PointRow> rowsOf(Map<String, String> typed, String group) {
    return numbers(typed, group).stream()
        .limit(MOST_ROWS)
        .map(each -> new PointRow(group + "/" + each, null, null, true))
        .toList();
  }

  /// The cells of points that somebody else changed since they were seen, with what stands there
  /// now. A second save has seen it.
  public Map<String, String> changedSince(Map<String, String> typed, Map<String, String> seen) {
    Map<String, String> changed = new LinkedHashMap<>();
    Map<String, String> now = values();
    Map<String, String> versions = versions();
    for (PointRow row : rows(Map.of(), 0)) {
      Point point = row.point();
      if (point == null || row.isNew()) {
        continue;
      }
      String id = point.id().value();
      if (versions.getOrDefault(id, "").equals(seen.getOrDefault(id, ""))) {
        continue;
      }
      for (PointColumn column : PointColumn.values()) {
        String field = row.field(column);
        String value = now.getOrDefault(field, "");
        if (row.has(column) && !typed.getOrDefault(field, value).strip().equals(value)) {
          changed.put(field, Say.text("grid.is-now", "value", value, "empty", value.isEmpty()));
        }
      }
    }
    return changed;
  }

  /// A point as the rows read so far make it.
  private static final class PointDraft {
    final @Nullable Point before;
    final PointRow row;
    String number = "";
    LocalizedText title = LocalizedText.of("");
    String instrument = "";
    @Nullable Quantity quantity;
    String id = "";
    final List<Option> options = new ArrayList<>();
    final List<OptionDraft> added = new ArrayList<>();
    final Map<String, String> fields = new HashMap<>();

    PointDraft(@Nullable Point before, PointRow row) {
      this.before = before;
      this.row = row;
      fields.put("number", row.field(PointColumn.NUMBER));
      fields.put("title", row.field(PointColumn.TITLE));
      fields.put("instrument", row.field(PointColumn.INSTRUMENT));
      fields.put("quantity", row.field(PointColumn.LEAST));
      fields.put("quantity/least", row.field(PointColumn.LEAST));
      fields.put("quantity/most", row.field(PointColumn.MOST));
      fields.put("quantity/step", row.field(PointColumn.STEP));
      fields.put("quantity/unit", row.field(PointColumn.UNIT));
      fields.put("id", row.field(PointColumn.ID));
    }
  }

  /// A new option.
  private record OptionDraft(String title, String id, PointRow row) {}

  /// The rows of a table, read from first to last.
  private final class Reading {
    final Map<String, String> typed;
    final String usual;
    final Visibility readers;
    final Set<String> used = new HashSet<>(taken);
    final Map<String, String> faults = new LinkedHashMap<>();
    final List<PointDraft> drafts = new ArrayList<>();
    @Nullable PointDraft current;
    @Nullable String lastInstrument;
    int highest;

    Reading(Map<String, String> typed, String usual, String readers) {
      this.typed = typed;
      this.usual = usual;
      this.readers = FormVisibility.find(readers, "").orElse(new Visibility.Mediator());
    }

    String text(PointRow row, PointColumn column, String absent) {
      return typed.getOrDefault(row.field(column), absent).strip();
    }

    void existing(Point point) {
      PointRow row = new PointRow("p/" + point.id(), point, null, false);
      PointDraft draft = new PointDraft(point, row);
      draft.number = text(row, PointColumn.NUMBER, point.number());
      String title = text(row, PointColumn.TITLE, said(point.title()));
      draft.title = edited(point.title(), title);
      draft.instrument = text(row, PointColumn.INSTRUMENT, point.instrument().value());
      draft.quantity = quantity(row, point.quantity());
      draft.id = point.id().value();
      if (title.isEmpty()) {
        faults.put(row.field(PointColumn.TITLE), Say.text("pointgrid.removed-elsewhere"));
      }
      for (Option option : point.options()) {
        PointRow each = new PointRow("o/" + point.id() + "/" + option.id(), point, option, false);
        String words = text(each, PointColumn.OPTION, said(option.title()));
        if (!words.isEmpty()) {
          draft.fields.put(option(draft.options.size(), "title"), each.field(PointColumn.OPTION));
          draft.options.add(option.withNames(one -> edited(one, words)));
        }
      }
      drafts.add(draft);
      current = draft;
      lastInstrument = draft.instrument;
      count(draft.number);
    }

    /// The path of a key of an option within its point.
    private static String option(int index, String key) {
      return String.join("/", "options", Integer.toString(index), key);
    }

    void count(String number) {
      if (number.matches("\\d{1,6}")) {
        highest = Math.max(highest, Integer.parseInt(number));
      }
    }

    /// Reads a new row: a point, an option of the point above, or both.
    void added(PointRow row) {
      String number = text(row, PointColumn.NUMBER, "");
      String title = text(row, PointColumn.TITLE, "");
      String option = text(row, PointColumn.OPTION, "");
      String id = text(row, PointColumn.ID, "");
      PointDraft above = current;
      boolean isAnother =
          !(number.isEmpty() && title.isEmpty())
              && !(above != null
                  && !option.isEmpty()
                  && (number.isEmpty() || number.equals(above.number))
                  && (title.isEmpty() || title.equals(said(above.title))));
      if (isAnother || above == null) {
        if (title.isEmpty()) {
          faults.put(row.field(PointColumn.TITLE), Say.text("pointgrid.no-title"));
        }
        PointDraft draft = new PointDraft(null, row);
        draft.number = number;
        draft.title = LocalizedText.of(title);
        String instrument = text(row, PointColumn.INSTRUMENT, "");
        String last = lastInstrument;
        draft.instrument =
            !instrument.isEmpty() ? instrument : above == null || last == null ? usual : last;
        draft.quantity = quantity(row, null);
        draft.id = option.isEmpty() ? id : "";
        drafts.add(draft);
        current = draft;
        lastInstrument = draft.instrument;
        count(number);
        above = draft;
      } else if (option.isEmpty()) {
        faults.put(row.field(PointColumn.TITLE), Say.text("pointgrid.no-title"));
      }
      if (!option.isEmpty()) {
        above.added.add(new OptionDraft(option, id, row));
      }
    }

    private @Nullable Quantity quantity(PointRow row, @Nullable Quantity before) {
      String least = text(row, PointColumn.LEAST, before == null ? "" : before.least().said());
      String most = text(row, PointColumn.MOST, before == null ? "" : before.most().said());
      String step = text(row, PointColumn.STEP, before == null ? "" : before.step().said());
      String unit = text(row, PointColumn.UNIT, before == null ? "" : said(before.unit()));
      if (least.isEmpty() && most.isEmpty() && step.isEmpty() && unit.isEmpty()) {
        return null;
      }
      Amount from = amount(row, PointColumn.LEAST, least);
      Amount to = amount(row, PointColumn.MOST, most);
      Amount by = step.isEmpty() ? Amount.of(1) : amount(row, PointColumn.STEP, step);
      if (unit.isEmpty()) {
        faults.put(row.field(PointColumn.UNIT), Say.text("pointgrid.no-unit"));
      }
      return from == null || to == null || by == null
          ? null
          : new Quantity(edited(before == null ? null : before.unit(), unit), from, to, by);
    }

    private @Nullable Amount amount(PointRow row, PointColumn column, String text) {
      String field = row.field(column);
      if (text.isEmpty()) {
        faults.put(field, Say.text("pointgrid.no-amount"));
        return null;
      }
      try {
        return new Amount(text);
      } catch (InvalidValueException e) {
        faults.put(field, Say.sentence(Complaint.of(e).sentence()));
        return null;
      }
    }

    PointsFilled filled(Map<String, String> seen) {
      List<CaseEdit> edits = new ArrayList<>();
      Map<String, Version> basedOn = new HashMap<>();
      Map<String, String> fields = new HashMap<>();
      chosenIds();
      for (PointDraft draft : drafts) {
        Point after = point(draft);
        if (after == null || after.equals(draft.before)) {
          continue;
        }
        String id = after.id().value();
        if (draft.before == null) {
          edits.add(new CaseEdit.Add(after, null));
        } else {
          edits.add(new CaseEdit.Change(after));
          basedOn.put(id, new Version(seen.getOrDefault(id, "")));
        }
        draft.fields.forEach((path, field) -> fields.put(id + "/" + path, field));
      }
      return new PointsFilled(edits, basedOn, faults, fields);
    }

    /// Ids that were typed come before those that are made.
    private void chosenIds() {
      for (PointDraft draft : drafts) {
        if (draft.before == null) {
          chosenId(draft.row, draft.id);
        }
        draft.added.forEach(each -> chosenId(each.row, each.id));
      }
    }

    private void chosenId(PointRow row, String id) {
      String field = row.field(PointColumn.ID);
      if (!id.isEmpty() && !Id.SYNTAX.matcher(id).matches()) {
        faults.put(field, Say.text("pointgrid.no-id", "value", id));
      } else if (!id.isEmpty() && !used.add(id)) {
        faults.put(field, Say.text("pointgrid.id-taken", "value", id));
      }
    }

    private @Nullable Point point(PointDraft draft) {
      Point before = draft.before;
      String instrument = draft.instrument;
      if (view.instruments().stream().noneMatch(each -> each.id().value().equals(instrument))) {
        faults.put(
            draft.row.field(PointColumn.INSTRUMENT),
            Say.text("pointgrid.no-instrument", "value", instrument));
      }
      if (!faults.isEmpty()) {
        return null;
      }
      if (draft.number.isEmpty()) {
        highest = Math.addExact(highest, 1);
        draft.number = Integer.toString(highest);
      }
      String id = draft.id;
      if (id.isEmpty()) {
        String slug = ReadableIds.slug(draft.number);
        id = ReadableIds.free("p" + (slug.isEmpty() ? "oint" : slug), used);
      }
      Visibility readersOfParts =
          before == null || before.visibility().covers(readers) ? readers : before.visibility();
      List<Option> options = new ArrayList<>(draft.options);
      for (OptionDraft each : draft.added) {
        draft.fields.put(option(options.size(), "title"), each.row.field(PointColumn.OPTION));
        options.add(
            new Option(
                new OptionId(
                    each.id.isEmpty() ? IdGenerator.partId(id, each.title, used) : each.id),
                LocalizedText.of(each.title),
                null,
                List.of(),
                List.of(),
                readersOfParts));
      }
      return before == null ? added(draft, id, options) : changed(draft, before, options);
    }

    private Point added(PointDraft draft, String id, List<Option> options) {
      return new Point(
          new PointId(id),
          draft.number,
          draft.title,
          null,
          new InstrumentId(draft.instrument),
          null,
          null,
          false,
          Point.Content.REPORTED,
          List.of(),
          null,
          List.of(),
          options,
          draft.quantity,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          readers);
    }

    private Point changed(PointDraft draft, Point before, List<Option> options) {
      return new Point(
          before.id(),
          draft.number,
          draft.title,
          before.summary(),
          new InstrumentId(draft.instrument),
          before.partOf(),
          before.order(),
          before.heading(),
          before.content(),
          before.topics(),
          before.weight(),
          before.components(),
          options,
          draft.quantity,
          before.texts(),
          before.versions(),
          before.places(),
          before.source(),
          before.visibility());
    }
  }

  /// The title of a row for screen readers.
  public static String called(PointRow row) {
    Point point = row.point();
    Option option = row.option();
    String above = point == null ? "" : point.number() + " " + said(point.title());
    return option != null
        ? Objects.requireNonNullElse(said(option.title()), "")
        : row.isNew() ? Say.text("pointgrid.new-row", "point", above) : above;
  }
}
