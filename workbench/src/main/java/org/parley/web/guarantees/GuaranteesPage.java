package org.parley.web.guarantees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.GuaranteeWords;
import org.parley.guarantees.GuaranteeWords.Hole;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.PromiseWords;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Verdict;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.LooseWords.LooseWord;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.watch.Happened;

/// The guarantees of a case: the answer first, then what it rests on.
public final class GuaranteesPage {

  private final OpenCase open;
  private final @Nullable LocalDate asOf;
  private final CaseGuarantees guarantees;
  private final GuaranteeWords words;
  private final PromiseWords promises;
  private final List<Asked> asked;

  /// A question and what came of it.
  public record Asked(CoverageQuestion question, Coverage coverage) {

    public String answer() {
      return GuaranteeWords.answer(coverage);
    }

    public List<Hole> holes() {
      return GuaranteeWords.holes(coverage);
    }

    public CoverageChart chart() {
      return CoverageChart.of(question, coverage);
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
    this.guarantees = CaseGuarantees.of(open.view());
    this.words = new GuaranteeWords(open.view());
    this.promises = new PromiseWords(open.view());
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
                            .orElseThrow()))
            .toList();
  }

  /// The page, with duties as they stand at the end of a day; at the last record where absent.
  public static GuaranteesPage of(OpenCase open, @Nullable LocalDate asOf) {
    return new GuaranteesPage(open, asOf);
  }

  public OpenCase open() {
    return open;
  }

  public Frame frame() {
    return Frame.of("Guarantees", open.view().info(), "guarantees");
  }

  public GuaranteeWords words() {
    return words;
  }

  public PromiseWords promises() {
    return promises;
  }

  public List<Asked> asked() {
    return asked;
  }

  /// The first answer, in one sentence.
  public String headline() {
    if (open.view().guarantees().isEmpty()) {
      return "No guarantees are on record.";
    }
    return asked.isEmpty()
        ? GuaranteeWords.count(open.view().guarantees().size(), "guarantee") + " on record"
        : asked.getFirst().question().title() + " " + asked.getFirst().answer();
  }

  /// The first hole in words; what is assumed.
  public String standfirst() {
    if (asked.isEmpty()) {
      return "";
    }
    Asked first = asked.getFirst();
    List<Hole> holes = first.holes();
    String dates =
        first.question().dates().isEmpty()
            ? ""
            : " The dates are assumptions of the question; no source gives them.";
    if (holes.isEmpty()) {
      return "Every stretch below names the promise that would answer." + dates;
    }
    Hole hole = holes.getFirst();
    return "If "
        + lower(GuaranteeWords.threat(first.question(), hole.threat()))
        + ", nothing is sure to answer from "
        + GuaranteeWords.stretch(hole.from(), hole.until())
        + "."
        + dates;
  }

  private static String lower(String words) {
    return words.startsWith("A ") || words.startsWith("An ")
        ? Character.toLowerCase(words.charAt(0)) + words.substring(1) + " comes"
        : words;
  }

  /// The guarantees of a strip that reach its threat and do not answer, by the reason.
  public Map<String, List<GuaranteeId>> silent(Strip strip) {
    Map<String, List<GuaranteeId>> silent = new LinkedHashMap<>();
    for (Coverage.Silence each : strip.silences()) {
      if (each.reason() != Coverage.Reason.OUT_OF_REACH) {
        silent
            .computeIfAbsent(GuaranteeWords.reason(each.reason()), _ -> new ArrayList<>())
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

  /// What happened, with the duties as they stand.
  public Happened happened() {
    return Happened.of(open, asOf);
  }

  /// The duties owed or broken now, by due date.
  public List<Verdict> owed() {
    return Guarantees.owed(happened().duties());
  }

  /// What is pledged and available, as things stand on record.
  public Burden.Picture burden() {
    return Burden.of(
        guarantees.contributions(), guarantees.requirements(), reached(), Set.<PartyId>of());
  }

  private Set<String> reached() {
    Set<String> happened = new LinkedHashSet<>();
    open.view().steps().stream()
        .filter(each -> each.happened() != null)
        .forEach(each -> happened.add(each.id().value()));
    return happened;
  }

  /// What a contribution depends on, in words.
  public List<String> conditions(Contribution contribution) {
    List<String> conditions = new ArrayList<>();
    for (Contribution.Condition each : contribution.conditions()) {
      conditions.add(
          switch (each) {
            case Contribution.Condition.Plain(String said) -> said;
            case Contribution.Condition.Contributes(PartyId party) ->
                words.party(party) + " contributes too";
            case Contribution.Condition.Reached(var step) -> open.view().get(step).title();
          });
    }
    contribution.approvals().forEach(each -> conditions.add(open.view().get(each).title()));
    return conditions;
  }

  /// What is wrong with the promises before anything happens.
  public List<Authoring.Issue> issues() {
    return Authoring.check(guarantees.commitments());
  }

  /// Words that nothing else in the case matches: they may be why something is not answered.
  public List<LooseWord> looseWords() {
    return LooseWords.of(open.view().records());
  }
}
