package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.KnotsCheck;
import org.parley.check.SequenceCheck;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.sequence.Clause;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.knots.AllKnots;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;

/// The knots of the example cases, from their statements alone.
class ExampleSequencesTest {

  private static SequenceProblem example(String name) throws IOException {
    return example(name, LocalDate.of(2026, 2, 1));
  }

  private static SequenceProblem example(String name, LocalDate origin) throws IOException {
    return SequenceProblem.of(view(name), origin, false);
  }

  private static CaseView view(String name) throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("examples").resolve(name);
      if (Files.isDirectory(folder) && CaseFolder.of(folder).load() instanceof Loaded loaded) {
        return loaded.contents().viewFor(new Viewer.Mediator());
      }
    }
    throw new AssertionError("no example " + name);
  }

  private static List<Knot> knots(SequenceProblem problem) {
    if (Knots.of(problem, Budget.unlimited())
        instanceof Finding.Exhausted<List<Knot>>(List<Knot> knots)) {
      knots.forEach(
          knot ->
              assertEquals(
                  new Verdict.Holds(), SequenceCheck.verify(knot, problem, Budget.unlimited())));
      return knots;
    }
    throw new AssertionError("not proved");
  }

  private static Set<String> demands(SequenceProblem problem) {
    return knots(problem).stream()
        .map(knot -> knot.demands().toString())
        .collect(Collectors.toSet());
  }

  private static SequenceProblem without(SequenceProblem problem, String demand) {
    List<TimedDemand> rest = new ArrayList<>(problem.demands());
    assertTrue(rest.removeIf(each -> each.id().value().equals(demand)), demand);
    return problem.withDemands(rest);
  }

  private static final String FIRST =
      "[ceasefire-on-agreement, guarantees-after-ceasefire, plan-needs-territory, territory-after-guarantees]";
  private static final String SECOND =
      "[no-temporary-ceasefire, ratified-after-referendum, referendum-after-ceasefire]";

  @Test
  void findsBothKnotsOfDecember2025AndTheReadingsThatUntieThem() throws IOException {
    SequenceProblem problem = example("ukraine-2025");
    for (Knot knot : knots(problem)) {
      String demands = knot.demands().toString();
      if (demands.equals(FIRST)) {
        assertEquals(List.of("activated"), List.copyOf(knot.readings().values()));
        assertEquals(
            Set.of("signed", "ratified"),
            knot.untiedBy().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
      }
      if (demands.equals(SECOND)) {
        assertEquals(List.of("ratified"), List.copyOf(knot.readings().values()));
        assertEquals(61, knot.loops().getFirst().shortBy());
      }
    }
    assertTrue(demands(problem).containsAll(Set.of(FIRST, SECOND)));
  }

  /// The same with every "after" read as "once": the same day allowed.
  private static SequenceProblem onTheSameDay(SequenceProblem problem) {
    List<TimedDemand> demands = new ArrayList<>();
    for (TimedDemand demand : problem.demands()) {
      List<TimedDemand.Way> ways = new ArrayList<>();
      for (TimedDemand.Way way : demand.anyOf()) {
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : way.allOf()) {
          Long least = clause.atLeast();
          clauses.add(
              least != null && least == 1
                  ? new Clause(clause.from(), clause.to(), 0L, clause.atMost())
                  : clause);
        }
        ways.add(new TimedDemand.Way(clauses));
      }
      demands.add(
          new TimedDemand(
              demand.id(),
              demand.text(),
              demand.by(),
              demand.said(),
              demand.claims(),
              ways,
              demand.open(),
              demand.inferred()));
    }
    return problem.withDemands(demands);
  }

  @Test
  void theFirstKnotRestsOnAfterBeingALaterDayAndTheSecondDoesNot() throws IOException {
    SequenceProblem loose = onTheSameDay(example("ukraine-2025"));
    assertEquals(Set.of(SECOND), demands(loose));
    assertEquals(60, knots(loose).getFirst().loops().getFirst().shortBy());
  }

  @Test
  void theKnotsAreProvedToBeAll() throws IOException {
    for (String name : List.of("ukraine-2025", "minsk-2015")) {
      SequenceProblem problem = example(name);
      List<Knot> knots = knots(problem);
      KnotsCompleteness proof =
          AllKnots.of(problem, knots, Budget.unlimited()).findAnswer().orElseThrow();
      assertEquals(new Verdict.Holds(), KnotsCheck.verify(proof, problem, Budget.unlimited()));
      assertTrue(
          !KnotsCheck.verify(
                  new KnotsCompleteness(knots.subList(1, knots.size()), proof.witnesses()),
                  problem,
                  Budget.unlimited())
              .holds());
    }
  }

  @Test
  void releaseEndsOnDayFiveAfterTheWithdrawalAtTheLatest() throws IOException {
    // on that day neither the border nor the dialogue was asked for first
    SequenceProblem minsk = example("minsk-2015", LocalDate.of(2015, 2, 12));
    Plan plan = Plans.of(minsk, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
    Long withdrawn = plan.get(Moment.end(new StepId("withdrawal-ends"))).latest();
    Long released = plan.get(Moment.end(new StepId("prisoners-released"))).latest();
    assertEquals(LocalDate.of(2015, 3, 3), minsk.scale().dayOf(withdrawn == null ? 0 : withdrawn));
    assertEquals(LocalDate.of(2015, 3, 8), minsk.scale().dayOf(released == null ? 0 : released));
    List<TimedDemand> more = new ArrayList<>(minsk.demands());
    more.add(
        TimedDemand.of(
            new DemandId("six-days"),
            "six days at least",
            new PartyId("UA"),
            Clause.atLeast(
                Moment.end(new StepId("withdrawal-ends")),
                Moment.start(new StepId("prisoners-released")),
                6)));
    assertEquals(Set.of("[release-by-day-5, six-days]"), demands(minsk.withDemands(more)));
  }

  @Test
  void withoutAnyOneStatementExactlyItsKnotsAreGone() throws IOException {
    for (String name : List.of("ukraine-2025", "minsk-2015")) {
      SequenceProblem problem = example(name);
      Set<String> all = demands(problem);
      for (TimedDemand each : problem.demands()) {
        Set<String> rest =
            all.stream()
                .filter(
                    knot ->
                        !List.of(knot.substring(1, knot.length() - 1).split(", "))
                            .contains(each.id().value()))
                .collect(Collectors.toSet());
        assertEquals(rest, demands(without(problem, each.id().value())), each.id().value());
      }
    }
  }

  @Test
  void withoutAStatementItsKnotsAreGone() throws IOException {
    SequenceProblem problem = example("ukraine-2025");
    assertEquals(Set.of(SECOND), demands(without(problem, "territory-after-guarantees")));
    assertTrue(!demands(without(problem, "referendum-after-ceasefire")).contains(SECOND));
  }

  @Test
  void eachReadingOfTheMinskOrderHoldsAloneAndTheyKnotTogether() throws IOException {
    SequenceProblem problem = example("minsk-2015");
    assertEquals(2, knots(problem).size());
    assertEquals(List.of(), knots(without(problem, "border-before-elections")));
    assertEquals(
        List.of(),
        knots(
            without(
                without(problem, "border-after-elections"), "border-complete-after-settlement")));
  }

  @Test
  void everyDurationHasASourceOrSaysThatItIsAssumed() throws IOException {
    for (String name : List.of("ukraine-2025", "minsk-2015", "colombia-2016")) {
      List<Step> lasting =
          view(name).steps().stream().filter(each -> each.duration() != null).toList();
      assertTrue(!lasting.isEmpty(), name);
      for (Step each : lasting) {
        Step.Duration duration = each.duration();
        boolean sourced = duration != null && !duration.source().isEmpty();
        assertTrue(sourced || each.assumed().containsKey("duration"), name + ": " + each.id());
      }
    }
  }
}
