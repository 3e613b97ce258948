package org.parley.answer.guarantees;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;

/// A question about coverage, its result, and the holes that open if a party breaks its promises.
///
/// @param opened the holes that open; empty if no party was named
public record AskedCoverage(
    CoverageQuestion question, Coverage coverage, List<Coverage.Strip> opened) {

  public AskedCoverage {
    opened = List.copyOf(opened);
  }

  /// Answers the questions of a case.
  ///
  /// @param only the id of one question; null for all
  /// @param without the party that breaks its promises; null for none
  public static List<AskedCoverage> of(
      CaseView view, CaseGuarantees guarantees, @Nullable String only, @Nullable PartyId without) {
    return view.coverageQuestions().stream()
        .filter(each -> only == null || each.id().value().equals(only))
        .map(each -> ask(each, guarantees, without))
        .toList();
  }

  private static AskedCoverage ask(
      CoverageQuestion question, CaseGuarantees guarantees, @Nullable PartyId without) {
    Coverage.Question put = guarantees.question(question);
    return new AskedCoverage(
        question,
        Guarantees.coverage(put, guarantees.commitments(), guarantees.contributions())
            .findAnswer()
            .orElseThrow(),
        without == null
            ? List.of()
            : Guarantees.cascade(
                put, guarantees.commitments(), guarantees.contributions(), without));
  }
}
