package org.parley.answer.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.outlook.OutlookAnswer.RateSource;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.board.Board;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Subject;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Definition;
import org.parley.outlook.ExpectedEvent;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.outlook.ways.CaseTalks;
import org.parley.outlook.ways.Talks;
import org.parley.outlook.ways.Talks.Prospects;
import org.parley.outlook.ways.TalksIssue;
import org.parley.outlook.ways.TalksWays;
import org.parley.outlook.ways.Way;
import org.parley.outlook.ways.WayChances;
import org.parley.outlook.ways.WayChances.Horizon;
import org.parley.outlook.ways.WaysTree;
import org.parley.outlook.ways.WaysTree.IssueValue;
import org.parley.outlook.ways.WaysTree.Needs;
import org.parley.outlook.ways.WaysTree.TextNeeds;
import org.parley.sequence.SequenceProblem;
import org.parley.wording.WaysWording;

/// How the talks of a case can go, who would have to move, and what would move them most.
///
/// @param headline how many texts are open, what keeps them back, and which issue opens most
/// @param method what the answer claims, and what it does not
/// @param left what may be missing, since a search was stopped; null if nothing is
/// @param ways the four ways; none if no text is open
/// @param values what falls if one issue is settled, the most first
/// @param approvals the stages of approval after signature
public record WaysAnswer(
    String headline,
    String method,
    @Nullable String left,
    List<WayAnswer> ways,
    List<IssueAnswer> values,
    List<ConsentAnswer> approvals) {

  /// The years after which base rates are stated.
  public static final int YEARS = 5;

  /// The budget of each search, in steps and states.
  private static final long STEPS = 200_000;

  private static final long STATES = 100_000;

  /// A way.
  ///
  /// @param rule when it holds
  /// @param needs what it needs, in a sentence
  /// @param movers who would have to move, on what
  /// @param choices the conflicts in which one side has to give way
  /// @param texts text by text, for a signature in part
  /// @param rates how long others stood once they were signed so, by each definition
  /// @param noRate that there is no base rate; null if there is one
  /// @param chances what the team says, by date
  /// @param nobody that nobody has said how likely; null if somebody has
  public record WayAnswer(
      Way way,
      String title,
      String rule,
      String needs,
      List<MoverAnswer> movers,
      List<String> choices,
      List<TextAnswer> texts,
      List<HeldAnswer> rates,
      @Nullable String noRate,
      List<WayChanceAnswer> chances,
      @Nullable String nobody) {}

  /// A party that would have to move.
  ///
  /// @param issues on how many issues
  /// @param named the party and that number, in words
  public record MoverAnswer(PartyId party, int issues, String named, String words) {}

  /// A text that could be signed by itself.
  public record TextAnswer(InstrumentId text, int points, int agreed, int barriers, String words) {}

  /// How many others stood.
  ///
  /// @param standing the share after five years in ten-thousandths; null if too few are known
  public record HeldAnswer(
      Definition definition,
      SettlementScope scope,
      @Nullable Integer standing,
      int agreements,
      int conflicts,
      String words) {}

  /// The forecasts of a way until a date.
  ///
  /// @param median the median, exactly; null for fewer than three forecasters
  /// @param illustrations how many of those counted are illustrations
  public record WayChanceAnswer(
      Edtf until,
      Edtf closes,
      @Nullable Rational median,
      @Nullable String percent,
      int counted,
      int illustrations,
      int sealed,
      String words) {}

  /// The barriers that fall if an issue is settled.
  ///
  /// @param kind point, text, demand, term or baseline
  /// @param record the id of its record; that of the party for a baseline
  public record IssueAnswer(
      String kind,
      String record,
      String issue,
      List<PartyId> movers,
      int openPoints,
      int clashes,
      int knots,
      int approvals,
      List<InstrumentId> frees,
      String words) {}

  /// A stage of approval.
  public record ConsentAnswer(InstrumentId text, Prospects prospects, String words) {}

  /// The answer on the day of a board.
  ///
  /// @param asOf the day of forecasts and expectations
  public static WaysAnswer of(Board board, AsOf asOf, RateSource rates, Budget budget) {
    return of(board, Foretold.of(board.view(), asOf), rates, budget);
  }

  /// The answer on the day of a board, with what was foretold.
  public static WaysAnswer of(Board board, Foretold foretold, RateSource rates, Budget budget) {
    CaseView view = board.view();
    WaysWording words = WaysWording.current(view);
    Budget each =
        budget
            .withSteps(Math.min(budget.steps(), STEPS))
            .withStates(Math.min(budget.states(), STATES));
    CaseTalks read = read(board, each);
    Talks talks = read.talks();
    Finding<WaysTree> finding = TalksWays.of(talks);
    WaysTree tree = finding.findAnswer().orElse(null);
    if (!(Check.verify(new Question.Ways(talks), finding, Budget.unlimited())
        instanceof Verdict.Holds)) {
      return new WaysAnswer(
          words.unchecked(), words.method(), null, List.of(), List.of(), List.of());
    }
    if (tree == null) {
      return new WaysAnswer(
          words.nothingOpen(), words.method(), null, List.of(), List.of(), List.of());
    }
    WayChances chances = WayChances.of(foretold.team(), talks);
    List<WayAnswer> ways = new ArrayList<>();
    for (Way way : Way.values()) {
      ways.add(way(way, words, talks, tree, chances, rates, view, foretold));
    }
    return new WaysAnswer(
        words.headline(talks, tree),
        words.method(),
        words.left(read.clashesLeft(), read.knotsLeft()).orElse(null),
        ways,
        tree.values().stream().map(value -> value(words, value)).toList(),
        talks.approvals().stream()
            .map(
                consent ->
                    new ConsentAnswer(consent.text(), consent.prospects(), words.approval(consent)))
            .toList());
  }

  /// The talks on the day of a board.
  public static CaseTalks read(Board board, Budget budget) {
    PackageProblem packages =
        PackagesOfDay.of(board.view(), board.acts())
                instanceof PreparedProblem.Ready(PackageProblem ready)
            ? ready
            : null;
    return CaseTalks.of(
        board, packages, SequenceProblem.of(board.view(), board.acts(), true), budget);
  }

  private static WayAnswer way(
      Way way,
      WaysWording words,
      Talks talks,
      WaysTree tree,
      WayChances chances,
      RateSource rates,
      CaseView view,
      Foretold foretold) {
    Optional<Needs> needs =
        switch (way) {
          case SIGNED_AS_IS -> Optional.of(tree.asIs());
          case SIGNED_IN_PART -> tree.nearest().stream().map(TextNeeds::needs).findFirst();
          case PROLONGED, COLLAPSED -> Optional.empty();
        };
    List<HeldAnswer> held =
        switch (way) {
          case SIGNED_AS_IS -> held(words, rates, view, SettlementScope.FULL);
          case SIGNED_IN_PART ->
              tree.nearest().isEmpty()
                  ? List.of()
                  : held(words, rates, view, SettlementScope.PARTIAL);
          case PROLONGED, COLLAPSED -> List.of();
        };
    boolean isPossible = way != Way.SIGNED_IN_PART || !tree.nearest().isEmpty();
    List<WayChanceAnswer> said = new ArrayList<>();
    for (Horizon horizon : chances.horizons()) {
      for (AskedQuestion asked : horizon.of(way)) {
        said.add(
            new WayChanceAnswer(
                horizon.until(),
                asked.question().closes(),
                asked.median().orElse(null),
                words.median(asked).orElse(null),
                asked.chances().size(),
                asked.illustrations(),
                asked.sealed(),
                words.chance(horizon, asked)));
      }
    }
    return new WayAnswer(
        way,
        words.title(way),
        words.rule(way),
        switch (way) {
          case SIGNED_AS_IS -> words.asIs(talks, tree);
          case SIGNED_IN_PART -> words.inPart(tree);
          case PROLONGED -> words.prolonged(talks, expected(foretold, talks));
          case COLLAPSED -> words.collapsed(enders(talks));
        },
        needs.map(Needs::required).orElse(List.of()).stream()
            .map(
                each ->
                    new MoverAnswer(
                        each.party(), each.issues().size(), words.mover(each), words.moves(each)))
            .toList(),
        needs.map(Needs::choices).orElse(List.of()).stream()
            .map(number -> words.choice(talks.barriers().get(number)))
            .distinct()
            .toList(),
        way == Way.SIGNED_IN_PART && isPossible ? texts(words, talks, tree) : List.of(),
        held,
        held.isEmpty() && isPossible ? words.noRate() : null,
        said,
        said.isEmpty() && isPossible ? words.nobody() : null);
  }

  private static List<TextAnswer> texts(WaysWording words, Talks talks, WaysTree tree) {
    List<TextAnswer> texts = new ArrayList<>();
    for (TextNeeds each : tree.texts()) {
      talks.texts().stream()
          .filter(text -> text.text().equals(each.text()))
          .forEach(
              text ->
                  texts.add(
                      new TextAnswer(
                          text.text(),
                          text.points(),
                          text.agreed(),
                          each.needs().barriers().size(),
                          words.text(text, each.needs()))));
    }
    return texts;
  }

  /// How long agreements of a scope stood, about what the class on record is about.
  private static List<HeldAnswer> held(
      WaysWording words, RateSource rates, CaseView view, SettlementScope scope) {
    AgreementClass of =
        new AgreementClass(scope, AgreementClass.of(view.info().comparison()).issue());
    return Arrays.stream(Definition.values())
        .map(
            definition -> {
              BaseRate rate = rates.rate(of, definition).rate();
              return new HeldAnswer(
                  definition,
                  scope,
                  rate.isEnough() ? rate.after(YEARS).map(YearShare::standing).orElse(null) : null,
                  rate.agreements(),
                  rate.conflicts(),
                  words.rate(rate, YEARS));
            })
        .toList();
  }

  /// The open dated expectations that one of the texts is signed or lives on.
  private static int expected(Foretold foretold, Talks talks) {
    Set<Subject> texts = new HashSet<>(Set.of(new Subject.Whole()));
    talks.texts().forEach(each -> texts.add(each.text()));
    return (int)
        foretold.words().events().stream()
            .filter(each -> each.fate() == ExpectedEvent.EventFate.OPEN)
            .filter(each -> each.claim().about().stream().anyMatch(texts::contains))
            .count();
  }

  private static List<PartyId> enders(Talks talks) {
    Set<PartyId> enders = new LinkedHashSet<>();
    talks.texts().forEach(each -> enders.addAll(each.signatories()));
    return List.copyOf(enders);
  }

  private static IssueAnswer value(WaysWording words, IssueValue value) {
    return new IssueAnswer(
        switch (value.issue()) {
          case TalksIssue.OfPoint _ -> "point";
          case TalksIssue.OfText _ -> "text";
          case TalksIssue.OfDemand _ -> "demand";
          case TalksIssue.OfTerm _ -> "term";
          case TalksIssue.OfBaseline _ -> "baseline";
        },
        switch (value.issue()) {
          case TalksIssue.OfPoint(var id) -> id.value();
          case TalksIssue.OfText(var id) -> id.value();
          case TalksIssue.OfDemand(var id) -> id.value();
          case TalksIssue.OfTerm(var id) -> id.value();
          case TalksIssue.OfBaseline(var id) -> id.value();
        },
        words.issue(value.issue()).text(),
        value.movers(),
        value.openPoints(),
        value.clashes(),
        value.knots(),
        value.approvals(),
        value.frees(),
        words.value(value));
  }
}
