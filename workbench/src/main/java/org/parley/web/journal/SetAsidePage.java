package org.parley.web.journal;

import java.util.List;
import org.parley.casefile.form.RecordForm;
import org.parley.model.SetAside;
import org.parley.model.checks.Problem;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;

/// The hidden records that do not fit what others have on record.
///
/// @param frame what surrounds it
/// @param rows one for each record, by id
public record SetAsidePage(Frame frame, List<Row> rows) {

  public SetAsidePage {
    rows = List.copyOf(rows);
  }

  /// A record.
  ///
  /// @param kind the key of its kind
  /// @param id its id
  /// @param problems why it does not fit, each in a sentence
  public record Row(String kind, String id, List<String> problems) {
    public Row {
      problems = List.copyOf(problems);
    }
  }

  /// The page for what somebody sees of a case.
  public static SetAsidePage of(OpenCase open) {
    return new SetAsidePage(
        Frame.of("Set aside", open.view().info(), "set-aside"),
        open.view().setAside().stream().map(SetAsidePage::row).toList());
  }

  private static Row row(SetAside each) {
    return new Row(
        RecordForm.of(each.record()).kind(),
        each.record().id().value(),
        each.problems().stream().map(SetAsidePage::sentence).toList());
  }

  private static String sentence(Problem problem) {
    return problem.message()
        + (problem.value().isEmpty() ? "" : ": \"" + problem.value() + "\"")
        + ". "
        + problem.advice()
        + ".";
  }
}
