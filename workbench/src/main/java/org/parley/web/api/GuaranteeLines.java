package org.parley.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.JsonKey;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.guarantees.GuaranteeAnswers;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Incident;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import tools.jackson.databind.JsonNode;

/// Guarantees: who must do what by when, and where protection has holes.
final class GuaranteeLines {

  /// An incident with its duties.
  record IncidentDuties(
      String kind,
      String id,
      String version,
      @JsonKey(schema = "Visibility") JsonNode visibility,
      @JsonKey(schema = "Incident") JsonNode record,
      List<GuaranteeAnswers.DutyAnswer> duties) {}

  private static final Parameter AS_OF =
      Parameter.day("asOf", "At the end of this day. Default: all that is on the log.");
  private static final Parameter KNOWN_AT =
      Parameter.day("knownAt", "With the knowledge of this day. Default: all that is known.");
  private static final Parameter WITHOUT =
      Parameter.text("without", "As if this party kept and brought nothing. Default: none.");

  private GuaranteeLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/guarantees/duties", "guarantees", "duties", "who owes whom what by when")
            .with(AS_OF, KNOWN_AT)
            .lists(GuaranteeAnswers.DutyAnswer.class, GuaranteeLines::duties),
        Line.get("/api/guarantees/coverage", "guarantees", "coverage", "answers and holes")
            .with(
                Parameter.text("only", "The id of one question. Default: all."), KNOWN_AT, WITHOUT)
            .answers(GuaranteeAnswers.CoverageAnswer.class, GuaranteeLines::coverage),
        Line.get("/api/guarantees/burden", "guarantees", "burden", "who brings what")
            .with(AS_OF, KNOWN_AT, WITHOUT)
            .answers(GuaranteeAnswers.BurdenAnswer.class, GuaranteeLines::burden),
        Line.get("/api/guarantees/check", "guarantees", "faults", "promises that cannot be kept")
            .answers(
                GuaranteeAnswers.Faults.class,
                asked ->
                    Reply.of(
                        answers(asked).issues(Authoring.check(guarantees(asked).commitments())))),
        Line.get("/api/incidents", "guarantees", "listIncidents", "incidents with their duties")
            .with(AS_OF, KNOWN_AT)
            .lists(IncidentDuties.class, GuaranteeLines::incidents));
  }

  private static Reply duties(Asked asked) {
    return asked.listed(verdicts(asked), answers(asked)::duty);
  }

  private static GuaranteeAnswers answers(Asked asked) {
    return new GuaranteeAnswers(asked.open().view());
  }

  private static CaseGuarantees guarantees(Asked asked) {
    return CaseGuarantees.of(asked.open().view());
  }

  private static long endOf(@Nullable LocalDate day, long otherwise) {
    return day == null
        ? otherwise
        : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1;
  }

  private static List<DutyVerdict> verdicts(Asked asked) {
    CaseGuarantees guarantees = guarantees(asked);
    long last =
        guarantees.log().stream().mapToLong(each -> each.recorded()).max().orElse(Moments.ALWAYS);
    return Guarantees.stateWithConsequences(
        guarantees.commitments(),
        guarantees.log(),
        endOf(asked.query().day("asOf"), last),
        endOf(asked.query().day("knownAt"), Moments.NEVER));
  }

  private static Optional<PartyId> without(Asked asked) {
    List<String> parties =
        asked.open().view().parties().stream().map(each -> each.id().value()).toList();
    return Optional.ofNullable(asked.query().oneOf("without", parties)).map(PartyId::new);
  }

  private static Reply coverage(Asked asked) {
    CaseView view = asked.open().view();
    String only =
        asked
            .query()
            .oneOf("only", view.coverageQuestions().stream().map(q -> q.id().value()).toList());
    return Reply.of(
        answers(asked)
            .coverage(
                AskedCoverage.of(view, guarantees(asked), only, without(asked).orElse(null))));
  }

  private static Reply burden(Asked asked) {
    CaseView view = asked.open().view();
    LocalDate day = asked.query().day("asOf");
    LocalDate known = asked.query().day("knownAt");
    AsOf asOf =
        new AsOf(
            Objects.requireNonNullElse(day, LocalDate.MAX),
            Objects.requireNonNullElse(known, LocalDate.MAX));
    ActLedger acts = asked.open().acts(asOf);
    CaseGuarantees guarantees = CaseGuarantees.of(view, asOf);
    Set<String> happened =
        Set.copyOf(
            view.steps().stream()
                .filter(each -> acts.completedOn(each).isPresent())
                .map(each -> each.id().value())
                .toList());
    Set<PartyId> without = without(asked).<Set<PartyId>>map(Set::of).orElse(Set.of());
    return Reply.of(
        GuaranteeAnswers.burden(
            Burden.of(guarantees.contributions(), guarantees.requirements(), happened, without),
            MoneyBurden.of(view, asOf, without)));
  }

  private static Reply incidents(Asked asked) {
    List<DutyVerdict> verdicts = verdicts(asked);
    GuaranteeAnswers answers = answers(asked);
    return asked.listed(
        asked.open().view().incidents(), incident -> incident(incident, verdicts, answers));
  }

  private static IncidentDuties incident(
      Incident incident, List<DutyVerdict> verdicts, GuaranteeAnswers answers) {
    Records.VersionedRecord versioned = Records.versioned(incident);
    return new IncidentDuties(
        versioned.kind(),
        versioned.id(),
        versioned.version(),
        versioned.visibility(),
        versioned.record(),
        verdicts.stream()
            .filter(each -> each.duty().incident().equals(incident.id().value()))
            .map(answers::duty)
            .toList());
  }
}
