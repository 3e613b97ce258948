package org.parley.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.RandomSequences;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.ControlledPlans;
import org.parley.sequence.control.Strategy;
import org.parley.sequence.control.UncertainNetwork;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;
import org.parley.sequence.plan.Slips;

/// Findings verified as a whole: each holds, and each altered certificate is refused or states the
/// same. Certificates with tests of their own are left out.
@NullMarked
class CheckTamperingTest {

  private static final Budget FREE = Budget.unlimited();

  private final Tampering.Tally tally = new Tampering.Tally();
  private int proofs;

  /// Checks a finding, then every alteration of its certificate.
  private <C extends Certificate> void alter(
      Question question,
      Finding<?> finding,
      Class<C> type,
      String what,
      BiPredicate<C, C> statesTheSame) {
    Certificate certificate = finding.findCertificate().orElse(null);
    if (!type.isInstance(certificate)) {
      return;
    }
    proofs++;
    assertEquals(new Verdict.Holds(), Check.verify(question, finding, FREE), what);
    @Nullable Solution solution =
        finding.findAnswer().orElse(null) instanceof Solution one ? one : null;
    C proof = type.cast(certificate);
    for (var altered : Tampering.of(proof, question)) {
      Finding<?> claimed = Check.stated(altered.value(), solution);
      boolean refused = !Check.verify(question, claimed, FREE).holds();
      tally.note(altered, refused);
      assertTrue(
          refused || statesTheSame.test(altered.value(), proof), () -> what + ": " + altered);
    }
  }

  private void neverRefused(String... allowed) {
    assertTrue(proofs > 0 && tally.refused() > 100, () -> proofs + " proofs, " + tally);
    Set<String> never = new HashSet<>(tally.neverRefused());
    never.removeIf(each -> List.of(allowed).stream().anyMatch(each::startsWith));
    assertEquals(Set.of(), never, tally::toString);
  }

  private static long packages(Problem problem) {
    return problem.points().stream()
        .mapToLong(point -> point.options().size())
        .reduce(1, (a, b) -> a * b);
  }

  private static List<Problem> problems(int count, int hundredths) {
    List<Problem> all = new ArrayList<>();
    for (long seed = 0; all.size() < count; seed++) {
      Problem problem = RandomProblems.small(seed);
      if (packages(problem) <= 60) {
        all.add(RandomProblems.withBaselines(problem, hundredths));
      }
    }
    return all;
  }

  @Test
  void everyAlteredCountIsRefused() {
    for (Problem problem : problems(60, 30)) {
      for (int set = 1; set <= problem.everyone(); set++) {
        alter(
            new Question.Packages(problem),
            Zones.find(problem, set, FREE),
            Zones.Counted.class,
            problem.toString(),
            (altered, _) ->
                altered
                    .count()
                    .equals(
                        Zones.find(problem, altered.parties(), FREE)
                            .findAnswer()
                            .map(Zone::atMost)
                            .orElse(BigInteger.ZERO)));
      }
      alter(
          new Question.Packages(problem),
          Zones.bySigners(problem, FREE),
          Zones.BySigners.class,
          problem.toString(),
          (altered, proof) ->
              altered.signable().equals(proof.signable())
                  && altered.signableAtMost().equals(proof.signableAtMost())
                  && proof.bySet().entrySet().containsAll(altered.bySet().entrySet()));
    }
    neverRefused();
  }

  @Test
  void everyAlteredExtremeIsRefused() {
    for (Problem problem : problems(30, 40)) {
      for (int party = 0; party < problem.parties().size(); party++) {
        for (boolean most : List.of(true, false)) {
          alter(
              new Question.Packages(problem),
              most ? Solutions.best(problem, party, FREE) : Solutions.worst(problem, party, FREE),
              ExtremeCertificate.class,
              problem.toString(),
              (altered, _) -> isExtreme(problem, altered));
        }
      }
    }
    neverRefused();
  }

  private static boolean isExtreme(Problem problem, ExtremeCertificate claimed) {
    Finding<Solution> found =
        claimed.most()
            ? Solutions.best(problem, claimed.party(), FREE)
            : Solutions.worst(problem, claimed.party(), FREE);
    return found.findAnswer().orElseThrow().outcomes().getFirst().worths().get(claimed.party())
        == claimed.worth();
  }

  @Test
  void everyAlteredLoweringIsRefusedOrLowersTheSame() {
    for (Problem problem : problems(40, 70)) {
      alter(
          new Question.Packages(problem),
          Bridges.relaxations(problem, FREE),
          Bridges.Lowered.class,
          problem.toString(),
          (altered, proof) -> lowered(altered).equals(lowered(proof)));
    }
    // the frontier has tests of its own
    neverRefused("frontier");
  }

  private static Set<List<Long>> lowered(Bridges.Lowered proof) {
    return proof.relaxations().stream()
        .map(Bridges.Relaxation::lowerBy)
        .collect(Collectors.toSet());
  }

  private static List<SequenceProblem> sequences(int from, int count) {
    List<SequenceProblem> all = new ArrayList<>();
    for (long seed = from; seed < from + count; seed++) {
      all.add(RandomSequences.next(new Random(seed)));
    }
    return all;
  }

  @Test
  void everyAlteredWayOutIsRefusedOrSaysTheSame() {
    for (SequenceProblem problem : sequences(0, 60)) {
      List<Knot> knots = Knots.of(problem, FREE).findAnswer().orElseThrow();
      if (knots.size() <= 5) {
        Finding<List<WaysOut.Group>> finding = WaysOut.of(problem, knots, FREE);
        alter(
            new Question.Sequence(problem),
            finding,
            WaysOut.Untied.class,
            problem.toString(),
            (altered, proof) -> ways(proof).containsAll(ways(altered)));
      }
    }
    // by what a knot is untied is checked of the list of all
    neverRefused("groups[].knots[].untiedBy");
  }

  private static Set<Set<List<Object>>> ways(WaysOut.Untied proof) {
    return proof.groups().stream()
        .map(
            group ->
                group.ways().stream()
                    .map(
                        way ->
                            List.<Object>of(
                                new HashSet<>(way.drop()), way.readings(), way.touches()))
                    .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  @Test
  void everyAlteredListOfPlansIsRefusedOrSaysTheSame() {
    for (SequenceProblem problem : sequences(0, 14)) {
      alter(
          new Question.Sequence(problem),
          Plans.of(problem, FREE),
          Plans.Planned.class,
          problem.toString(),
          (altered, proof) -> dates(altered.plans()).equals(dates(proof.plans())));
    }
    neverRefused();
  }

  private static Map<Object, Object> dates(List<Plan> plans) {
    Map<Object, Object> all = new HashMap<>();
    plans.forEach(plan -> all.put(plan.readings(), List.of(plan.earliest(), plan.lasting())));
    return all;
  }

  @Test
  void aPlanThatIsNotTheShortestIsRefused() {
    int shorter = 0;
    for (SequenceProblem problem : sequences(0, 200)) {
      if (Plans.of(problem, FREE)
          instanceof Finding.Proved<List<Plan>>(List<Plan> plans, Plans.Planned proof)) {
        for (int at = 0; at < plans.size(); at++) {
          for (SequenceProblem other : withOneWay(problem, plans.get(at))) {
            List<Plan> longer =
                Plans.of(other, plans.get(at).readings(), FREE).findAnswer().orElse(List.of());
            if (longer.isEmpty() || longer.getFirst().lasting() <= plans.get(at).lasting()) {
              continue;
            }
            shorter++;
            List<Plan> claimed = new ArrayList<>(plans);
            claimed.set(at, longer.getFirst());
            assertFalse(
                Check.verify(
                        problem,
                        Check.stated(
                            new Plans.Planned(proof.readings(), claimed, proof.loops()), null),
                        FREE)
                    .holds(),
                problem::toString);
          }
        }
      }
    }
    assertTrue(shorter > 5, "shorter " + shorter);
  }

  /// Problems in which one demand can be met in another way only.
  private static List<SequenceProblem> withOneWay(SequenceProblem problem, Plan plan) {
    List<SequenceProblem> all = new ArrayList<>();
    problem
        .demands()
        .forEach(
            demand -> {
              if (demand.anyOf().size() > 1) {
                for (int way = 0; way < demand.anyOf().size(); way++) {
                  if (way != plan.ways().getOrDefault(demand.id(), 0)) {
                    var only =
                        new TimedDemand(
                            demand.id(),
                            demand.text(),
                            demand.by(),
                            demand.said(),
                            demand.claims(),
                            List.of(demand.anyOf().get(way)),
                            demand.open(),
                            demand.inferred());
                    all.add(
                        problem.withDemands(
                            problem.demands().stream()
                                .map(each -> each.id().equals(demand.id()) ? only : each)
                                .toList()));
                  }
                }
              }
            });
    return all;
  }

  @Test
  void everyAlteredSlipIsRefusedOrTrue() {
    Random random = new Random(3);
    for (SequenceProblem problem : sequences(0, 30)) {
      for (Plan before :
          Plans.of(problem, FREE).findAnswer().orElse(List.of()).stream().limit(1).toList()) {
        StepId step = problem.steps().get(random.nextInt(problem.steps().size())).id();
        long time = before.get(Moment.end(step)).earliest() + random.nextInt(7) - 2;
        Finding<Slip> finding = Slips.of(problem, before, Map.of(step, time), FREE);
        alter(
            new Question.Sequence(problem),
            finding,
            Slip.Moved.class,
            problem.toString(),
            (altered, _) ->
                Slips.of(problem, altered.before(), altered.ended(), FREE)
                        .findAnswer()
                        .orElseThrow()
                        .times()
                        .equals(altered.slip().times())
                    && altered.slip().moved().size()
                        == Slip.moves(
                                altered.slip().plan(),
                                altered.slip().times(),
                                altered.before().earliest())
                            .size());
        alter(
            new Question.Sequence(problem),
            finding,
            Slip.Broken.class,
            problem.toString(),
            (altered, _) ->
                Slips.of(problem, before, altered.ended(), FREE)
                    instanceof Finding.Impossible<Slip>);
      }
    }
    neverRefused("why.knots", "why.loops", "why.readings");
  }

  @Test
  void everyAlteredReasonForNoPlanIsRefusedOrOne() {
    for (SequenceProblem problem : sequences(0, 12)) {
      alter(
          new Question.Sequence(problem),
          Plans.of(problem, FREE),
          Plans.Prevented.class,
          problem.toString(),
          (altered, _) ->
              Plans.of(problem, altered.readings(), FREE)
                  instanceof Finding.Impossible<List<Plan>>);
    }
    neverRefused("knots");
  }

  @Test
  void whatNothingUntiesIsChecked() {
    int none = 0;
    for (SequenceProblem problem : sequences(0, 400)) {
      List<Knot> knots = Knots.of(problem, FREE).findAnswer().orElseThrow();
      Finding<List<WaysOut.Group>> finding = WaysOut.of(problem, knots, FREE);
      if (finding instanceof Finding.Impossible<List<WaysOut.Group>> && ++none <= 10) {
        alter(
            new Question.Sequence(problem),
            finding,
            Knots.Tied.class,
            problem.toString(),
            (altered, _) -> altered.knots().stream().anyMatch(knot -> knot.demands().isEmpty()));
      }
    }
    neverRefused("knots[].untiedBy");
  }

  @Test
  void everyAlteredOrderIsRefusedOrExposesTheSame() {
    for (SequenceProblem problem : sequences(0, 40)) {
      for (Plan plan :
          Plans.of(problem, FREE).findAnswer().orElse(List.of()).stream().limit(1).toList()) {
        alter(
            new Question.Sequence(problem),
            ExchangeOrder.best(problem, plan, FREE),
            ExchangeOrder.Least.class,
            problem.toString(),
            (altered, proof) ->
                altered.order().largest() == proof.order().largest()
                    && new HashSet<>(altered.order().steps()).size()
                        == proof.order().steps().size());
      }
    }
    // either direction proves the same where the sets are those of both
    neverRefused("proof.fromTheEnd");
  }

  /// Of each plan, whether it can be kept; and of the problem of another seed, that it does not
  /// follow.
  @Test
  void everyAlteredProofOfControlIsRefusedOrTrue() {
    int other = 0;
    for (SequenceProblem problem : sequences(0, 60)) {
      for (Plan plan :
          Plans.of(problem, FREE).findAnswer().orElse(List.of()).stream().limit(1).toList()) {
        ControlledPlan controlled = ControlledPlans.of(problem, plan);
        Finding<Strategy> finding = ControlledPlans.strategy(controlled, FREE);
        Finding<UncertainNetwork> whole =
            finding instanceof Finding.Impossible<Strategy>(var why)
                ? new Finding.Impossible<>(why)
                : ControlledPlans.prove(controlled, FREE);
        assertEquals(new Verdict.Holds(), Check.verify(problem, whole, FREE), problem::toString);
        if (controlled.network().nodes() <= 7 && proofs < 12) {
          alter(
              new Question.Sequence(problem),
              whole,
              Certificate.class,
              problem.toString(),
              (_, _) -> true);
        }
        for (SequenceProblem without : less(problem)) {
          other++;
          assertEquals(
              Verdict.fails(Flaw.Code.OTHER_PROBLEM),
              Check.verify(without, whole, FREE),
              problem::toString);
        }
      }
    }
    assertTrue(other > 30, "other " + other);
    neverRefused("plan.past", "plan.readings", "plan.ways");
  }

  private static List<SequenceProblem> less(SequenceProblem problem) {
    return problem.demands().stream()
        .map(
            dropped ->
                problem.withDemands(
                    problem.demands().stream().filter(each -> !each.equals(dropped)).toList()))
        .toList();
  }

  @Test
  void whatIsNotProvedIsOpen() {
    Problem problem = problems(1, 30).getFirst();
    assertEquals(
        new Verdict.Open(Verdict.Reason.EXHAUSTED),
        Check.verify(problem, new Finding.Exhausted<>(List.of()), FREE));
    assertEquals(
        new Verdict.Open(Verdict.Reason.BUDGET),
        Check.verify(problem, Zones.find(problem, problem.everyone(), FREE), Budget.ofSteps(0)));
  }

  @Test
  void aFrontierIsExportedAsNumbers() {
    for (Problem problem : problems(20, 30)) {
      Optional<Certificate> found = Frontiers.find(problem, FREE).findCertificate();
      if (found.orElse(null) instanceof FrontierCertificate certificate) {
        boolean layered = problem.linkages().isEmpty() && problem.jointWorths().isEmpty();
        var listed =
            new FrontierCertificate(
                FrontierLayers.Listed.of(certificate.frontier(), layered), certificate.parties());
        alter(
            new Question.Packages(problem),
            Check.stated(listed, null),
            FrontierCertificate.class,
            problem.toString(),
            (altered, proof) -> vectors(altered).equals(vectors(proof)));
      }
    }
    neverRefused();
  }

  private static Set<List<Long>> vectors(FrontierCertificate proof) {
    Set<List<Long>> all = new HashSet<>();
    for (int entry = 0; entry < proof.frontier().size(); entry++) {
      all.add(Arrays.stream(proof.frontier().worths(entry)).boxed().toList());
    }
    return all;
  }

  /// An order that names a point twice and leaves out another proves nothing, though every step of
  /// it does.
  @Test
  void anOrderThatLeavesOutAPointIsRefused() {
    int tried = 0;
    for (Problem problem : problems(60, 0)) {
      if (!problem.constraints(problem.everyone()).isEmpty() || !problem.jointWorths().isEmpty()) {
        continue;
      }
      if (Frontiers.find(problem, FREE).findCertificate().orElse(null)
          instanceof FrontierCertificate certificate) {
        var listed = FrontierLayers.Listed.of(certificate.frontier(), true);
        for (int at = 0; at < listed.points().size(); at++) {
          for (int point = 0; point < listed.points().size(); point++) {
            List<Integer> order = new ArrayList<>(listed.points());
            if (order.set(at, point) == point) {
              continue;
            }
            tried++;
            assertEquals(
                Verdict.fails(Flaw.Code.ORDER_OF_POINTS),
                FrontierCheck.frontier(
                    problem,
                    new FrontierCertificate(
                        new FrontierLayers.Listed(
                            listed.signers(),
                            listed.worths(),
                            listed.packages(),
                            order,
                            listed.kept(),
                            listed.losses()),
                        certificate.parties()),
                    FREE));
          }
        }
      }
    }
    assertTrue(tried > 20, "tried " + tried);
  }
}
