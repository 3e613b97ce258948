package org.parley.check;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.zone.PackageCount;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.guarantees.coverage.Coverage;
import org.parley.outlook.BaseRates;
import org.parley.outlook.DoneCounts;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.plan.TimedPlan;
import org.parley.outlook.ways.Talks;
import org.parley.outlook.ways.TalksWays;
import org.parley.reference.PrecedentCounts;
import org.parley.reference.PrecedentSource;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.Derivation;
import org.parley.sequence.control.UncertainNetwork;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;
import org.parley.sources.WeakestSources;

/// Checks a finding from its certificate.
///
/// The finding holds if the certificate proves its statement and states the answer of the finding.
/// No class reachable from here searches: outside `check` and `exact`, none takes a [Budget].
public final class Check {

  private Check() {}

  /// Checks a finding.
  ///
  /// @param budget of the check; if it ends first, the verdict is open
  public static Verdict verify(Question question, Finding<?> finding, Budget budget) {
    return switch (finding) {
      case Finding.Exhausted<?> _ -> new Verdict.Open(Verdict.Reason.EXHAUSTED);
      case Finding.Bounded<?> _ -> new Verdict.Open(Verdict.Reason.BOUNDED);
      case Finding.Impossible<?>(var certificate) -> verify(question, null, certificate, budget);
      case Finding.Proved<?>(Object answer, var certificate) ->
          verify(question, answer, certificate, budget);
    };
  }

  public static Verdict verify(Problem problem, Finding<?> finding, Budget budget) {
    return verify(new Question.Packages(problem), finding, budget);
  }

  public static Verdict verify(SequenceProblem problem, Finding<?> finding, Budget budget) {
    return verify(new Question.Sequence(problem), finding, budget);
  }

  /// Checks counts of precedents.
  ///
  /// @param source what is at hand; the verdict is open if the finding rests on other files
  public static Verdict verify(
      Question.Precedents asked, Finding<?> finding, PrecedentSource source) {
    if (!(finding
        instanceof Finding.Proved<?>(Object answer, PrecedentCounts.CountedPrecedents proof))) {
      return verify(asked, finding, Budget.unlimited());
    }
    try {
      return is(proof.counts().equals(answer))
          .then(() -> PrecedentCheck.verify(proof.counts(), asked, source));
    } catch (RuntimeException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  public static Verdict verify(UncertainNetwork network, Finding<?> finding, Budget budget) {
    return verify(new Question.Network(network), finding, budget);
  }

  /// The finding that a certificate states.
  ///
  /// @param solution the answer, if the certificate is of a solution; else ignored
  /// @throws IllegalArgumentException if the solution is needed and missing
  public static Finding<?> stated(Certificate certificate, @Nullable Solution solution) {
    return switch (certificate) {
      case Certificate.OfNone proof -> new Finding.Impossible<>(proof);
      case Certificate.OfAnswer proof -> new Finding.Proved<>(answer(proof, solution), proof);
    };
  }

  private static Object answer(Certificate.OfAnswer certificate, @Nullable Solution solution) {
    return switch (certificate) {
      case Bridges.Lowered proof -> proof.relaxations();
      case Clashes proof -> proof;
      case FrontierCertificate proof -> proof.frontier();
      case ExtremeCertificate _, SolutionCertificate _, SelectedCertificate _ -> {
        if (solution == null) {
          throw new IllegalArgumentException(
              "checking a solution: it is missing. Maybe it was cut out of the file");
        }
        yield solution;
      }
      case Zones.BySigners proof -> proof;
      case Zones.Counted proof -> new Count(proof.count());
      case Coverage.Proof proof -> proof.coverage();
      case BaseRates.Computed proof -> proof.rate();
      case BaseRates.Tabled proof -> proof.rate();
      case DoneCounts.YearsCounted proof -> proof.times();
      case PrecedentCounts.CountedPrecedents proof -> proof.counts();
      case ForecastTally.Tallied proof -> proof.lines();
      case PlanForecasts.Simulated proof -> proof.forecast();
      case EventStudy.Ranked proof -> proof.study();
      case TalksWays.Branched proof -> proof.tree();
      case WeakestSources.Smallest proof -> proof.weakest();
      case Closure proof -> proof;
      case ControlledPlan.Controllable proof -> proof.plan().network();
      case ExchangeOrder.Least proof -> proof.order();
      case KnotsCompleteness proof -> proof;
      case WaysOut.Untied proof -> proof.groups();
      case Plans.Planned proof -> proof.plans();
      case Slip.Moved proof -> proof.slip();
    };
  }

  private record Count(BigInteger atMost) implements PackageCount {
    @Override
    public BigInteger atLeast() {
      return atMost;
    }
  }

  /// A certificate is untrusted input: any exception it causes is a failed check.
  private static Verdict verify(
      Question question, @Nullable Object answer, Certificate certificate, Budget budget) {
    try {
      return checked(question, answer, certificate, budget);
    } catch (RuntimeException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private static Verdict checked(
      Question question, @Nullable Object answer, Certificate certificate, Budget budget) {
    return switch (question) {
      case Question.Packages(Problem problem) -> packages(problem, answer, certificate, budget);
      case Question.Improvement asked ->
          ImprovementCheck.verify(asked, answer, certificate, budget);
      case Question.Sequence(SequenceProblem problem) ->
          sequence(problem, answer, certificate, budget);
      case Question.Network(UncertainNetwork network) ->
          certificate instanceof Derivation loop
              ? LoopCheck.verify(loop, network)
              : certificate instanceof Closure closure
                  ? is(closure.equals(answer))
                      .then(() -> ClosureCheck.verify(closure, network, budget))
                  : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Guarantees asked ->
          certificate instanceof Coverage.Proof proof
              ? is(proof.coverage().equals(answer))
                  .then(
                      () ->
                          asked.equals(
                                  new Question.Guarantees(
                                      proof.question(), proof.commitments(), proof.contributions()))
                              ? CoverageCheck.verify(proof)
                              : Verdict.fails(Flaw.Code.OTHER_PROBLEM))
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Accords(var rows) ->
          certificate instanceof DoneCounts.YearsCounted proof
              ? is(proof.times().equals(answer)).then(() -> DoneTimesCheck.verify(proof, rows))
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Precedents _ ->
          certificate instanceof PrecedentCounts.CountedPrecedents
              ? new Verdict.Open(Verdict.Reason.FILE_ABSENT)
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Forecast(TimedPlan plan) ->
          certificate instanceof PlanForecasts.Simulated proof
              ? is(proof.forecast().equals(answer))
                  .then(() -> ForecastCheck.verify(proof, plan, budget))
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Outlook(var collection) ->
          certificate instanceof BaseRates.Computed proof
              ? is(proof.rate().equals(answer)).then(() -> OutlookCheck.verify(proof, collection))
              : certificate instanceof BaseRates.NoneCounts none
                  ? OutlookCheck.verify(none, collection)
                  : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Events(var readings, var days) ->
          certificate instanceof EventStudy.Ranked proof
              ? is(proof.study().equals(answer))
                  .then(() -> EventStudyCheck.verify(proof, readings, days))
              : certificate instanceof EventStudy.NoWindow none
                  ? EventStudyCheck.verify(none, readings, days)
                  : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Scores(var facts) ->
          certificate instanceof ForecastTally.Tallied proof
              ? is(proof.lines().equals(answer)).then(() -> TallyCheck.verify(proof, facts))
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Sources(var view, var asked) ->
          certificate instanceof WeakestSources.Smallest proof
              ? is(proof.weakest().equals(answer))
                  .then(() -> SourcesCheck.verify(proof, view, asked, budget))
              : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.Ways(Talks talks) ->
          certificate instanceof TalksWays.Branched proof
              ? is(proof.tree().equals(answer)).then(() -> WaysCheck.verify(proof, talks))
              : certificate instanceof TalksWays.NothingOpen
                  ? WaysCheck.nothingOpen(talks)
                  : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
      case Question.RateTable table ->
          certificate instanceof BaseRates.Tabled proof
              ? is(proof.rate().equals(answer)).then(() -> RateTableCheck.verify(proof, table))
              : certificate instanceof BaseRates.NoneCounts none
                  ? RateTableCheck.verify(none, table)
                  : Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    };
  }

  private static Verdict is(boolean stated) {
    return stated ? new Verdict.Holds() : Verdict.fails(Flaw.Code.OTHER_ANSWER);
  }

  private static Verdict packages(
      Problem problem, @Nullable Object answer, Certificate certificate, Budget budget) {
    return switch (certificate) {
      case NothingAcceptable proof -> PackageCheck.nothingAcceptable(problem, proof, budget);
      case Bridges.Lowered proof ->
          is(proof.relaxations().equals(answer))
              .then(() -> ClashCheck.lowered(problem, proof, budget));
      case Clashes proof ->
          is(proof.equals(answer)).then(() -> ClashCheck.clashes(problem, proof, budget));
      case FrontierCertificate proof ->
          is(answer instanceof FrontierLayers layers && isSame(layers, proof.frontier()))
              .then(() -> FrontierCheck.frontier(problem, proof, budget));
      case ExtremeCertificate proof ->
          answer instanceof Solution solution && !problem.isCapped()
              ? SolutionCheck.extreme(problem, solution, proof, budget)
              : Verdict.fails(Flaw.Code.OTHER_ANSWER);
      // multipliers bound sums, and a cap is none
      case SolutionCertificate proof ->
          answer instanceof Solution solution && !problem.isCapped()
              ? SolutionCheck.solution(problem, solution, proof, budget)
                  .then(() -> SolutionCheck.measure(problem, proof, budget))
                  .then(() -> SolutionCheck.ties(problem, solution, proof, budget))
              : Verdict.fails(Flaw.Code.OTHER_ANSWER);
      case SelectedCertificate proof ->
          answer instanceof Solution solution
              ? SelectedCheck.verify(problem, solution, proof, budget)
              : Verdict.fails(Flaw.Code.OTHER_ANSWER);
      case Zones.BySigners proof ->
          is(proof.equals(answer))
              .then(() -> CountCheck.bySigners(problem.withoutCaps(), proof, budget));
      case Zones.Counted proof ->
          is(answer instanceof PackageCount count
                  && count.atLeast().equals(proof.count())
                  && count.atMost().equals(proof.count()))
              .then(() -> CountCheck.count(problem, proof, budget));
      case Coverage.Proof _,
          BaseRates.Computed _,
          BaseRates.Tabled _,
          BaseRates.NoneCounts _,
          DoneCounts.YearsCounted _,
          PrecedentCounts.CountedPrecedents _,
          PlanForecasts.Simulated _,
          EventStudy.Ranked _,
          EventStudy.NoWindow _,
          TalksWays.Branched _,
          WeakestSources.Smallest _,
          ForecastTally.Tallied _,
          TalksWays.NothingOpen _,
          Closure _,
          ControlledPlan.Controllable _,
          ControlledPlan.Uncontrollable _,
          Derivation _,
          ExchangeOrder.Least _,
          KnotsCompleteness _,
          Knots.Tied _,
          WaysOut.Untied _,
          Plans.Planned _,
          Plans.Prevented _,
          Slip.Moved _,
          Slip.Broken _ ->
          Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    };
  }

  private static boolean isSame(FrontierLayers one, FrontierLayers other) {
    boolean same =
        one.equals(other)
            || (one.size() == other.size() && Arrays.equals(one.parties(), other.parties()));
    for (int entry = 0; same && !one.equals(other) && entry < one.size(); entry++) {
      same =
          Arrays.equals(one.worths(entry), other.worths(entry))
              && Arrays.equals(one.packageOf(entry), other.packageOf(entry));
    }
    return same;
  }

  private static Verdict sequence(
      SequenceProblem asked, @Nullable Object answer, Certificate certificate, Budget budget) {
    SequenceProblem problem = asked.anchored();
    return switch (certificate) {
      case ControlledPlan.Controllable proof ->
          is(proof.plan().network().equals(answer))
              .then(() -> NetworkCheck.verify(proof, problem, budget));
      case ControlledPlan.Uncontrollable proof -> NetworkCheck.verify(proof, problem);
      case ExchangeOrder.Least proof ->
          is(proof.order().equals(answer))
              .then(() -> PlanCheck.verify(proof.plan(), problem))
              .then(
                  () ->
                      ExposureCheck.verify(
                          proof.order(), proof.proof(), proof.plan(), problem, budget));
      case KnotsCompleteness proof ->
          is(proof.equals(answer)).then(() -> KnotsCheck.verify(proof, asked, budget));
      case Knots.Tied proof -> SequenceCheck.verify(proof, asked, budget);
      case WaysOut.Untied proof ->
          is(proof.groups().equals(answer)).then(() -> KnotsCheck.verify(proof, asked, budget));
      case Plans.Planned proof ->
          is(proof.plans().equals(answer)).then(() -> PlanCheck.verify(proof, problem, budget));
      case Plans.Prevented proof -> SequenceCheck.verify(proof, problem, budget);
      case Slip.Moved proof ->
          is(proof.slip().equals(answer)).then(() -> SlipCheck.verify(proof, problem));
      case Slip.Broken proof -> SlipCheck.verify(proof, problem, budget);
      case NothingAcceptable _,
          BaseRates.Computed _,
          BaseRates.Tabled _,
          BaseRates.NoneCounts _,
          DoneCounts.YearsCounted _,
          PrecedentCounts.CountedPrecedents _,
          PlanForecasts.Simulated _,
          EventStudy.Ranked _,
          EventStudy.NoWindow _,
          TalksWays.Branched _,
          WeakestSources.Smallest _,
          ForecastTally.Tallied _,
          TalksWays.NothingOpen _,
          Bridges.Lowered _,
          Clashes _,
          FrontierCertificate _,
          ExtremeCertificate _,
          SolutionCertificate _,
          SelectedCertificate _,
          Zones.BySigners _,
          Zones.Counted _,
          Coverage.Proof _,
          Closure _,
          Derivation _ ->
          Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    };
  }
}
