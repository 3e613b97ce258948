package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormVisibility;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.exchange.sheet.ClaimSheet;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetFault;
import org.parley.model.CaseRecord;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Complaint;

/// The page of claims from a spreadsheet: before it is given, and its preview.
///
/// @param frame the page frame
/// @param text the pasted text
/// @param preview the sheet; null before it is given
/// @param faults by cell, `row/column`, what is wrong with it
/// @param troubles what is wrong with no cell
/// @param choices the visibilities to choose from
/// @param readers the chosen one
/// @param saved the number of claims just saved; 0 for none
public record ClaimSheetPage(
    Frame frame,
    String text,
    @Nullable Preview preview,
    Map<String, String> faults,
    List<String> troubles,
    List<Choice> choices,
    String readers,
    int saved) {

  public ClaimSheetPage {
    faults = Map.copyOf(faults);
    troubles = List.copyOf(troubles);
    choices = List.copyOf(choices);
  }

  /// A sheet as it was read.
  ///
  /// @param days the order of day and month that was said
  public record Preview(
      Sheet sheet, List<ClaimColumn> columns, DayOrder days, ClaimSheet.ClaimsRead read) {
    public Preview {
      columns = List.copyOf(columns);
    }

    /// The lines of the rows in their file, for a field of the form.
    public String lines() {
      return SheetFields.lines(sheet);
    }

    /// Whether the order of day and month is asked: it was said, or a day may be two.
    public boolean asksDays() {
      return days != DayOrder.UNKNOWN
          || read.faults().stream()
              .anyMatch(each -> each.complaint().why() == SheetFault.Plain.DAY_OR_MONTH_FIRST);
    }
  }

  /// The page before a sheet is given.
  public static ClaimSheetPage of(OpenCase open, Visitor visitor, int saved) {
    return page(open, visitor, "", List.of(), saved);
  }

  /// The page with a text that is no sheet.
  public static ClaimSheetPage refused(OpenCase open, Visitor visitor, String text, Complaint why) {
    return page(open, visitor, text, List.of(Say.sentence(why.sentence())), 0);
  }

  private static ClaimSheetPage page(
      OpenCase open, Visitor visitor, String text, List<String> troubles, int saved) {
    return new ClaimSheetPage(
        frame(open),
        text,
        null,
        Map.of(),
        troubles,
        ReaderChoices.of(open.view(), visitor, "sheet.readers.", false),
        FormVisibility.word(Rights.defaultVisibility(visitor)),
        saved);
  }

  /// The preview of a sheet.
  ///
  /// @param found what the whole case finds wrong with its claims
  public static ClaimSheetPage preview(
      OpenCase open,
      Visitor visitor,
      Preview preview,
      String readers,
      List<SaveOutcome.Trouble> found) {
    Map<String, String> faults = new HashMap<>();
    Map<String, Set<Integer>> rowsWithout = new LinkedHashMap<>();
    for (ClaimSheet.CellFault each : preview.read.faults()) {
      if (each.column() >= 0) {
        faults.putIfAbsent(
            each.row() + "/" + each.column(), Say.sentence(each.complaint().sentence()));
      } else {
        rowsWithout
            .computeIfAbsent(
                each.key() + " " + each.complaint().sentence(), _ -> new LinkedHashSet<>())
            .add(each.row());
      }
    }
    List<String> troubles = new ArrayList<>();
    rowsWithout.forEach(
        (what, rows) -> {
          String key = what.substring(0, what.indexOf(' '));
          troubles.add(
              Say.text(
                  "sheet.no-column",
                  "column",
                  key.isEmpty() ? "" : Say.text("sheet.column." + key),
                  "fault",
                  what.substring(key.length() + 1),
                  "count",
                  rows.size()));
        });
    for (SaveOutcome.Trouble each : found) {
      Integer row = preview.read.rows().get(String.valueOf(each.record()));
      int column = ClaimSheet.column(preview.columns, each.path());
      if (row != null && column >= 0) {
        faults.putIfAbsent(row + "/" + column, Say.sentence(each.sentence()));
      } else {
        String sentence = Say.sentence(each.sentenceWithRecord());
        troubles.add(
            row == null
                ? sentence
                : Say.text("sheet.row", "row", preview.sheet.line(row), "fault", sentence));
      }
    }
    return new ClaimSheetPage(
        frame(open),
        preview.sheet.toCsv(),
        preview,
        faults,
        troubles,
        ReaderChoices.of(open.view(), visitor, "sheet.readers.", false),
        readers,
        0);
  }

  private static Frame frame(OpenCase open) {
    return Frame.of(Say.text("sheet.title"), open.view().info(), "edit");
  }

  /// Every id that is in use.
  ///
  /// @param besides set-aside records beside the files of the case
  public static Set<String> taken(OpenCase open, List<CaseRecord> besides) {
    return IdGenerator.taken(open.view(), besides);
  }

  /// The number of things to correct.
  public int wrong() {
    return faults.size() + troubles.size();
  }

  /// The fault of a cell; empty for none.
  public String wrong(int row, int column) {
    return faults.getOrDefault(row + "/" + column, "");
  }

  /// The singular of a kind of missing record.
  public String kind(ClaimSheet.MissingRecord missing) {
    return Say.text("sheet.kind", "kind", missing.kind());
  }
}
