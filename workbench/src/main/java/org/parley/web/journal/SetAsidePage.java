package org.parley.web.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.form.RecordForm;
import org.parley.model.checks.SetAside;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The hidden records, and hidden parts of records, that do not fit the others.
///
/// @param frame the page frame
/// @param rows one for each record
/// @param faults the faults of files in `set-aside/`, with their locations
public record SetAsidePage(Frame frame, List<Row> rows, List<String> faults) {

  public SetAsidePage {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /// A record.
  ///
  /// @param kind the key of its kind
  /// @param id its id
  /// @param part the part that does not fit, as `options/1`; empty for the whole record
  /// @param problems its violations, each in a sentence; empty if it fits again
  /// @param place its location in the files of the case; null for a record of the journal, which
  ///   has a form
  public record Row(
      String kind, String id, String part, List<String> problems, @Nullable SourceLocation place) {
    public Row {
      problems = List.copyOf(problems);
    }
  }

  /// The page for a viewer of a case.
  ///
  /// @param folder the set-aside records beside its files
  public static SetAsidePage of(OpenCase open, SetAsideFolder.Read folder) {
    List<Row> rows = new ArrayList<>();
    open.view().setAside().forEach(each -> rows.add(row(each, null)));
    folder.all().forEach(each -> rows.add(row(each, folder.placeOf(each))));
    return new SetAsidePage(
        Frame.of(Say.text("set-aside.title"), open.view().info(), "set-aside"),
        rows,
        folder.problems().stream().map(CaseProblem::toString).toList());
  }

  private static Row row(SetAside each, @Nullable SourceLocation place) {
    return new Row(
        RecordForm.of(each.record()).kind(),
        each.record().id().value(),
        each.part() == null ? "" : String.join("/", each.part().path()),
        each.problems().stream().map(problem -> Complaint.of(problem).sentence()).toList(),
        place);
  }
}
