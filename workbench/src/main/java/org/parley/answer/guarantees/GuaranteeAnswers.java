package org.parley.answer.guarantees;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.guarantees.Play;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.CoverageQuestionId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.LooseWordWording;
import org.parley.wording.PromiseFaultWording;

/// Answers about guarantees: duties, coverage, burden sharing, faults of promises. Moments are ISO
/// instants.
public final class GuaranteeAnswers {

  /// The duties of a case.
  public record Duties(List<DutyAnswer> duties) {}

  /// A duty and its state.
  ///
  /// @param deadline absent where there is none
  /// @param because the ids of what it follows from
  /// @param ifDoneBy states by who would have caused the incident; absent where that is known
  public record DutyAnswer(
      GuaranteeId guarantee,
      String incident,
      int tier,
      @Nullable PartyId obligor,
      Lifecycle state,
      List<Lifecycle> possible,
      @Nullable String deadline,
      @JsonKey("final") boolean isFinal,
      List<String> because,
      String reason,
      @Nullable List<IfDoneBy> ifDoneBy,
      String words) {}

  /// The possible states of a duty if one party caused the incident.
  ///
  /// @param party absent where it is none of the parties
  public record IfDoneBy(@Nullable PartyId party, List<Lifecycle> possible) {}

  /// The questions about coverage, answered.
  public record CoverageAnswer(List<CoveredQuestion> questions, List<LooseWordAnswer> warnings) {}

  /// A question about coverage, answered.
  ///
  /// @param opened what is left without an answer where a party breaks its promises
  public record CoveredQuestion(
      CoverageQuestionId id,
      String title,
      boolean fromTheOutset,
      String answer,
      List<Strip> strips,
      @Nullable List<Strip> opened) {}

  /// A threat in a span of time, and which guarantees answer it.
  ///
  /// @param grade whether a duty answers, or those who owe decide, or nothing is sure to
  public record Strip(
      String threat,
      String from,
      String until,
      Coverage.Protection grade,
      List<GivenAnswer> answers,
      List<Silent> silent) {}

  /// A guarantee that answers a threat.
  public record GivenAnswer(GuaranteeId guarantee, int tier, Guarantee.Force force, String words) {}

  /// A guarantee that does not.
  public record Silent(GuaranteeId guarantee, Coverage.Reason reason) {}

  /// A word that nothing else in the case matches.
  public record LooseWordAnswer(
      Id record,
      List<String> path,
      LooseWords.Sort sort,
      String word,
      String code,
      String message,
      String advice) {}

  /// Who brings what, and what is needed.
  public record BurdenAnswer(
      List<BurdenLine> lines,
      List<NeedBalance> needs,
      List<ContributionId> available,
      List<MoneyAnswer> money) {}

  /// The money pledged in a currency and year.
  public record MoneyAnswer(
      String currency,
      @Nullable Integer year,
      boolean whole,
      long least,
      long most,
      List<MoneyShare> shares) {}

  /// The money pledged by a party, and its share of the sum.
  public record MoneyShare(
      PartyId contributor,
      long least,
      long most,
      String leastShare,
      String mostShare,
      boolean disputed) {}

  /// The contribution of a party in a unit.
  public record BurdenLine(
      PartyId contributor,
      Contribution.Domain domain,
      String unit,
      long pledged,
      long available,
      long conditional,
      String share,
      int withoutFigure) {}

  /// A need and how much of it is met.
  public record NeedBalance(
      Contribution.Domain domain,
      String unit,
      long needed,
      long pledged,
      long available,
      long missing,
      boolean open) {}

  /// Promises that cannot be kept.
  public record Faults(List<PromiseFaultAnswer> faults, List<LooseWordAnswer> warnings) {}

  /// A fault of a promise.
  public record PromiseFaultAnswer(
      GuaranteeId guarantee, Authoring.Kind kind, String message, String advice) {}

  /// The outcomes of a scenario.
  public record PlayVerdicts(List<PlayVerdict> verdicts) {}

  /// The expected and actual state of a duty.
  public record PlayVerdict(
      int line, String duty, String expected, String actual, boolean asExpected) {}

  private final GuaranteeWording words;
  private final PromiseFaultWording faults;
  private final LooseWordWording looseWords;
  private final List<LooseWords.LooseWord> loose;

  public GuaranteeAnswers(CaseView view) {
    this.words = GuaranteeWording.of(view);
    this.faults = new PromiseFaultWording(words.messages(), view);
    this.looseWords = new LooseWordWording(words.messages());
    this.loose = LooseWords.of(view.records());
  }

  public Duties duties(List<DutyVerdict> verdicts) {
    return new Duties(verdicts.stream().map(this::duty).toList());
  }

  public DutyAnswer duty(DutyVerdict verdict) {
    return new DutyAnswer(
        verdict.duty().guarantee(),
        verdict.duty().incident(),
        verdict.duty().tier(),
        verdict.duty().obligor(),
        verdict.state(),
        sorted(verdict.possible()),
        verdict.deadline() == Moments.NEVER ? null : Moments.text(verdict.deadline()),
        verdict.isFinal(),
        verdict.because(),
        words.why(verdict),
        verdict.ifDoneBy().isEmpty()
            ? null
            : verdict.ifDoneBy().stream()
                .map(each -> new IfDoneBy(each.by(), sorted(each.possible())))
                .toList(),
        words.duty(verdict));
  }

  private static List<Lifecycle> sorted(Set<Lifecycle> states) {
    return states.stream().sorted().toList();
  }

  public CoverageAnswer coverage(List<AskedCoverage> asked) {
    return new CoverageAnswer(asked.stream().map(this::question).toList(), warnings());
  }

  /// Words that nothing else matches: they may be why something is not answered.
  private List<LooseWordAnswer> warnings() {
    return loose.stream()
        .map(
            each ->
                new LooseWordAnswer(
                    each.record(),
                    each.path(),
                    each.sort(),
                    each.word(),
                    LooseWordWording.CODE,
                    looseWords.message(each),
                    looseWords.advice(each)))
        .toList();
  }

  private CoveredQuestion question(AskedCoverage asked) {
    return new CoveredQuestion(
        asked.question().id(),
        asked.question().title().text(),
        asked.coverage().isFromTheOutset(),
        words.answer(asked.coverage()),
        strips(asked, asked.coverage().strips()),
        asked.opened().isEmpty() ? null : strips(asked, asked.opened()));
  }

  private List<Strip> strips(AskedCoverage asked, List<Coverage.Strip> strips) {
    return strips.stream()
        .map(
            each ->
                new Strip(
                    GuaranteeWording.threat(asked.question(), each.threat()),
                    Moments.text(each.from()),
                    Moments.text(each.until()),
                    each.grade(),
                    each.answers().stream().map(this::answer).toList(),
                    each.silences().stream()
                        .map(silence -> new Silent(silence.guarantee(), silence.reason()))
                        .toList()))
        .toList();
  }

  private GivenAnswer answer(Coverage.Answer answer) {
    return new GivenAnswer(answer.guarantee(), answer.tier(), answer.force(), words.answer(answer));
  }

  public static BurdenAnswer burden(Burden.Picture picture, List<MoneyBurden.MoneyGroup> money) {
    return new BurdenAnswer(
        picture.lines().stream().map(GuaranteeAnswers::line).toList(),
        picture.balances().stream().map(GuaranteeAnswers::balance).toList(),
        picture.available().stream().sorted(Comparator.comparing(ContributionId::value)).toList(),
        money.stream().map(GuaranteeAnswers::money).toList());
  }

  private static MoneyAnswer money(MoneyBurden.MoneyGroup group) {
    return new MoneyAnswer(
        group.currency(),
        group.year(),
        group.isWhole(),
        group.least(),
        group.most(),
        group.lines().stream()
            .map(
                each ->
                    new MoneyShare(
                        each.contributor(),
                        each.least(),
                        each.most(),
                        each.leastShare().toString(),
                        each.mostShare().toString(),
                        each.isDisputed()))
            .toList());
  }

  private static BurdenLine line(Burden.BurdenLine line) {
    return new BurdenLine(
        line.contributor(),
        line.domain(),
        line.unit(),
        line.pledged(),
        line.available(),
        line.conditional(),
        line.share().toString(),
        line.withoutFigure());
  }

  private static NeedBalance balance(Burden.Balance balance) {
    return new NeedBalance(
        balance.requirement().domain(),
        balance.requirement().unit(),
        balance.requirement().amount(),
        balance.pledged(),
        balance.available(),
        balance.missing(),
        balance.isOpen());
  }

  public Faults issues(List<Authoring.Issue> issues) {
    return new Faults(
        issues.stream()
            .map(
                each ->
                    new PromiseFaultAnswer(
                        each.guarantee(), each.kind(), faults.message(each), faults.advice(each)))
            .toList(),
        warnings());
  }

  public static PlayVerdicts lines(List<Play.Line> lines) {
    return new PlayVerdicts(
        lines.stream()
            .map(
                each ->
                    new PlayVerdict(
                        each.line(),
                        each.duty(),
                        each.wanted(),
                        each.actual(),
                        each.isAsExpected()))
            .toList());
  }
}
