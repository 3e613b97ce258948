package org.parley.bargain.robust;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The draws of worths that evaluate packages, one for each seed.
///
/// Steps are added in the order of the parts, so a limit of steps ends the sweep between the same
/// parts on any machine.
public final class AcceptanceSweep
    implements SeedSweep<AcceptanceSweep.Drawn, Finding<List<RobustPackage>>> {

  /// Draws of a part: enough to be worth a task of a cluster. A hundred draws are cut finer, so
  /// that threads end at the same time.
  private static final int MOST = 64;

  private static final int LEAST = 8;
  private static final int PARTS = 16;

  private final UncertainProblem problem;
  private final List<List<Integer>> packages;
  private final Seeds asked;
  private final Seeds needed;
  private final Budget limits;

  /// The tally of consecutive seeds.
  ///
  /// @param steps of the searches for them
  /// @param stoppedBy the reason for an early end; null without one
  public record Drawn(AcceptanceTally tally, long steps, @Nullable StoppedBy stoppedBy) {

    private Drawn cutBy(StoppedBy reason) {
      return new Drawn(tally, steps, reason);
    }
  }

  /// A sweep of draws.
  ///
  /// @param packages one option index per point each
  /// @param limits of steps and states; its stop signal and listener are not used
  public AcceptanceSweep(
      UncertainProblem problem, List<List<Integer>> packages, Seeds seeds, Budget limits) {
    this.problem = problem;
    this.packages = packages.stream().map(List::copyOf).toList();
    asked = seeds;
    needed = problem.worst().equals(problem.best()) ? new Seeds(seeds.first(), 1) : seeds;
    this.limits = Robustness.ofDraws(limits, needed.count());
  }

  @Override
  public Seeds seeds() {
    return needed;
  }

  @Override
  public int partSize() {
    return Math.clamp(needed.count() / PARTS, LEAST, MOST);
  }

  @Override
  public Class<Drawn> partType() {
    return Drawn.class;
  }

  @Override
  public Drawn part(Seeds part, Budget budget) {
    Meter meter = new Meter(limits.withStop(budget.stop()).withProgress((_, _, _) -> {}));
    AcceptanceTally tally = Robustness.sweep(problem, packages, part, meter);
    return new Drawn(tally, meter.steps(), meter.stopped() ? meter.stoppedBy() : null);
  }

  @Override
  public Drawn merged(Drawn earlier, Drawn next) {
    if (isCut(earlier)) {
      return earlier;
    }
    long steps = earlier.steps + next.steps;
    return steps > limits.steps() && earlier.tally.draws() > 0
        ? earlier.cutBy(StoppedBy.STEPS)
        : new Drawn(earlier.tally.plus(next.tally), steps, next.stoppedBy);
  }

  @Override
  public boolean isCut(Drawn merged) {
    return merged.stoppedBy != null;
  }

  @Override
  public long done(Drawn merged) {
    return merged.tally.draws();
  }

  @Override
  public Finding<List<RobustPackage>> answer(Drawn merged) {
    return Robustness.evaluated(
        problem,
        packages,
        merged.tally,
        asked,
        needed,
        merged.stoppedBy == null ? StoppedBy.SIGNAL : merged.stoppedBy);
  }
}
