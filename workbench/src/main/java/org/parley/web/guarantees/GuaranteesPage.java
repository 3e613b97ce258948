package org.parley.web.guarantees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.CoverageSummary;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.coverage.Hole;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.LooseWords.LooseWord;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.watch.LogState;
import org.parley.wording.Answer;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.PromiseFaultWording;
import org.parley.wording.PromiseWording;

/// The guarantees of a case: the answer first, then its basis.
public final class GuaranteesPage {

  private final OpenCase open;
  private final @Nullable LocalDate asOf;
  private final AsOf known;
  private final CaseGuarantees guarantees;
  private final GuaranteeWording words;
  private final PromiseWording promises;
  private final PromiseFaultWording faults;
  private final Answer summary;
  private final List<Asked> asked;

  /// A question and its coverage.
  public record Asked(CoverageQuestion question, Coverage coverage, GuaranteeWording words) {

    public String answer() {
      return words.answer(coverage);
    }

    public List<Hole> holes() {
      return Hole.list(coverage);
    }

    public CoverageChart chart() {
      return CoverageChart.of(words, question, coverage);
    }

    /// The strips of one threat.
    public List<Strip> strips(int threat) {
      return coverage.strips().stream().filter(each -> each.threat() == threat).toList();
    }

    /// The name of the place that explains a strip.
    public String anchor(int threat, int number) {
      return CoverageChart.anchor(question, threat, number);
    }
  }

  private GuaranteesPage(OpenCase open, @Nullable LocalDate asOf) {
    this.open = open;
    this.asOf = asOf;
    this.known = asOf == null ? AsOf.LATEST : AsOf.of(asOf);
    this.guarantees = CaseGuarantees.of(open.view(), known);
    this.words = GuaranteeWording.of(open.view());
    this.promises = PromiseWording.of(open.view());
    this.faults = new PromiseFaultWording(words.messages(), open.view());
    this.asked =
        open.view().coverageQuestions().stream()
            .map(
                each ->
                    new Asked(
                        each,
                        Guarantees.coverage(
                                guarantees.question(each),
                                guarantees.commitments(),
                                guarantees.contributions())
                            .findAnswer()
                            .orElseThrow(),
                        words))
            .toList();
    this.summary = words.summary(summarised());
  }

  /// The page, with duties as of the end of a day; by default as of the last record.
  public static GuaranteesPage of(OpenCase open, @Nullable LocalDate asOf) {
    return new GuaranteesPage(open, asOf);
  }

  private CoverageSummary summarised() {
    int guarantees = open.view().guarantees().size();
    return guarantees == 0
        ? new CoverageSummary.NoGuarantees()
        : asked.isEmpty()
            ? new CoverageSummary.NoQuestion(guarantees)
            : CoverageSummary.of(asked.getFirst().question(), asked.getFirst().coverage());
  }

  public OpenCase open() {
    return open;
  }

  public Frame frame() {
    return Frame.of(words.messages().text("nav.guarantees"), open.view().info(), "guarantees");
  }

  public GuaranteeWording words() {
    return words;
  }

  public PromiseWording promises() {
    return promises;
  }

  public List<Asked> asked() {
    return asked;
  }

  /// The first answer, in one sentence.
  public String headline() {
    return summary.headline().text();
  }

  /// The first hole in words, and the assumptions.
  public String standfirst() {
    return summary.explanation().text();
  }

  /// The guarantees of a strip that reach its threat and do not answer, by the reason.
  public Map<String, List<GuaranteeId>> silent(Strip strip) {
    Map<String, List<GuaranteeId>> silent = new LinkedHashMap<>();
    for (Coverage.Silence each : strip.silences()) {
      if (each.reason() != Coverage.Reason.OUT_OF_REACH) {
        silent
            .computeIfAbsent(words.reason(each.reason()), _ -> new ArrayList<>())
            .add(each.guarantee());
      }
    }
    return silent;
  }

  /// The claims a guarantee rests on, those of its parts among them.
  public List<ClaimId> claims(Guarantee guarantee) {
    Set<ClaimId> claims = new LinkedHashSet<>(guarantee.claims());
    guarantee.ladder().forEach(each -> claims.addAll(each.claims()));
    claims.addAll(guarantee.inForce().claims());
    guarantee.voiding().forEach(each -> claims.addAll(each.claims()));
    return List.copyOf(claims);
  }

  /// The log, with the state of duties.
  public LogState happened() {
    return LogState.of(open, asOf);
  }

  /// The duties owed or broken now, by due date.
  public List<DutyVerdict> owed() {
    return Guarantees.owed(happened().duties());
  }

  /// The burden sharing at present.
  public Burden.Picture burden() {
    return Burden.of(
        guarantees.contributions(), guarantees.requirements(), reached(), Set.<PartyId>of());
  }

  /// The money pledged, by currency and year.
  public List<MoneyBurden.MoneyGroup> money() {
    return MoneyBurden.of(open.view(), known, Set.of());
  }

  private Set<String> reached() {
    Set<String> happened = new LinkedHashSet<>();
    ActLedger acts = open.acts(known);
    open.view().steps().stream()
        .filter(each -> acts.completedOn(each).isPresent())
        .forEach(each -> happened.add(each.id().value()));
    return happened;
  }

  /// The wording of faults.
  public PromiseFaultWording faults() {
    return faults;
  }

  /// The faults of the promises.
  public List<Authoring.Issue> issues() {
    return Authoring.check(guarantees.commitments());
  }

  /// Words that nothing else in the case matches: they may be why something is not answered.
  public List<LooseWord> looseWords() {
    return LooseWords.of(open.view().records());
  }
}
