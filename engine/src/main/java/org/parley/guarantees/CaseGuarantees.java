package org.parley.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.coverage.Burden.Requirement;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.GuaranteeId;

/// The guarantees of a case in the engine's form. Ids are those of the case, so every finding leads
/// back to its record.
///
/// @param commitments the guarantees, by id
/// @param contributions the contributions, by id
/// @param requirements the needs
/// @param log the log: one entry for each origin of a report, and a milestone for each completed
///   step
public record CaseGuarantees(
    List<Commitment> commitments,
    List<Contribution> contributions,
    List<Requirement> requirements,
    List<LoggedFact> log) {

  public CaseGuarantees {
    commitments = List.copyOf(commitments);
    contributions = List.copyOf(contributions);
    requirements = List.copyOf(requirements);
    log = List.copyOf(log);
  }

  /// The guarantees visible to one viewer.
  public static CaseGuarantees of(CaseView view) {
    return of(view, AsOf.LATEST);
  }

  /// The same with the contributions and needs of a day.
  public static CaseGuarantees of(CaseView view, AsOf asOf) {
    return new CaseGuarantees(
        view.guarantees().stream().map(CommitmentReader::read).toList(),
        view.contributions().stream().filter(each -> asOf.covers(each, view)).toList(),
        view.needs().stream()
            .filter(each -> asOf.covers(each, view))
            .map(each -> new Requirement(each.domain(), each.unit(), each.amount()))
            .toList(),
        LogReader.read(view));
  }

  /// The completed steps, as milestones for scenarios.
  public List<LoggedFact> milestones() {
    return log.stream()
        .filter(each -> each.fact() instanceof Fact.Milestone && each.supersedes() == null)
        .toList();
  }

  /// The question, with the entries about terms on record.
  ///
  /// Completed steps, extensions, suspensions and terminations count at their earliest moment,
  /// unless the question assumes another date of the step.
  public Coverage.Question question(CoverageQuestion question) {
    Map<String, LoggedFact> assumed = new LinkedHashMap<>();
    for (LoggedFact each : log) {
      if (each.fact().incident() == null
          && !(each.fact() instanceof Fact.Retraction)
          && log.stream().noneMatch(other -> each.id().equals(other.supersedes()))) {
        assumed.put(nameOf(each), exactly(each));
      }
    }
    question
        .dates()
        .forEach(
            (step, date) ->
                assumed.put("step " + step, exactly(LogReader.milestone(step.value(), date))));
    Set<String> reached = new HashSet<>(question.holds());
    for (LoggedFact each : assumed.values()) {
      if (each.fact() instanceof Fact.Milestone(String step)) {
        reached.add(step);
      }
    }
    Map<GuaranteeId, Long> lapses = new HashMap<>();
    question.lapses().forEach((id, date) -> lapses.put(id, LogReader.first(date)));
    return new Coverage.Question(
        question.threats().stream().map(CaseGuarantees::what).toList(),
        LogReader.first(question.from()),
        LogReader.first(question.until()),
        new ArrayList<>(assumed.values()),
        lapses,
        Set.copyOf(question.opposed()),
        question.leastForce(),
        reached);
  }

  private static String nameOf(LoggedFact entry) {
    return entry.fact() instanceof Fact.Milestone(String step) ? "step " + step : entry.id();
  }

  private static LoggedFact exactly(LoggedFact entry) {
    return entry.withHappened(entry.earliest(), entry.earliest());
  }

  private static What what(CoverageQuestion.Threat threat) {
    return new What(
        threat.kind(),
        threat.by(),
        threat.on(),
        threat.place(),
        Set.copyOf(threat.traits()),
        0,
        0,
        0);
  }
}
