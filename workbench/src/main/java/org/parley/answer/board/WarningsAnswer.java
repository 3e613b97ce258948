package org.parley.answer.board;

import java.util.List;
import java.util.stream.Stream;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.sense.SenseChecks;
import org.parley.wording.Complaint;

/// The records that fit the rules of a case, but are probably wrong.
public record WarningsAnswer(List<RecordWarning> warnings) {

  /// A warning about a record.
  ///
  /// @param path the location in the record: keys and list indices, separated by dots
  /// @param code the stable code of the reason
  public record RecordWarning(
      Id record, String path, String code, String message, String value, String advice) {

    /// The warning in one sentence, without its record.
    public String sentence() {
      return Complaint.sentence(message, value, advice);
    }
  }

  public WarningsAnswer {
    warnings = List.copyOf(warnings);
  }

  /// A warning that is not said in words yet. A large case has many, of which a page shows few.
  ///
  /// @param path the location in the record
  public record FoundWarning(Id record, List<String> path, Complaint complaint) {

    /// The same in words of the current language.
    public RecordWarning inWords() {
      return new RecordWarning(
          record,
          String.join(".", path),
          complaint.code(),
          complaint.message(),
          complaint.value(),
          complaint.advice());
    }
  }

  /// The warnings about the records of a view: words without a match, then doubts.
  public static WarningsAnswer of(CaseView view) {
    return of(find(view));
  }

  /// Warnings that were found, in words of the current language.
  public static WarningsAnswer of(List<FoundWarning> found) {
    return new WarningsAnswer(found.stream().map(FoundWarning::inWords).toList());
  }

  /// The same warnings, without words.
  public static List<FoundWarning> find(CaseView view) {
    return Stream.concat(
            LooseWords.of(view.records()).stream()
                .map(each -> new FoundWarning(each.record(), each.path(), Complaint.of(each))),
            SenseChecks.of(view).stream()
                .map(each -> new FoundWarning(each.record(), each.path(), Complaint.of(each))))
        .toList();
  }
}
