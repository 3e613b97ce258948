package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableColumn;
import org.parley.exchange.records.TableColumns;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.records.TableRead;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// The page that takes a table in: before it is given, and its preview.
///
/// @param frame the page frame
/// @param kinds the kinds that the visitor may add
/// @param kind the chosen kind; null if there is none to choose
/// @param text the pasted text
/// @param preview the table as it was read; null before it is given
/// @param faults by cell, `row/column`, what is wrong with it
/// @param troubles what is wrong with no cell
/// @param choices the visibilities to choose from
/// @param readers the chosen one
/// @param saved the number of records just saved; 0 for none
public record TableImportPage(
    Frame frame,
    List<Choice> kinds,
    @Nullable TableKind kind,
    String text,
    @Nullable TablePreview preview,
    Map<String, String> faults,
    List<String> troubles,
    List<Choice> choices,
    String readers,
    int saved) {

  private static final int MOST_CHANGES = 200;

  public TableImportPage {
    kinds = List.copyOf(kinds);
    faults = Map.copyOf(faults);
    troubles = List.copyOf(troubles);
    choices = List.copyOf(choices);
  }

  /// A table as it was read.
  ///
  /// @param form what was sent
  /// @param read its records
  /// @param columns the columns to choose from
  /// @param changes what would change of records on record, in words
  /// @param versions the version of each record that would change, by id
  public record TablePreview(
      TableImportForm form,
      TableRead read,
      List<Choice> columns,
      List<String> changes,
      Map<String, String> versions) {
    public TablePreview {
      columns = List.copyOf(columns);
      changes = List.copyOf(changes);
      versions = Map.copyOf(versions);
    }

    /// How many records would be saved.
    public int count() {
      return read.added().size() + (form.isUpdated() ? read.changed().size() : 0);
    }
  }

  /// The kinds that the visitor may add, each with its name.
  public static List<Choice> kinds(Visit.May may) {
    List<Choice> kinds = new ArrayList<>();
    for (TableKind each : TableKind.values()) {
      if (may.add(each.key())) {
        kinds.add(new Choice(each.word(), name(each)));
      }
    }
    return kinds;
  }

  private static String name(TableKind kind) {
    return Say.text("table.kinds." + kind.word());
  }

  /// The page before a table is given.
  public static TableImportPage of(
      OpenCase open, Visitor visitor, @Nullable TableKind kind, int saved) {
    return empty(open, visitor, kind, "", List.of(), saved);
  }

  /// The page with a text that is no table.
  public static TableImportPage refused(
      OpenCase open, Visitor visitor, @Nullable TableKind kind, String text, Complaint why) {
    return empty(open, visitor, kind, text, List.of(Say.sentence(why.sentence())), 0);
  }

  private static TableImportPage empty(
      OpenCase open,
      Visitor visitor,
      @Nullable TableKind kind,
      String text,
      List<String> troubles,
      int saved) {
    return new TableImportPage(
        frame(open),
        kinds(Visit.current().may()),
        kind,
        text,
        null,
        Map.of(),
        troubles,
        choices(open, visitor),
        FormVisibility.word(Rights.defaultVisibility(visitor)),
        saved);
  }

  private static Frame frame(OpenCase open) {
    return Frame.of(Say.text("table.title"), open.view().info(), "edit");
  }

  private static List<Choice> choices(OpenCase open, Visitor visitor) {
    return ReaderChoices.of(open.view(), visitor, "sheet.readers.", false);
  }

  /// The preview of a table.
  ///
  /// @param found what saving found wrong with its records
  /// @param notes sentences to show before all else
  public static TableImportPage preview(
      OpenCase open,
      Visitor visitor,
      TableImportForm form,
      TableRead read,
      String readers,
      List<SaveOutcome.Trouble> found,
      List<String> notes) {
    Map<String, String> faults = new HashMap<>();
    List<String> troubles = new ArrayList<>(notes);
    cells(read, faults, troubles);
    found.forEach(each -> place(form, read, each, faults, troubles));
    return new TableImportPage(
        frame(open),
        kinds(Visit.current().may()),
        form.kind(),
        form.sheet().toCsv(),
        new TablePreview(form, read, columns(open, form), changes(open, read), versions(read)),
        faults,
        troubles,
        choices(open, visitor),
        readers,
        0);
  }

  private static void cells(TableRead read, Map<String, String> faults, List<String> troubles) {
    Map<String, Set<Integer>> rowsWithout = new LinkedHashMap<>();
    for (TableRead.TableCellFault each : read.faults()) {
      String sentence = Say.sentence(each.complaint().sentence());
      if (each.column() >= 0) {
        faults.putIfAbsent(each.row() + "/" + each.column(), sentence);
      } else {
        rowsWithout
            .computeIfAbsent(label(each.name()) + "\n" + sentence, _ -> new LinkedHashSet<>())
            .add(each.row());
      }
    }
    rowsWithout.forEach(
        (what, rows) ->
            troubles.add(
                Say.text(
                    "table.no-column",
                    "column",
                    what.substring(0, what.indexOf('\n')),
                    "fault",
                    what.substring(what.indexOf('\n') + 1),
                    "count",
                    rows.size())));
  }

  private static String label(String name) {
    return new TableColumn(name, "", false).label(Messages.current());
  }

  private static void place(
      TableImportForm form,
      TableRead read,
      SaveOutcome.Trouble trouble,
      Map<String, String> faults,
      List<String> troubles) {
    int column = column(form.columns(), trouble.path());
    for (TableRead.RowRecord each : read.records()) {
      if (column >= 0 && each.record().id().value().equals(trouble.record())) {
        faults.putIfAbsent(each.row() + "/" + column, Say.sentence(trouble.sentence()));
        return;
      }
    }
    troubles.add(Say.sentence(trouble.sentenceWithRecord()));
  }

  private static int column(List<String> columns, List<String> path) {
    String name = String.join(".", path.stream().filter(each -> !each.matches("\\d+")).toList());
    while (!name.isEmpty()) {
      int at = columns.indexOf(name);
      if (at >= 0) {
        return at;
      }
      name = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }
    return -1;
  }

  private static List<Choice> columns(OpenCase open, TableImportForm form) {
    List<Choice> columns = new ArrayList<>(List.of(new Choice("", Say.text("table.none"))));
    for (TableColumn each : TableColumns.of(form.kind(), open.view())) {
      columns.add(new Choice(each.name(), each.label(Messages.current())));
    }
    if (form.kind() == TableKind.POSITIONS) {
      open.view()
          .parties()
          .forEach(
              each ->
                  columns.add(
                      new Choice(
                          Headings.OF_PARTY + each.id().value(),
                          Say.text("table.column-of", "party", each.label()))));
    }
    return columns;
  }

  private static List<String> changes(OpenCase open, TableRead read) {
    List<String> changes = new ArrayList<>();
    for (TableRead.RowRecord each : read.changed()) {
      FieldWording wording = new FieldWording(open.view(), RecordForm.of(each.record()));
      for (Difference difference : each.differences()) {
        if (changes.size() == MOST_CHANGES) {
          return changes;
        }
        changes.add(
            Say.text(
                "table.change",
                "record",
                each.record().id().value(),
                "field",
                String.join(", ", difference.path()),
                "before",
                wording.text(difference.before()),
                "after",
                wording.text(difference.after())));
      }
    }
    return changes;
  }

  private static Map<String, String> versions(TableRead read) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (TableRead.RowRecord each : read.changed()) {
      if (each.before() != null) {
        versions.put(each.record().id().value(), Version.of(each.before()).value());
      }
    }
    return versions;
  }

  /// The number of things to correct.
  public int wrong() {
    return faults.size() + troubles.size();
  }

  /// The fault of a cell; empty for none.
  public String wrong(int row, int column) {
    return faults.getOrDefault(row + "/" + column, "");
  }

  /// Whether a question about days is asked, or was answered.
  public boolean asksDays() {
    return preview != null
        && (preview.read.asksDays() || preview.form.forms().days() != DayOrder.UNKNOWN);
  }

  /// Whether a question about decimal signs is asked, or was answered.
  public boolean asksDecimals() {
    return preview != null
        && (preview.read.asksDecimals()
            || preview.form.forms().decimals() != LocalForms.DecimalSign.UNKNOWN);
  }

  /// The outcome of each row: new, changed, as on record, or part of the record above.
  public List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    if (preview == null) {
      return outcomes;
    }
    Map<Integer, String> first = new HashMap<>();
    for (TableRead.RowRecord each : preview.read.records()) {
      first.put(
          each.row(),
          Say.text(each.isNew() ? "table.new" : each.isChange() ? "table.changed" : "table.same"));
    }
    Set<Integer> wrong = new HashSet<>();
    preview.read.faults().forEach(each -> wrong.add(each.row()));
    String above = "";
    for (int row = 0; row < preview.form.sheet().rows().size(); row++) {
      String own = first.get(row);
      above = own != null ? Say.text("table.belongs") : wrong.contains(row) ? "" : above;
      outcomes.add(own != null ? own : wrong.contains(row) ? "" : above);
    }
    return outcomes;
  }

  /// Where the table comes from; empty for pasted rows.
  public String origin() {
    if (preview == null || preview.form.file().isEmpty()) {
      return "";
    }
    String sheet = preview.form.sheet().name();
    return sheet.isEmpty()
        ? Say.text("table.origin", "file", preview.form.file())
        : Say.text("table.origin-sheet", "file", preview.form.file(), "sheet", sheet);
  }
}
