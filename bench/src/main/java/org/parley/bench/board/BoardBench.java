package org.parley.bench.board;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.parley.board.Board;
import org.parley.board.Boards;
import org.parley.model.AsOf;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Viewer;

/// Prints what checking a case and computing its board cost, from 1,000 to 100,000 claims.
public final class BoardBench {

  private static final int RUNS = 15;
  private static final int WARM_UP = 10;

  private BoardBench() {}

  public static void main(String[] args) {
    System.out.printf(
        "%s, %d processors, %d runs after %d to warm up%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        RUNS,
        WARM_UP);
    System.out.printf("%9s %22s %22s %15s%n", "claims", "check and build", "view", "board");
    for (int claims : new int[] {1_000, 3_000, 10_000, 30_000, 100_000}) {
      List<CaseRecord> records = BoardCorpus.of(claims, 1);
      Case built = Case.of(BoardCorpus.info(), records);
      CaseView view = built.viewFor(new Viewer.Mediator());
      AsOf asOf = AsOf.of(LocalDate.of(2026, 1, 1));
      Boards boards = Boards.of(view);
      Board board = boards.at(asOf);
      if (board.ledger().entries().size() != claims) {
        throw new AssertionError("the ledger lost claims");
      }
      System.out.printf(
          "%9d %22s %22s %22s   (%d contradictions)%n",
          claims,
          time(() -> Case.of(BoardCorpus.info(), records)),
          time(() -> built.viewFor(new Viewer.Mediator())),
          time(() -> boards.at(asOf)),
          board.contradictions().size());
    }
  }

  private static String time(Supplier<?> job) {
    double[] millis = new double[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      long start = System.nanoTime();
      Object result = job.get();
      double took = (System.nanoTime() - start) / 1e6;
      if (result == null) {
        throw new AssertionError();
      }
      if (run >= 0) {
        millis[run] = took;
      }
    }
    Arrays.sort(millis);
    return String.format("%.1f (%.1f-%.1f) ms", millis[RUNS / 2], millis[0], millis[RUNS - 1]);
  }
}
