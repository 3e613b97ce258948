package org.parley.answer.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.EventDay;
import org.parley.answer.indicators.IndicatorsAnswer.StudiedSeries;
import org.parley.answer.indicators.StudyAsked;
import org.parley.answer.memo.MemoAnswer.MemoFigure;
import org.parley.answer.memo.MemoAnswer.MemoPart;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.sequence.ForecastAnswers;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.BoardSummary;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.coverage.MoneyBurden.MoneyGroup;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.Topic;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.source.SourceId;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.KnotSummary;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;
import org.parley.wording.BoardWording;
import org.parley.wording.CaseNames;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.KnotWording;
import org.parley.wording.MemoWording;
import org.parley.wording.Messages;
import org.parley.wording.OutlookWording;

/// The memo of each question, gathered from what other answers found.
///
/// Cost: the searches of the sequence within a budget, a simulation of its first plan, and studies
/// of the series of energy and food.
public final class Memos {

  private static final Budget BUDGET = Budget.ofSteps(2_000_000);

  /// The most times of steps that are drawn, over all runs.
  private static final int MOST_DRAWN = 2_000_000;

  private static final int LEAST_RUNS = 500;
  private static final int FIVE_YEARS = 5;
  private static final int DONORS_LISTED = 8;
  private static final int YEARS_LISTED = 6;
  private static final int FIGURES = 3;
  private static final int DIGEST_SHOWN = 12;

  private final MemoBasis basis;
  private final CaseView view;
  private final MemoWording words = MemoWording.current();

  /// The board and the other choices that memos are made from.
  ///
  /// @param board the board of the day
  /// @param planned the acts of the day from which steps are planned
  /// @param restsOn the sources on which the count of the board rests
  /// @param rates base rates of other agreements
  /// @param of the class of agreements compared with
  /// @param plan how long the plan may take, asked only for the memo that says it
  public record MemoBasis(
      CaseView view,
      Board board,
      ActLedger planned,
      Optional<Finding<WeakestSources<AgreedCount>>> restsOn,
      OutlookAnswer.RateSource rates,
      AgreementClass of,
      Supplier<Optional<MemoPlan>> plan) {}

  /// A plan and how long it may take.
  ///
  /// @param supposed the readings of contested words that it supposes; empty if there are none
  public record MemoPlan(String supposed, PlanForecastAnswer forecast) {

    private List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(forecast.headline()));
      if (!supposed.isEmpty()) {
        lines.add(supposed + ".");
      }
      lines.add(forecast.method());
      return lines;
    }
  }

  private Memos(MemoBasis basis) {
    this.basis = basis;
    this.view = basis.view;
  }

  /// The memo of a question, in the current language.
  public static MemoAnswer of(MemoQuestion question, MemoBasis basis) {
    Memos memos = new Memos(basis);
    return switch (question) {
      case ACCORD -> memos.accord();
      case BURDEN -> memos.burden();
      case EFFECTS -> memos.effects();
    };
  }

  private MemoPart part(MemoTopic topic, List<String> lines) {
    return new MemoPart(
        topic,
        words.text("part", "topic", topic),
        lines.isEmpty() ? List.of(words.text("nothing")) : lines);
  }

  private MemoAnswer memo(
      MemoQuestion question,
      String headline,
      String standfirst,
      List<MemoFigure> figures,
      List<MemoPart> parts,
      List<String> unsaid,
      String restsOn,
      List<SourceId> sources,
      List<DonorSeries> donors,
      @Nullable PlanForecastAnswer plan) {
    return new MemoAnswer(
        question,
        words.text("question", "question", question),
        headline,
        standfirst,
        basis.board.asOf().date(),
        figures,
        parts,
        unsaid,
        restsOn,
        sources,
        donors,
        plan);
  }

  // accord or stalemate

  private MemoAnswer accord() {
    var summary =
        new BoardWording(Messages.current(), view)
            .summary(basis.board.summary(), basis.board.states());
    OutlookAnswer outlook = OutlookAnswer.of(basis.of, basis.rates, view, basis.board.asOf());
    boolean isSettled =
        basis.board.states().stream()
            .anyMatch(
                each ->
                    each.phase().isApproved()
                        && view.points().stream()
                            .anyMatch(point -> point.instrument().equals(each.instrument())));
    SequenceProblem problem = SequenceProblem.of(view, basis.planned, true);
    Finding<List<Knot>> knots = Knots.of(problem, BUDGET);
    MemoPlan planned = basis.plan.get().orElse(null);
    RestsOnAnswer rests = basis.restsOn.map(each -> RestsOnAnswer.of(view, each)).orElse(null);
    List<MemoPart> parts = new ArrayList<>();
    parts.add(part(MemoTopic.AGREED, agreed()));
    parts.add(part(MemoTopic.ORDER, List.of(order(problem, knots))));
    parts.add(
        part(
            MemoTopic.PLAN,
            planned != null
                ? planned.lines()
                : List.of(
                    words.text(view.steps().isEmpty() ? "accord.no-steps" : "accord.no-plan"))));
    parts.add(
        part(
            MemoTopic.OTHERS,
            List.of(
                outlook.headline(),
                outlook.compared(),
                outlook.checked(),
                outlook.model().headline())));
    parts.add(part(MemoTopic.EXPECTED, expected(outlook)));
    return memo(
        MemoQuestion.ACCORD,
        words.text("accord.headline", "board", summary.headline().text(), "settled", isSettled),
        summary.explanation().text(),
        accordFigures(outlook, knots),
        parts,
        List.of(outlook.limits(), words.text("accord.unsaid")),
        rests == null ? "" : rests.words(),
        rests == null ? List.of() : rests.sources(),
        List.of(),
        planned == null ? null : planned.forecast);
  }

  private List<String> agreed() {
    List<String> lines = new ArrayList<>();
    CaseNames names = new CaseNames(Messages.current(), view);
    var silent = basis.board.withoutWord();
    for (Agreement each : basis.board.completeness()) {
      if (each.agreed() > 0 && each.parties().stream().noneMatch(silent::contains)) {
        lines.add(
            words.text(
                "accord.set",
                "parties",
                names.parties(each.parties()),
                "agreed",
                each.agreed(),
                "total",
                each.total()));
      }
    }
    return lines;
  }

  private String order(SequenceProblem problem, Finding<List<Knot>> knots) {
    return KnotWording.of(problem).summary(KnotSummary.of(problem, knots, false), view).text();
  }

  /// How long the first plan of a case may take; empty if there is none.
  ///
  /// @param acts the acts of the day from which steps are planned
  public static Optional<MemoPlan> simulated(CaseView view, ActLedger acts) {
    SequenceProblem problem = SequenceProblem.of(view, acts, true);
    Plan plan =
        view.steps().isEmpty()
            ? null
            : Plans.of(problem, BUDGET).findAnswer().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
    if (plan == null) {
      return Optional.empty();
    }
    int runs =
        Math.clamp(
            MOST_DRAWN / Math.max(1, problem.steps().size()), LEAST_RUNS, PlanForecasts.RUNS);
    ForecastAnswers answers = new ForecastAnswers(view, acts, problem, runs, Budget.unlimited());
    return Optional.of(
        new MemoPlan(
            plan.readings().isEmpty() ? "" : KnotWording.of(problem).with(plan.readings()),
            answers.answer(answers.simulate(plan))));
  }

  private static List<String> expected(OutlookAnswer outlook) {
    List<String> lines = new ArrayList<>(List.of(outlook.forecasts()));
    lines.add(outlook.team().headline());
    outlook.team().questions().stream()
        .map(each -> each.words() + ". " + each.crowdWords() + " " + each.fateWords())
        .forEach(lines::add);
    return lines;
  }

  private List<MemoFigure> accordFigures(OutlookAnswer outlook, Finding<List<Knot>> knots) {
    List<MemoFigure> figures = new ArrayList<>();
    if (basis.board.summary() instanceof BoardSummary.MostAgreed(Agreement best, _, _)) {
      figures.add(
          new MemoFigure(
              words.text("accord.share", "agreed", best.agreed(), "total", best.total()),
              words.text(
                  "accord.points",
                  "parties",
                  new CaseNames(Messages.current(), view).parties(best.parties()))));
    }
    if (!view.steps().isEmpty()) {
      int count = knots.findAnswer().map(List::size).orElse(0);
      figures.add(
          new MemoFigure(Integer.toString(count), words.text("accord.knots", "knots", count)));
    }
    RateAnswer coded = outlook.definitions().getFirst();
    coded.years().stream()
        .filter(each -> each.year() == FIVE_YEARS)
        .findFirst()
        .ifPresent(each -> figures.add(stood(coded, each)));
    return figures;
  }

  private MemoFigure stood(RateAnswer coded, YearShare share) {
    OutlookWording outlook = OutlookWording.current();
    return new MemoFigure(
        outlook.percent(share.standing()),
        words.text(
            "accord.stood",
            "agreements",
            coded.agreements(),
            "class",
            outlook.named(basis.of),
            "interval",
            outlook.interval(share)));
  }

  // who bears the burden

  private MemoAnswer burden() {
    GuaranteeWording names = GuaranteeWording.of(view);
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    Set<String> reached = new TreeSet<>();
    view.steps().stream()
        .filter(each -> each.happened() != null)
        .forEach(each -> reached.add(each.id().value()));
    Burden.Picture picture =
        Burden.of(guarantees.contributions(), guarantees.requirements(), reached, Set.of());
    List<MoneyGroup> money = MoneyBurden.of(view, Set.of());
    List<DonorSeries> donors = DonorSeries.of(view, basis.board.asOf(), money);
    List<MemoPart> parts = new ArrayList<>();
    List<String> given = new ArrayList<>();
    List<String> byDonor = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    for (DonorSeries each : donors) {
      given.addAll(lines(each));
      byDonor.addAll(byDonor(each));
      beside.addAll(beside(names, each));
    }
    parts.add(part(MemoTopic.SUPPORT, given));
    if (!byDonor.isEmpty()) {
      parts.add(part(MemoTopic.DONORS, byDonor));
    }
    parts.add(
        given.isEmpty() ? 0 : parts.size(),
        part(MemoTopic.PLEDGED, pledged(names, picture, money)));
    if (!beside.isEmpty()) {
      parts.add(part(MemoTopic.BESIDE, beside));
    }
    Set<SourceId> sources = new LinkedHashSet<>();
    for (Contribution each : view.contributions()) {
      for (ClaimId claim : each.claims()) {
        sources.addAll(view.get(claim).source());
      }
    }
    donors.forEach(each -> sources.addAll(view.get(each.indicator()).source()));
    List<String> unsaid = new ArrayList<>(List.of(words.text("burden.unsaid.kept")));
    unsaid.add(words.text("burden.unsaid.money"));
    if (!donors.isEmpty()) {
      unsaid.add(words.text("burden.unsaid.series"));
    }
    return memo(
        MemoQuestion.BURDEN,
        burdenHeadline(names, donors, money),
        words.text("burden.standfirst"),
        burdenFigures(picture, donors, money),
        parts,
        unsaid,
        rests(sources),
        List.copyOf(sources),
        donors,
        null);
  }

  private String rests(Set<SourceId> sources) {
    return words.text("rests", "sources", sources.size());
  }

  private String burdenHeadline(
      GuaranteeWording names, List<DonorSeries> donors, List<MoneyGroup> money) {
    DonorSeries series = shared(donors);
    if (series != null) {
      DonorSeries.DonorLine first = series.donors().getFirst();
      return words.text(
          "burden.headline.series",
          "half",
          series.half(),
          "donors",
          series.donors().size(),
          "total",
          number(series.total()),
          "unit",
          series.unit(),
          "title",
          series.title(),
          "donor",
          first.donor(),
          "share",
          percent(first.share()));
    }
    MoneyGroup group = widest(money);
    if (group != null) {
      MoneyBurden.MoneyLine first = group.lines().getFirst();
      return words.text(
          "burden.headline.money",
          "amount",
          names.money(group.least(), group.most()),
          "currency",
          group.currency(),
          "party",
          names.party(first.contributor()),
          "share",
          names.share(first));
    }
    return view.contributions().isEmpty()
        ? words.text("burden.headline.none")
        : words.text(
            "burden.headline.kind",
            "pledges",
            view.contributions().size(),
            "figures",
            withFigure());
  }

  private int withFigure() {
    return (int)
        view.contributions().stream()
            .filter(each -> each.amount() != null || !each.sums().isEmpty())
            .count();
  }

  /// The first series with shares; null if there is none.
  private static @Nullable DonorSeries shared(List<DonorSeries> donors) {
    return donors.stream().filter(each -> each.half() > 0).findFirst().orElse(null);
  }

  /// The group of pledges with the most parties, over all years before one of them; null if there
  /// is none.
  private static @Nullable MoneyGroup widest(List<MoneyGroup> money) {
    MoneyGroup widest = null;
    for (MoneyGroup each : money) {
      if (widest == null
          || each.lines().size() > widest.lines().size()
          || (each.lines().size() == widest.lines().size()
              && each.isWhole()
              && !widest.isWhole())) {
        widest = each;
      }
    }
    return widest;
  }

  private List<MemoFigure> burdenFigures(
      Burden.Picture picture, List<DonorSeries> donors, List<MoneyGroup> money) {
    List<MemoFigure> figures = new ArrayList<>();
    DonorSeries series = shared(donors);
    if (series != null) {
      DonorSeries.DonorLine first = series.donors().getFirst();
      figures.add(
          new MemoFigure(
              number(series.total()),
              words.text(
                  "burden.given",
                  "unit",
                  series.unit(),
                  "donors",
                  series.donors().size(),
                  "from",
                  Objects.requireNonNull(series.first()),
                  "to",
                  Objects.requireNonNull(series.last()))));
      figures.add(
          new MemoFigure(
              Integer.toString(series.half()), words.text("burden.half", "half", series.half())));
      figures.add(
          new MemoFigure(
              percent(first.share()), words.text("burden.largest", "donor", first.donor())));
      return figures;
    }
    MoneyGroup group = widest(money);
    if (group != null) {
      figures.add(
          new MemoFigure(
              GuaranteeWording.of(view).money(group.least(), group.most()),
              words.text("burden.pledged", "currency", group.currency())));
    }
    figures.add(
        new MemoFigure(
            Integer.toString(view.contributions().size()), words.text("burden.on-record")));
    figures.add(new MemoFigure(Integer.toString(withFigure()), words.text("burden.with-figure")));
    for (Burden.Balance each : picture.balances()) {
      if (figures.size() < FIGURES) {
        figures.add(
            new MemoFigure(
                words.number(Rational.of(each.missing())),
                words.text(
                    "burden.missing",
                    "unit",
                    unit(each.requirement().unit()),
                    "amount",
                    each.requirement().amount())));
      }
    }
    return figures;
  }

  private List<String> pledged(
      GuaranteeWording names, Burden.Picture picture, List<MoneyGroup> money) {
    List<String> lines = new ArrayList<>(names.moneyLines(money));
    for (Contribution each : view.contributions()) {
      if (!each.isMoney()) {
        List<String> conditions = names.conditions(each);
        Long amount = each.amount();
        lines.add(
            words.text(
                "burden.pledge",
                "party",
                names.party(each.contributor()),
                "what",
                each.what(),
                "figure",
                amount != null,
                "amount",
                amount == null ? 0 : amount,
                "unit",
                unit(each.unit()),
                "conditions",
                conditions.size(),
                "depends",
                Messages.current().all(conditions)));
      }
    }
    for (Burden.BurdenLine each : picture.lines()) {
      if (each.share().signum() > 0) {
        lines.add(
            words.text(
                "burden.kind-share",
                "party",
                names.party(each.contributor()),
                "amount",
                each.pledged(),
                "unit",
                unit(each.unit()),
                "share",
                words.percent(each.share())));
      }
    }
    for (Burden.Balance each : picture.balances()) {
      lines.add(
          words.text(
              "burden.need",
              "amount",
              each.requirement().amount(),
              "unit",
              unit(each.requirement().unit()),
              "domain",
              names.domain(each.requirement().domain()),
              "pledged",
              each.pledged(),
              "available",
              each.available(),
              "missing",
              each.missing()));
    }
    return lines;
  }

  /// A unit as it is read: `billion-usd` is "billion usd".
  private static String unit(String name) {
    return name.replace('-', ' ');
  }

  private List<String> lines(DonorSeries series) {
    List<String> lines = new ArrayList<>();
    if (series.donors().isEmpty()) {
      return List.of(words.text("burden.sum.none", "title", series.title()));
    }
    lines.add(
        words.text(
            "burden.sum",
            "title",
            series.title(),
            "total",
            number(series.total()),
            "unit",
            series.unit(),
            "donors",
            series.donors().size(),
            "from",
            Objects.requireNonNull(series.first()),
            "to",
            Objects.requireNonNull(series.last())));
    String concentration = series.concentration();
    lines.add(
        concentration == null
            ? words.text("burden.no-shares")
            : words.text(
                "burden.uneven",
                "half",
                series.half(),
                "effective",
                words.text(
                    "number",
                    "value",
                    Rational.ONE.dividedBy(fraction(concentration)).approximately())));
    series.years().stream()
        .skip(Math.max(0, series.years().size() - YEARS_LISTED))
        .forEach(each -> lines.add(year(series, each)));
    DonorSeries.DonorTwelveMonths change = series.change();
    lines.add(
        change == null
            ? words.text("burden.no-change")
            : words.text(
                "burden.change",
                "to",
                change.until(),
                "after",
                number(change.after()),
                "before",
                number(change.before()),
                "unit",
                series.unit(),
                "donor",
                change.moves().getFirst().donor(),
                "difference",
                words.change(fraction(change.moves().getFirst().difference()))));
    lines.addAll(origin(series.indicator()));
    return lines;
  }

  private List<String> byDonor(DonorSeries series) {
    List<String> lines = new ArrayList<>();
    series.donors().stream()
        .limit(DONORS_LISTED)
        .forEach(
            each ->
                lines.add(
                    words.text(
                        "burden.donor",
                        "donor",
                        each.donor(),
                        "amount",
                        number(each.amount()),
                        "unit",
                        series.unit(),
                        "shared",
                        each.share() != null,
                        "share",
                        percent(each.share()))));
    if (series.donors().size() > DONORS_LISTED) {
      Rational rest = Rational.ZERO;
      for (DonorSeries.DonorLine each :
          series.donors().subList(DONORS_LISTED, series.donors().size())) {
        rest = rest.plus(fraction(each.amount()));
      }
      lines.add(
          words.text(
              "burden.more-donors",
              "more",
              series.donors().size() - DONORS_LISTED,
              "amount",
              words.number(rest),
              "unit",
              series.unit()));
    }
    return lines;
  }

  private String year(DonorSeries series, DonorSeries.DonorYear year) {
    DonorSeries.DonorLine most = year.donors().getFirst();
    return words.text(
        "burden.year",
        "year",
        Integer.toString(year.year()),
        "total",
        number(year.total()),
        "unit",
        series.unit(),
        "most",
        most.share() != null,
        "donor",
        most.donor(),
        "share",
        percent(most.share()));
  }

  private List<String> beside(GuaranteeWording names, DonorSeries series) {
    return series.pledges().stream()
        .map(
            each -> {
              String given = each.given();
              return words.text(
                  "burden.beside",
                  "party",
                  names.party(each.contributor()),
                  "year",
                  Integer.toString(each.year()),
                  "pledged",
                  names.money(each.least(), each.most()),
                  "currency",
                  each.currency(),
                  "title",
                  series.title(),
                  "known",
                  given != null,
                  "given",
                  given == null ? "" : number(given));
            })
        .toList();
  }

  // effects on energy and food

  private MemoAnswer effects() {
    IndicatorsAnswer all =
        IndicatorsAnswer.of(
            view, basis.board.asOf(), new StudyAsked(EventSort.BOTH, List.of(), null, ""));
    List<StudiedSeries> energy = of(all, Topic.ENERGY);
    List<StudiedSeries> food = of(all, Topic.FOOD);
    List<StudiedSeries> both = new ArrayList<>(energy);
    both.addAll(food);
    List<MemoPart> parts = new ArrayList<>();
    parts.add(part(MemoTopic.ENERGY, series(energy)));
    parts.add(part(MemoTopic.FOOD, series(food)));
    Set<IndicatorId> looked = new LinkedHashSet<>();
    both.forEach(each -> looked.add(each.indicator()));
    List<String> crossings =
        all.crossings().stream()
            .filter(each -> looked.contains(each.indicator()))
            .map(IndicatorsAnswer.TripwireCrossing::words)
            .toList();
    if (!crossings.isEmpty()) {
      parts.add(part(MemoTopic.TRIPWIRES, crossings));
    }
    Set<SourceId> sources = new LinkedHashSet<>();
    for (IndicatorId each : looked) {
      Indicator indicator = view.get(each);
      sources.addAll(indicator.source());
    }
    return memo(
        MemoQuestion.EFFECTS,
        words.text(
            "effects.headline",
            "energy",
            clause(Topic.ENERGY, energy),
            "food",
            clause(Topic.FOOD, food)),
        words.text("effects.standfirst", "series", both.size()),
        both.stream()
            .filter(each -> each.lastValue() != null && each.last() != null)
            .limit(FIGURES)
            .map(
                each ->
                    new MemoFigure(
                        number(String.valueOf(each.lastValue())),
                        words.text(
                            "effects.value",
                            "unit",
                            each.unit(),
                            "title",
                            each.title(),
                            "day",
                            Objects.requireNonNull(each.last()))))
            .toList(),
        parts,
        List.of(all.limits(), words.text("effects.unsaid")),
        rests(sources),
        List.copyOf(sources),
        List.of(),
        null);
  }

  private static List<StudiedSeries> of(IndicatorsAnswer all, Topic topic) {
    return all.indicators().stream().filter(each -> each.topic() == topic).toList();
  }

  private String clause(Topic topic, List<StudiedSeries> series) {
    long told =
        series.stream().flatMap(each -> each.days().stream()).filter(EventDay::told).count();
    String state =
        series.isEmpty()
            ? "none"
            : series.stream().allMatch(each -> each.days().isEmpty())
                ? "short"
                : told > 0 ? "told" : "untold";
    return words.text(
        "effects.clause", "topic", topic, "state", new Messages.Select(state), "told", told);
  }

  private List<String> series(List<StudiedSeries> series) {
    List<String> lines = new ArrayList<>();
    for (StudiedSeries each : series) {
      lines.add(each.summary() + " " + each.verdict());
      EventDay unusual = null;
      for (EventDay day : each.days()) {
        unusual =
            unusual == null || fraction(day.chance()).compareTo(fraction(unusual.chance())) < 0
                ? day
                : unusual;
      }
      if (unusual != null) {
        lines.add(
            words.text(
                "effects.unusual",
                "day",
                unusual.day(),
                "events",
                Messages.current()
                    .all(
                        unusual.events().stream().map(IndicatorsAnswer.EventNamed::words).toList()),
                "words",
                unusual.words()));
      }
      lines.addAll(origin(each.indicator()));
    }
    return lines;
  }

  /// The file of a series; nothing for one that was entered by hand.
  private List<String> origin(IndicatorId series) {
    Indicator.SeriesOrigin origin = view.get(series).origin();
    return origin == null
        ? List.of()
        : List.of(
            words.text(
                "origin",
                "file",
                origin.file(),
                "rows",
                origin.rows(),
                "digest",
                origin.sha256().substring(0, Math.min(DIGEST_SHOWN, origin.sha256().length())),
                "licence",
                origin.licence()));
  }

  private String number(String written) {
    return words.number(fraction(written));
  }

  private String percent(@Nullable String share) {
    return share == null ? "" : words.percent(fraction(share));
  }

  /// A fraction or decimal as it is written.
  private static Rational fraction(String written) {
    int bar = written.indexOf('/');
    return bar < 0
        ? Rational.parse(written)
        : Rational.parse(written.substring(0, bar))
            .dividedBy(Rational.parse(written.substring(bar + 1)));
  }
}
