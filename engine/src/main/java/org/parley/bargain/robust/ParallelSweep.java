package org.parley.bargain.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.exact.Stage;
import org.parley.exact.StoppedBy;

/// Sweeps a range of seeds on several threads; the tally does not depend on their number.
///
/// The range is cut into parts of a fixed size, whose tallies are added in order. A spent budget
/// gives the tally of the seeds before the first unfinished part, which is again a range of seeds.
/// Steps are added in the order of the parts, so the cut is the same on any number of threads.
final class ParallelSweep {

  private static final long PART = 64;

  private final UncertainProblem problem;
  private final List<List<Integer>> packages;
  private final int threads;
  private final Budget budget;
  private StoppedBy stoppedBy = StoppedBy.SIGNAL;

  ParallelSweep(
      UncertainProblem problem, List<List<Integer>> packages, int threads, Budget budget) {
    this.problem = problem;
    this.packages = packages;
    this.threads = threads;
    this.budget = budget;
  }

  /// The reason for an early end.
  StoppedBy stoppedBy() {
    return stoppedBy;
  }

  private record Part(AcceptanceTally tally, Meter meter) {}

  private Part sweep(Seeds seeds) {
    Meter meter = new Meter(budget.withProgress((_, _, _) -> {}));
    return new Part(Robustness.sweep(problem, packages, seeds, meter), meter);
  }

  AcceptanceTally tally(Seeds seeds) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Part>> parts = new ArrayList<>();
      seeds.parts(PART).forEach(part -> parts.add(pool.submit(() -> sweep(part))));
      AcceptanceTally tally = AcceptanceTally.none(packages.size());
      long steps = 0;
      for (Future<Part> future : parts) {
        Part part = future.get();
        steps += part.meter().steps();
        if (steps > budget.steps() && tally.draws() > 0) {
          stoppedBy = StoppedBy.STEPS;
          parts.forEach(each -> each.cancel(false));
          break;
        }
        tally = tally.plus(part.tally());
        budget.progress().at(Stage.DRAWS, tally.draws(), seeds.count());
        if (part.meter().stopped()) {
          stoppedBy = part.meter().stoppedBy();
          parts.forEach(each -> each.cancel(false));
          break;
        }
      }
      return tally;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("drawing worths: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("drawing worths: a thread failed", e);
    }
  }
}
