package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.guarantees.GuaranteeAnswers;
import org.parley.answer.memo.MemoQuestion;
import org.parley.answer.outlook.CheckedRates;
import org.parley.answer.packages.BridgesAnswer;
import org.parley.answer.packages.KnotOffers;
import org.parley.answer.sequence.KnotAnswers;
import org.parley.answer.sequence.OutcomeAnswers;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.guarantees.CaseGuarantees;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.act.Act;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Pruning;
import org.parley.model.checks.References;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.sequence.SequenceProblem;
import org.parley.web.brief.Brief;
import org.parley.web.brief.MemoPage;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.indicators.IndicatorsPage;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.outlook.WaysPage;
import org.parley.web.sequence.ForecastPage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;

/// No knowledge from the future: an answer as known on a day is that of a case from which all that
/// became known later was removed, with everything that rests on nothing else.
@NullMarked
class FrozenReplayLawTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/parley/web/december-2025.txt");

  private static final Viewer MEDIATOR = new Viewer.Mediator();

  /// Of days that are alike, one of so many is replayed.
  private static final int EVERY = 4;

  /// The same in a month whose days have little in common.
  private static final int EVERY_OF_DECEMBER = Effort.of(3, 1);

  /// A case without what became known after a day, and without what rests on that alone. Written
  /// anew for the law: the parts that a record loses, then rounds of references until nothing
  /// falls.
  private static Case until(Case all, LocalDate day) {
    Map<String, CaseRecord> records = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    Set<String> reported = new HashSet<>();
    Set<String> incidents = new HashSet<>();
    for (CaseRecord each : all.records()) {
      records.put(each.id().value(), past(each, day));
      Edtf known = known(each);
      boolean isLater = known != null && known.latestDay().isAfter(day);
      if (isLater) {
        gone.add(each.id().value());
      }
      IncidentId id = each instanceof LogEntry entry ? entry.says().incident() : null;
      if (id != null) {
        incidents.add(id.value());
        if (!isLater) {
          reported.add(id.value());
        }
      }
    }
    incidents.removeAll(reported);
    gone.addAll(incidents);
    records.replaceAll((_, each) -> onText(waiting(each, gone, day), gone));
    for (int before = -1; before != gone.size(); ) {
      before = gone.size();
      for (CaseRecord each : all.records()) {
        String id = each.id().value();
        CaseRecord record = Objects.requireNonNull(records.get(id));
        if (!gone.contains(id) && Pruning.of((Record) record, gone).isEmpty()) {
          gone.add(id);
        }
        if (each instanceof Source source
            && source.date().latestDay().isAfter(day)
            && records.values().stream()
                .filter(other -> !gone.contains(other.id().value()))
                .flatMap(other -> References.of((Record) other).stream())
                .noneMatch(it -> !it.declares() && it.id().equals(source.id()))) {
          gone.add(id);
        }
      }
    }
    return Case.of(
        all.info(),
        all.records().stream()
            .map(each -> Objects.requireNonNull(records.get(each.id().value())))
            .filter(each -> !gone.contains(each.id().value()))
            .map(each -> (CaseRecord) Pruning.of((Record) each, gone).orElseThrow())
            .toList());
  }

  private static CaseRecord past(CaseRecord record, LocalDate day) {
    return switch (record) {
      case Instrument text -> withoutLaterEvents(text, day);
      case Step step -> {
        Edtf happened = step.happened();
        Step then =
            happened != null && happened.latestDay().isAfter(day)
                ? Rewrite.with(step, "happened", null)
                : step;
        yield Rewrite.with(
            then,
            "progress",
            step.progress().stream().filter(each -> !each.date().isAfter(day)).toList());
      }
      default -> record;
    };
  }

  private static CaseRecord waiting(CaseRecord record, Set<String> gone, LocalDate day) {
    if (!(record instanceof Item item) || item.decision() == null) {
      return record;
    }
    Edtf decided = item.decided();
    boolean isUndecided =
        (decided != null && decided.latestDay().isAfter(day))
            || (item.decision() instanceof Item.Decision.Recorded(List<ClaimId> claims)
                && left(claims, gone).isEmpty());
    return isUndecided
        ? Rewrite.with(
            Rewrite.with(Rewrite.with(item, "decision", null), "decided", null), "decidedBy", null)
        : record;
  }

  /// What also rests on a text loses its later claims alone.
  private static CaseRecord onText(CaseRecord record, Set<String> gone) {
    return switch (record) {
      case Demand each when !each.points().isEmpty() ->
          Rewrite.with(each, "claims", left(each.claims(), gone));
      case Linkage each when !each.points().isEmpty() ->
          Rewrite.with(each, "claims", left(each.claims(), gone));
      case Guarantee each when !each.points().isEmpty() ->
          Rewrite.with(each, "claims", left(each.claims(), gone));
      default -> record;
    };
  }

  private static List<ClaimId> left(List<ClaimId> claims, Set<String> gone) {
    return claims.stream().filter(each -> !gone.contains(each.value())).toList();
  }

  private static Instrument withoutLaterEvents(Instrument text, LocalDate day) {
    List<InstrumentEvent> kept =
        text.status().stream()
            .filter(
                each -> {
                  Edtf known = each.known();
                  return known != null ? known.isBy(day) : each.expected() || each.date().isBy(day);
                })
            .toList();
    return Rewrite.with(text, "status", kept);
  }

  /// When a record became known; null if it has no such day.
  private static @Nullable Edtf known(CaseRecord record) {
    return switch (record) {
      case Claim claim -> claim.knownOrSaid();
      case Act act -> act.knownOrDone();
      case Forecast forecast -> forecast.made();
      case Meeting meeting -> meeting.knownOrHeld();
      case Position position -> position.knownOrHeld();
      case Baseline baseline -> baseline.knownOrHeld();
      case LogEntry entry -> entry.recorded();
      case Item item -> item.arrived();
      default -> null;
    };
  }

  /// Every answer of a day, by its name.
  private static Map<String, String> answers(OpenCase open, LocalDate day) {
    CaseView view = open.view();
    Query query = new Query(Map.of("asOf", List.of(day.toString())));
    ViewedDay moment = ViewedDay.of(query, open);
    CheckedRates rates = CheckedRates.shipped();
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put(
        "board",
        AnswerJson.pretty(
            BoardAnswer.of(view, open.board(moment.asOf()), Optional.empty(), Optional.empty())));
    answers.put("packages", packages(open, day));
    SequenceProblem problem = SequenceProblem.of(view, open.acts(moment.asOf()), true);
    Budget budget = Budget.ofSteps(20_000);
    answers.put("knots", AnswerJson.pretty(new KnotAnswers(problem, budget).knots().json()));
    answers.put(
        "outcomes",
        AnswerJson.pretty(new OutcomeAnswers(view).outcomes(day, LocalDate.MAX).json()));
    GuaranteesPage guarantees = GuaranteesPage.of(open, day);
    GuaranteeAnswers words = new GuaranteeAnswers(view);
    answers.put("duties", AnswerJson.pretty(guarantees.owed().stream().map(words::duty).toList()));
    answers.put(
        "coverage",
        AnswerJson.pretty(
            words.coverage(AskedCoverage.of(view, CaseGuarantees.of(view), null, null))));
    answers.put(
        "burden",
        AnswerJson.pretty(GuaranteeAnswers.burden(guarantees.burden(), guarantees.money())));
    answers.put(
        "outlook", AnswerJson.pretty(OutlookPage.of(open, moment, query, rates::find).answer()));
    answers.put("ways", AnswerJson.pretty(WaysPage.of(open, moment, rates::find).answer()));
    answers.put("indicators", AnswerJson.pretty(IndicatorsPage.of(open, moment, query).answer()));
    for (MemoQuestion question : MemoQuestion.values()) {
      answers.put(
          "memo " + question,
          AnswerJson.pretty(MemoPage.of(open, MEDIATOR, query, question).answer()));
    }
    answers.put(
        "brief",
        AnswerJson.pretty(
            Brief.of(open, MEDIATOR, new Brief.DaysAsked(day, null, day.minusDays(7))).answer()));
    var forecast = ForecastPage.of(open, query).answer();
    answers.put("plan forecast", forecast == null ? "none" : AnswerJson.pretty(forecast));
    return answers;
  }

  private static String packages(OpenCase open, LocalDate day) {
    return switch (open.packages(day, null)) {
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) -> lacks.toString();
      case PreparedProblem.Ready(PackageProblem packages) -> {
        Budget budget = Budget.ofSteps(200_000);
        yield packages
            + AnswerJson.pretty(
                BridgesAnswer.of(
                    open.view(),
                    Obstacles.of(
                        packages,
                        null,
                        KnotOffers.of(open.view(), open.acts(AsOf.of(day))),
                        budget)));
      }
    };
  }

  private static Case load(String name) throws IOException {
    return ((LoadResult.Loaded) CaseFolder.of(Path.of("../examples/" + name)).load()).contents();
  }

  /// The days from one to another on which something became known, and the day after each.
  private static SortedSet<LocalDate> days(Case all, LocalDate from, LocalDate to) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (CaseRecord each : all.records()) {
      Edtf known = known(each);
      if (known != null) {
        for (LocalDate day : List.of(known.latestDay(), known.earliestDay())) {
          if (day.isAfter(from) && day.isBefore(to)) {
            days.add(day);
          }
        }
      }
    }
    return days;
  }

  private static void assertFrozen(String name, Case all, LocalDate day) {
    Map<String, String> then = answers(new OpenCase(until(all, day).viewFor(MEDIATOR)), day);
    Map<String, String> now = answers(new OpenCase(all.viewFor(MEDIATOR)).asKnown(day), day);
    for (String each : then.keySet()) {
      assertEquals(then.get(each), now.get(each), name + ", " + each + " of " + day);
    }
  }

  @Test
  void decemberIsReplayedDayByDay() throws IOException {
    Case all = load("ukraine-2025");
    List<LocalDate> days =
        List.copyOf(days(all, LocalDate.of(2025, 11, 30), LocalDate.of(2026, 1, 1)));
    assertTrue(days.size() > 4, days.toString());
    for (int i = 0; i < days.size(); i += EVERY_OF_DECEMBER) {
      assertFrozen("ukraine-2025", all, days.get(i));
    }
  }

  @Test
  void colombiaIsReplayed() throws IOException {
    Case all = load("colombia-2016");
    List<LocalDate> days = daysOfColombia(all);
    assertTrue(days.size() > EVERY, days.toString());
    for (int i = 0; i < days.size(); i += EVERY) {
      assertFrozen("colombia-2016", all, days.get(i));
    }
  }

  @Test
  @Tag("long")
  void colombiaIsReplayedDayByDay() throws IOException {
    Case all = load("colombia-2016");
    daysOfColombia(all).forEach(day -> assertFrozen("colombia-2016", all, day));
  }

  private static List<LocalDate> daysOfColombia(Case all) {
    return List.copyOf(days(all, LocalDate.of(2016, 8, 1), LocalDate.of(2016, 12, 31)));
  }

  @Test
  void theOtherExamplesAreReplayed() throws IOException {
    List<String> names;
    try (Stream<Path> folders = Files.list(Path.of("../examples"))) {
      names =
          folders
              .filter(Files::isDirectory)
              .map(each -> each.getFileName().toString())
              .filter(each -> !Set.of("ukraine-2025", "colombia-2016").contains(each))
              .sorted()
              .toList();
    }
    assertTrue(names.size() > 5, names.toString());
    for (String name : names) {
      Case all = load(name);
      List<LocalDate> days = List.copyOf(days(all, LocalDate.MIN, LocalDate.MAX));
      for (int part = 0; part < 3 && !days.isEmpty(); part++) {
        assertFrozen(name, all, days.get((days.size() - 1) * part / 2));
      }
    }
  }

  @Test
  void generatedCasesAreReplayed() {
    for (long seed = 0; seed < Effort.of(4, 12); seed++) {
      Case all = Cases.of(seed);
      List<LocalDate> days =
          List.copyOf(days(all, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)));
      for (int part = 1; part < 4 && !days.isEmpty(); part++) {
        assertFrozen("seed " + seed, all, days.get(days.size() * part / 4));
      }
    }
  }

  /// The headlines of December 2025 by day, as they were. `-Dgolden.update=true` writes them anew.
  @Test
  void theHeadlinesOfDecemberStay() throws IOException {
    Case all = load("ukraine-2025");
    StringBuilder lines = new StringBuilder();
    for (LocalDate day = LocalDate.of(2025, 12, 20);
        day.isBefore(LocalDate.of(2026, 1, 1));
        day = day.plusDays(1)) {
      OpenCase open = new OpenCase(all.viewFor(MEDIATOR)).asKnown(day);
      CaseView view = open.view();
      Query query = new Query(Map.of("asOf", List.of(day.toString())));
      ViewedDay moment = ViewedDay.of(query, open);
      AsOf asOf = moment.asOf();
      lines.append(day).append('\n');
      lines
          .append("  board: ")
          .append(
              BoardAnswer.of(view, open.board(asOf), Optional.empty(), Optional.empty()).headline())
          .append('\n');
      lines
          .append("  ways: ")
          .append(WaysPage.of(open, moment, CheckedRates.shipped()::find).answer().headline())
          .append('\n');
      lines
          .append("  forecasts: ")
          .append(
              OutlookPage.of(open, moment, query, CheckedRates.shipped()::find)
                  .answer()
                  .forecasts())
          .append('\n');
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, lines);
    }
    assertEquals(Files.readString(GOLDEN), lines.toString());
  }
}
