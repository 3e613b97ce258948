package org.parley.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.records.TableRead;
import org.parley.exchange.records.TableReading;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.checks.References;
import org.parley.reading.dates.SaidDate;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;
import tools.jackson.databind.JsonNode;

/// The addresses that take tables in.
final class TableLines {

  /// A table of records of one kind.
  ///
  /// @param columns the column that each column is; those recognised by their headings by default
  /// @param save whether the records are saved; else they are only shown
  record TableInput(
      String kind,
      String text,
      @Nullable List<String> columns,
      @Nullable String days,
      @Nullable String decimals,
      @Nullable Boolean update,
      @Nullable Boolean save,
      @Nullable String why) {}

  /// A table as it was read.
  ///
  /// @param columns the column that each column was taken for; empty text for none
  /// @param notes sentences on lines that are not read as rows, or perhaps are of another table
  record ImportedTableAnswer(
      List<String> columns,
      int rows,
      List<Id> added,
      List<Id> changed,
      int same,
      List<TableCellFault> faults,
      List<String> notes,
      boolean saved) {}

  /// A fault of a cell.
  ///
  /// @param line the line of the table, from 1
  /// @param heading the heading of its column; absent if the table has no such column
  record TableCellFault(
      int line, @Nullable String heading, String column, String value, ComplaintAnswer complaint) {}

  private TableLines() {}

  static List<Line> lines() {
    return List.of(
        Line.change(
                "POST",
                "/api/import/table",
                "changes",
                "importTable",
                "takes a table of records in")
            .sent(TableInput.class)
            .answers(ImportedTableAnswer.class, TableLines::take));
  }

  private static Reply take(Asked asked) {
    JsonNode body = asked.body(TableInput.class);
    TableKind kind =
        TableKind.find(Asked.text(body, "kind"))
            .orElseThrow(
                () ->
                    BadQuery.ofBody(
                        "kind",
                        "there is no such kind of table",
                        "Maybe one of: " + String.join(", ", TableKind.words()) + "."));
    Sheet sheet = Headings.joined(kind, sheet(Asked.text(body, "text")), asked.open().view());
    List<String> columns = columns(asked, body, kind, sheet);
    TableRead read = TableReading.read(kind, sheet, columns, context(asked, body));
    boolean updates = body.path("update").asBoolean(true);
    boolean isWritten = body.path("save").asBoolean(false);
    if (!isWritten) {
      return Reply.of(answer(sheet, columns, read, false));
    }
    if (!read.faults().isEmpty()) {
      return Errors.refused(new SaveOutcome.Refused(troubles(read)));
    }
    return save(asked, body, read, updates, answer(sheet, columns, read, true));
  }

  private static Sheet sheet(String text) {
    try {
      return SheetReader.read(text);
    } catch (BadSheetException refused) {
      throw BadQuery.ofBody("text", refused.why().message(), refused.why().advice() + ".");
    }
  }

  private static List<String> columns(Asked asked, JsonNode body, TableKind kind, Sheet sheet) {
    JsonNode named = body.path("columns");
    if (!named.isArray() || named.isEmpty()) {
      return Headings.recognised(kind, sheet, asked.open().view());
    }
    Set<String> allowed = new HashSet<>(Headings.columns(kind, asked.open().view()));
    List<String> columns = new ArrayList<>();
    for (JsonNode each : named) {
      String name = each.asString("");
      if (!name.isEmpty() && !allowed.contains(name)) {
        throw BadQuery.ofBody(
            "columns",
            "a table of " + kind.word() + " has no column \"" + name + "\"",
            "Maybe one of: " + String.join(", ", allowed.stream().sorted().toList()) + ".");
      }
      columns.add(name);
    }
    if (columns.size() != sheet.heading().size()) {
      throw BadQuery.ofBody(
          "columns",
          "the table has " + sheet.heading().size() + " columns, and here are " + columns.size(),
          "Maybe name each of them, with an empty text for those left out.");
    }
    return columns;
  }

  private static TableReading.TableContext context(Asked asked, JsonNode body) {
    OpenCase open = asked.open();
    Set<String> taken = new HashSet<>(References.declared(open.view().records()));
    for (CaseRecord each : asked.cases().setAside().records()) {
      taken.add(each.id().value());
    }
    return new TableReading.TableContext(
        open.view(),
        taken,
        Rights.beginningOfIds(asked.visitor()),
        Rights.defaultVisibility(asked.visitor()),
        Language.current().tag(),
        new LocalForms(
            DayOrder.of(Asked.text(body, "days")),
            LocalForms.DecimalSign.of(Asked.text(body, "decimals"))),
        SaidDate::of);
  }

  private static ImportedTableAnswer answer(
      Sheet sheet, List<String> columns, TableRead read, boolean isSaved) {
    List<Id> added = read.added().stream().map(CaseRecord::id).map(Id.class::cast).toList();
    List<Id> changed =
        read.changed().stream().map(each -> each.record().id()).map(Id.class::cast).toList();
    return new ImportedTableAnswer(
        columns,
        sheet.rows().size(),
        added,
        changed,
        read.records().size() - added.size() - changed.size(),
        read.faults().stream().map(each -> fault(sheet, each)).toList(),
        sheet.told(),
        isSaved);
  }

  private static TableCellFault fault(Sheet sheet, TableRead.TableCellFault fault) {
    return new TableCellFault(
        sheet.line(fault.row()),
        fault.column() < 0 ? null : sheet.heading().get(fault.column()),
        fault.name(),
        fault.value(),
        ComplaintAnswer.of(fault.complaint()));
  }

  private static List<SaveOutcome.Trouble> troubles(TableRead read) {
    return read.faults().stream()
        .map(
            each ->
                new SaveOutcome.Trouble(
                    null, List.of(Integer.toString(each.row()), each.name()), each.complaint()))
        .toList();
  }

  private static Reply save(
      Asked asked, JsonNode body, TableRead read, boolean updates, ImportedTableAnswer answer) {
    Map<String, Version> versions = new HashMap<>();
    for (TableRead.RowRecord each : read.changed()) {
      CaseRecord before = each.before();
      if (before != null) {
        versions.put(before.id().value(), Version.of(before));
      }
    }
    if (read.edits(updates).isEmpty()) {
      return Reply.of(answer);
    }
    SaveOutcome saving =
        asked
            .cases()
            .change(asked.visitor(), read.edits(updates), Asked.text(body, "why"), versions);
    return saving instanceof SaveOutcome.Saved
        ? Reply.of(answer)
        : ChangeLines.reply(asked, saving, read.edits(updates));
  }
}
