package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.yaml.FileFault;
import org.parley.exchange.records.TableRead.RowRecord;
import org.parley.exchange.records.TableRead.TableCellFault;
import org.parley.exchange.records.TableRow.Cell;
import org.parley.exchange.records.TableRow.Draft;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.CaseViolation;
import org.parley.model.date.Edtf;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Makes records of the rows of a sheet, and checks them with the rest of the case.
///
/// A row with the id or name of a record on record changes it. Filled cells replace its values,
/// empty cells leave them. Nothing is written. Cost: linear in cells and records.
public final class TableReading {

  /// The case that a table is read for.
  ///
  /// @param view the case as its writer sees it
  /// @param taken the ids in use
  /// @param idPrefix the beginning of new ids
  /// @param visibility who sees new records, where no cell says so
  /// @param language the language of new sources and of names beside translations, a BCP 47 tag
  /// @param forms how days and numbers are written
  /// @param dates the form of the case for a day as it was said; throws if it is none
  public record TableContext(
      CaseView view,
      Set<String> taken,
      String idPrefix,
      Visibility visibility,
      String language,
      LocalForms forms,
      Function<String, Edtf> dates) {
    public TableContext {
      taken = Set.copyOf(taken);
    }
  }

  private final TableKind kind;
  private final Sheet sheet;
  private final List<String> columns;
  private final TableContext context;
  private final CellNames names;
  private final List<TableCellFault> faults = new ArrayList<>();
  private final List<RowRecord> records = new ArrayList<>();
  private final Map<String, DraftReading> readings = new HashMap<>();

  private TableReading(TableKind kind, Sheet sheet, List<String> columns, TableContext context) {
    this.kind = kind;
    this.sheet = sheet;
    this.columns = List.copyOf(columns);
    this.context = context;
    this.names = new CellNames(context.view());
  }

  /// Reads the records of a sheet.
  ///
  /// @param columns the name of the column that each column of the sheet is; empty for none
  public static TableRead read(
      TableKind kind, Sheet sheet, List<String> columns, TableContext context) {
    return new TableReading(kind, sheet, columns, context).read();
  }

  private TableRead read() {
    List<TableColumn> all = TableColumns.of(kind, context.view());
    List<Draft> drafts =
        TableRows.drafts(
            kind, sheet, columns, all, names, (cell, why) -> fault(cell, columnName(cell), why));
    ValueReading values = new ValueReading(context, names, drafts, kind);
    DraftIds ids = new DraftIds(kind, context, names, drafts);
    for (Draft draft : drafts) {
      take(draft, ids, values);
    }
    if (faults.isEmpty()) {
      check();
    }
    return new TableRead(records, faults, values.asksDays(), values.asksDecimals());
  }

  private String columnName(Cell cell) {
    return columns.get(cell.column());
  }

  private void fault(Cell cell, String name, Complaint why) {
    boolean isKnown =
        faults.stream()
            .anyMatch(
                each ->
                    each.row() == cell.row()
                        && each.column() == cell.column()
                        && (cell.column() >= 0 || each.name().equals(name)));
    if (!isKnown) {
      faults.add(new TableCellFault(cell.row(), cell.column(), name, cell.text(), why));
    }
  }

  private void take(Draft draft, DraftIds ids, ValueReading values) {
    int before = faults.size();
    DraftReading reading =
        new DraftReading(
            kind, draft, values, ids, (cell, why) -> fault(cell, columnName(cell), why));
    FormValue.Keys written = reading.written();
    if (faults.size() > before) {
      return;
    }
    switch (kind.form().fill(written, values.known())) {
      case FormOutcome.Made(CaseRecord record) -> {
        CaseRecord existing = reading.existing();
        records.add(
            new RowRecord(draft.head.row(), record, existing, differences(existing, record)));
        readings.put(record.id().value(), reading);
      }
      case FormOutcome.Faulty(List<FieldProblem> problems) ->
          problems.forEach(each -> place(reading, each.path(), each.complaint()));
    }
  }

  private List<Difference> differences(@Nullable CaseRecord before, CaseRecord after) {
    return before == null || before.equals(after)
        ? List.of()
        : Difference.between(kind.form(), kind.form().written(before), kind.form().written(after));
  }

  private void place(DraftReading reading, List<String> path, Complaint complaint) {
    DraftReading.Place place = reading.place(path);
    Cell cell = place.cell();
    if (cell != null) {
      fault(cell, place.name(), complaint);
    } else {
      int column = columns.indexOf(place.name());
      Complaint why =
          column < 0 && complaint.why() == FileFault.Plain.NEEDED
              ? new Complaint(new TableFault.ColumnNeeded(label(place.name())))
              : complaint;
      fault(new Cell(complaint.value(), place.row(), column), place.name(), why);
    }
  }

  private static String label(String name) {
    return new TableColumn(name, "", false).label(Messages.current());
  }

  /// The violations of the case with these records.
  private void check() {
    Map<String, CaseRecord> all = new LinkedHashMap<>();
    context.view().records().forEach(each -> all.put(each.id().value(), each));
    Set<String> own = new HashSet<>();
    for (RowRecord each : records) {
      all.put(each.record().id().value(), each.record());
      own.add(each.record().id().value());
    }
    List<CaseRecord> together = List.copyOf(all.values());
    for (CaseViolation each : CaseChecks.problems(context.view().info(), together)) {
      CaseRecord record = each.record() < 0 ? null : together.get(each.record());
      if (record != null && own.contains(record.id().value())) {
        DraftReading reading = Objects.requireNonNull(readings.get(record.id().value()));
        place(
            reading,
            kind.form().locate(kind.form().written(record), each.path(), each.value()),
            Complaint.of(each));
      }
    }
  }
}
