package org.parley.reading.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceKind;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;

/// Proposes a reliability grade for a text from formal features: named speakers, dates, original or
/// relayed content. Opinions in the text are never used.
final class Reliabilities {

  /// A grade, and why.
  record Graded(Reliability grade, SourceKind kind, GradeReason why) {}

  private Reliabilities() {}

  static Graded of(CaseView view, ArticleReading reading, List<String> outlets) {
    List<Proposal.OfClaim> claims =
        reading.proposals().stream()
            .filter(Proposal.OfClaim.class::isInstance)
            .map(Proposal.OfClaim.class::cast)
            .filter(each -> each.attribution() != Attribution.NEWSROOM)
            .toList();
    Set<String> named = new HashSet<>();
    Set<String> unnamed = new HashSet<>();
    int quoted = 0;
    int dated = 0;
    for (Proposal.OfClaim each : claims) {
      (each.speaker().isNamed() ? named : unnamed).add(each.speaker().name());
      quoted += each.attribution() == Attribution.DIRECT_QUOTE ? 1 : 0;
      dated += each.said() == null ? 0 : 1;
    }
    SourceKind kind =
        named.isEmpty() && !unnamed.isEmpty()
            ? SourceKind.UNATTRIBUTED
            : claims.size() > 0 && quoted == claims.size()
                ? SourceKind.DIRECT_QUOTE
                : SourceKind.REPORT;
    String publisher = reading.article().publisher();
    for (Source each : view.sources()) {
      if (publisher != null && each.publisher().equalsIgnoreCase(publisher)) {
        return new Graded(each.reliability(), kind, new GradeReason.SamePublisher(each.id()));
      }
    }
    Reliability grade;
    if (claims.isEmpty()) {
      grade = Reliability.F;
    } else if (named.size() > unnamed.size() && 2 * dated >= claims.size()) {
      grade = outlets.isEmpty() ? Reliability.B : Reliability.C;
    } else if (!named.isEmpty()) {
      grade = Reliability.C;
    } else {
      grade = Reliability.D;
    }
    return new Graded(
        grade,
        kind,
        new GradeReason.Features(named.size(), unnamed.size(), dated, claims.size(), outlets));
  }
}
