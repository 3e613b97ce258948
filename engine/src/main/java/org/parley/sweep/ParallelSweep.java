package org.parley.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.parley.exact.Budget;
import org.parley.exact.Stage;

/// Runs a sweep on several threads; the answer does not depend on their number.
///
/// Results are merged in the order of the parts. A spent budget gives the answer of the seeds
/// before the first unfinished part, which is again a range of seeds.
public final class ParallelSweep {

  private ParallelSweep() {}

  /// Runs all parts, or as many as the budget allows; at least the first.
  ///
  /// @param threads changes the time alone
  /// @param stage what its listener is told of
  public static <P, A> A run(SeedSweep<P, A> sweep, int threads, Budget budget, Stage stage) {
    Budget quiet = budget.withProgress((_, _, _) -> {}).withThreads(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<P>> parts = new ArrayList<>();
      for (Seeds part : sweep.seeds().parts(sweep.partSize())) {
        parts.add(pool.submit(() -> sweep.part(part, quiet)));
      }
      P merged = parts.getFirst().get();
      for (int at = 1; at < parts.size() && !sweep.isCut(merged); at++) {
        budget.progress().at(stage, sweep.done(merged), sweep.seeds().count());
        merged = sweep.merged(merged, parts.get(at).get());
      }
      parts.forEach(each -> each.cancel(false));
      budget.progress().at(stage, sweep.done(merged), sweep.seeds().count());
      return sweep.answer(merged);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("running a sweep of seeds: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("running a sweep of seeds: a thread failed", e);
    }
  }
}
