package org.parley.exchange.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.acts.Performance;
import org.parley.exchange.tables.CaseTable;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Share;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.reference.CodeProvisions;
import org.parley.reference.Provision;
import org.parley.sequence.plan.ImplementationProgress;

/// The implementation of each provision in each year after signature, as the Peace Accords Matrix
/// grades it. Grades: 0 not, 1 minimum, 2 intermediate, 3 full.
///
/// A provision is in an accord if a point or step of it carries a PA-X topic that the provision is
/// about ([CodeProvisions]). Its grade comes from the levels of these points and steps, three each
/// at most. None reached is 0, less than half 1, more 2, all 3. See Joshi, Quinn and Regan,
/// Annualized implementation data on comprehensive intrastate peace accords, 1989-2012, 2015.
public final class ImplementationGrades {

  /// The accord of steps that belong to no instrument.
  static final String WHOLE = "whole";

  /// The last year that the collection follows.
  private static final int LAST_YEAR = 10;

  private static final int FULL = 3;

  private static final List<String> COLUMNS =
      List.of("accord", "signed", "year", "through", "provision", "prov", "implem", "revers", "of");

  private final CaseView view;
  private final Acts acts;
  private final LocalDate last;
  private final List<Map<String, List<String>>> rows = new ArrayList<>();

  private ImplementationGrades(CaseView view, LocalDate last) {
    this.view = view;
    this.acts = Acts.of(view);
    this.last = last;
  }

  /// The table. An accord without a signature by the day has no rows.
  ///
  /// @param last the day that the last year is graded on, if it is not over
  public static CaseTable of(CaseView view, LocalDate last) {
    ImplementationGrades grades = new ImplementationGrades(view, last);
    grades.view.instruments().forEach(each -> grades.addInstrument(each.id()));
    grades.addWhole();
    return new CaseTable(COLUMNS, grades.rows);
  }

  /// The points and steps that carry a provision out.
  private record Carriers(List<Point> points, List<Step> steps) {

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      points.forEach(each -> ids.add(each.id().value()));
      steps.forEach(each -> ids.add(each.id().value()));
      return ids;
    }

    int most() {
      return FULL * (points.size() + steps.size());
    }
  }

  private void addInstrument(InstrumentId id) {
    signed(id)
        .ifPresent(
            day ->
                add(
                    id.value(),
                    day,
                    view.points().stream().filter(each -> each.instrument().equals(id)).toList(),
                    view.steps().stream().filter(each -> id.equals(each.instrument())).toList()));
  }

  /// Steps of the settlement as a whole count from its first signature.
  private void addWhole() {
    view.instruments().stream()
        .flatMap(each -> signed(each.id()).stream())
        .min(Comparator.naturalOrder())
        .ifPresent(
            day ->
                add(
                    WHOLE,
                    day,
                    List.of(),
                    view.steps().stream().filter(each -> each.instrument() == null).toList()));
  }

  /// The day of the first signature that stands.
  private Optional<LocalDate> signed(InstrumentId id) {
    return acts.at(AsOf.of(last)).of(id).stream()
        .filter(each -> each.stands() && each.act().kind() == ActKind.SIGNED)
        .map(each -> each.recorded().doneBy())
        .filter(day -> !day.isAfter(last))
        .min(Comparator.naturalOrder());
  }

  private void add(String accord, LocalDate signed, List<Point> points, List<Step> steps) {
    Map<Provision, Carriers> carriers = new TreeMap<>();
    points.forEach(
        point -> carriers(carriers, point.topics()).forEach(each -> each.points.add(point)));
    steps.forEach(step -> carriers(carriers, step.topics()).forEach(each -> each.steps.add(step)));
    Map<Provision, Integer> before = new TreeMap<>();
    for (int year = 1; year <= LAST_YEAR && !signed.plusYears(year - 1L).isAfter(last); year++) {
      LocalDate end = signed.plusYears(year).minusDays(1);
      LocalDate through = end.isAfter(last) ? last : end;
      Levels levels = levels(through, steps);
      for (Map.Entry<Provision, Carriers> each : carriers.entrySet()) {
        int grade = grade(levels, each.getValue());
        Integer earlier = before.put(each.getKey(), grade);
        Map<String, List<String>> row = new LinkedHashMap<>();
        row.put("accord", List.of(accord));
        row.put("signed", List.of(signed.toString()));
        row.put("year", List.of(Integer.toString(year)));
        row.put("through", List.of(through.toString()));
        row.put("provision", List.of(each.getKey().prefix()));
        row.put("prov", List.of("1"));
        row.put("implem", List.of(Integer.toString(grade)));
        row.put("revers", List.of(earlier != null && earlier > grade ? "1" : "0"));
        row.put("of", each.getValue().ids());
        rows.add(row);
      }
    }
  }

  private static List<Carriers> carriers(Map<Provision, Carriers> all, List<String> topics) {
    return CodeProvisions.of(topics).stream()
        .map(
            each ->
                all.computeIfAbsent(each, _ -> new Carriers(new ArrayList<>(), new ArrayList<>())))
        .toList();
  }

  /// The levels on a day.
  private record Levels(ActLedger acts, Map<StepId, Integer> ofSteps) {}

  private Levels levels(LocalDate day, List<Step> steps) {
    ActLedger ledger = acts.at(AsOf.of(day));
    Set<StepId> ids = new TreeSet<>();
    steps.forEach(each -> ids.add(each.id()));
    return new Levels(ledger, ImplementationProgress.of(view, ledger).levelsOn(day, ids));
  }

  private static int grade(Levels levels, Carriers carriers) {
    int reached =
        carriers.points.stream().mapToInt(each -> level(levels.acts.performanceOf(each.id()))).sum()
            + carriers.steps.stream()
                .mapToInt(each -> levels.ofSteps.getOrDefault(each.id(), 0))
                .sum();
    if (reached == 0) {
      return 0;
    }
    return reached == carriers.most() ? FULL : 2 * reached < carriers.most() ? 1 : 2;
  }

  private static int level(Performance performance) {
    return switch (performance.status()) {
      case NOT_BEGUN, REFUSED, BREACHED -> 0;
      case IN_PART -> level(performance.share());
      case PERFORMED, PERFORMED_LATE -> FULL;
    };
  }

  /// A part below a half is the minimum, as one in words is.
  private static int level(@Nullable Share share) {
    return Optional.ofNullable(share)
        .flatMap(Share::fraction)
        .map(part -> part.part() == 0 ? 0 : 2 * part.part() < part.whole() ? 1 : 2)
        .orElse(1);
  }
}
