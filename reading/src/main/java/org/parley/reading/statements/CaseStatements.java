package org.parley.reading.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.cases.RecordedPeople;
import org.parley.reading.language.Lexicon;

/// The statements of several texts read for a case, with their relation to its claims.
public final class CaseStatements {

  private CaseStatements() {}

  /// Groups the claims of readings. A telling's `article` is the index in `readings`, its `number`
  /// that of the candidate.
  public static List<StatementGroup> of(CaseView view, List<CaseReading> readings) {
    List<Telling> told = new ArrayList<>();
    String language =
        readings.isEmpty()
            ? "en"
            : Lexicon.serving(readings.getFirst().reading().article().language());
    RecordedPeople people = new RecordedPeople(view, language);
    for (int i = 0; i < readings.size(); i++) {
      told.addAll(tellings(people, i, readings.get(i)));
    }
    return grouped(view, told, language);
  }

  /// The claims of a reading, their speakers under the names on record.
  ///
  /// @param article the index of the article
  public static List<Telling> tellings(RecordedPeople people, int article, CaseReading reading) {
    List<Telling> told = new ArrayList<>();
    for (Candidate each : reading.candidates()) {
      if (each.proposal() instanceof Proposal.OfClaim claim) {
        told.add(
            named(
                people,
                claim,
                Telling.of(
                    article,
                    each.number(),
                    reading.reading().article().published(),
                    claim,
                    each.record() instanceof Claim record ? about(record) : Set.of())));
      }
    }
    return told;
  }

  /// Groups claims that were read elsewhere.
  public static List<StatementGroup> grouped(CaseView view, List<Telling> told, String language) {
    return grouped(view, told, new TellingMemory(null, language));
  }

  /// The same with the terms of the grouping before.
  public static List<StatementGroup> grouped(
      CaseView view, List<Telling> told, TellingMemory memory) {
    return Statements.of(told, view.claims().stream().map(memory::onRecord).toList(), memory);
  }

  /// "The Ukrainian president" under the name on record.
  private static Telling named(RecordedPeople people, Proposal.OfClaim claim, Telling telling) {
    return claim.speaker().isNamed()
        ? telling
        : people.find(telling.speaker()).map(telling::by).orElse(telling);
  }

  private static Set<String> about(Claim claim) {
    return claim.about().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  static Telling onRecord(Claim claim) {
    String words =
        claim.quote() != null
            ? claim.quote().text()
            : claim.paraphrase() == null ? "" : claim.paraphrase();
    return new Telling(
        -1,
        0,
        claim.id(),
        claim.speaker(),
        claim.office(),
        claim.said(),
        null,
        "",
        about(claim),
        stance(claim.asserts()),
        figure(claim.asserts()),
        claim.asserts() instanceof Assertion.Conditional on ? on.condition() : null,
        words,
        claim.quote() != null ? Attribution.DIRECT_QUOTE : Attribution.REPORTED_SPEECH,
        100);
  }

  private static @Nullable Integer figure(Assertion asserts) {
    return asserts instanceof Assertion.Complete complete
        ? ShareFigures.tenths(complete.share())
        : null;
  }

  private static SaidStance stance(Assertion asserts) {
    return switch (asserts) {
      case Assertion.Agreed _, Assertion.Confirmed _, Assertion.Implemented _ -> SaidStance.AGREED;
      case Assertion.AdReferendum _, Assertion.Conditional _ -> SaidStance.CONDITIONAL;
      case Assertion.Measured _ -> SaidStance.SHARE;
      case Assertion.Expects _ -> SaidStance.FINAL_SOON;
      case Assertion.Denied _ -> SaidStance.DENIED_REPORT;
      case Assertion.Open _ -> SaidStance.OPEN;
      case Assertion.Rejected _, Assertion.Refuses _ -> SaidStance.REJECTED;
      case Assertion.Received _ -> SaidStance.RECEIVED;
      case Assertion.NotReceived _ -> SaidStance.NOT_RECEIVED;
      case Assertion.Prefers _, Assertion.States _ -> SaidStance.PREFERS;
      case Assertion.Complete complete -> share(complete);
    };
  }

  /// As [org.parley.reading.cases.CaseReading] writes shares in words.
  private static SaidStance share(Assertion.Complete complete) {
    Integer figure = ShareFigures.tenths(complete.share());
    if (figure != null) {
      return figure < 1000 ? SaidStance.SHARE : SaidStance.AGREED;
    }
    return complete.share().said().contains("final")
        ? SaidStance.FINAL_SOON
        : SaidStance.MOSTLY_AGREED;
  }
}
