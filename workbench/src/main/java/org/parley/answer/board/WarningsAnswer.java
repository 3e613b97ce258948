package org.parley.answer.board;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.claim.Claim;
import org.parley.sense.Doubt;
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
    return Stream.of(findLoose(view), found(SenseChecks.of(view))).flatMap(List::stream).toList();
  }

  /// Those about words without a match.
  public static List<FoundWarning> findLoose(CaseView view) {
    return LooseWords.of(view.records()).stream()
        .map(each -> new FoundWarning(each.record(), each.path(), Complaint.of(each)))
        .toList();
  }

  /// Doubts about some claims, which depend on each claim and its sources alone; in the order of
  /// ids.
  ///
  /// @param claims claims of the view
  public static List<FoundWarning> findOfClaims(CaseView view, Collection<Claim> claims) {
    return found(SenseChecks.ofClaims(view, claims));
  }

  /// Doubts about all records but claims, in the order of ids.
  public static List<FoundWarning> findOfOthers(CaseView view) {
    return found(SenseChecks.ofOthers(view));
  }

  private static List<FoundWarning> found(List<Doubt> doubts) {
    return doubts.stream()
        .map(each -> new FoundWarning(each.record(), each.path(), Complaint.of(each)))
        .toList();
  }
}
