package org.parley.web.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.form.RecordForm;
import org.parley.model.SetAside;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.wording.Complaint;

/// The hidden records that do not fit what others have on record.
///
/// @param frame what surrounds it
/// @param rows one for each record
/// @param faults what keeps files of `set-aside/` from being read, with its place
public record SetAsidePage(Frame frame, List<Row> rows, List<String> faults) {

  public SetAsidePage {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /// A record.
  ///
  /// @param kind the key of its kind
  /// @param id its id
  /// @param problems why it does not fit, each in a sentence; empty where it fits again
  /// @param place where it stands in the files of the case; null for one of the journal, which has
  ///   a form
  public record Row(String kind, String id, List<String> problems, @Nullable SourceLocation place) {
    public Row {
      problems = List.copyOf(problems);
    }
  }

  /// The page for what somebody sees of a case.
  ///
  /// @param folder what lies beside its files
  public static SetAsidePage of(OpenCase open, SetAsideFolder.Read folder) {
    List<Row> rows = new ArrayList<>();
    open.view().setAside().forEach(each -> rows.add(row(each, null)));
    folder.all().forEach(each -> rows.add(row(each, folder.placeOf(each.record()))));
    return new SetAsidePage(
        Frame.of("Set aside", open.view().info(), "set-aside"),
        rows,
        folder.problems().stream().map(CaseProblem::toString).toList());
  }

  private static Row row(SetAside each, @Nullable SourceLocation place) {
    return new Row(
        RecordForm.of(each.record()).kind(),
        each.record().id().value(),
        each.problems().stream().map(problem -> Complaint.of(problem).sentence()).toList(),
        place);
  }
}
