package org.parley.bench.texts;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.clause.Consequence;
import org.parley.clause.Consequence.EditKind;
import org.parley.clause.EditConsequences;
import org.parley.clause.TextEdit;
import org.parley.document.BracketPrinter;
import org.parley.document.DocumentReader;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;
import org.parley.redline.DocumentComparison;

/// Prints the cost of reading two versions of a text, comparing them and finding the consequences.
/// Every fifth article loses its deadline; each run is checked to find exactly these. Then the same
/// with what the edit does to coverage and knots of a case.
public final class RedlineBench {

  private static final int RUNS = 15;
  private static final int WARM_UP = 10;
  private static final int ONE_IN = 5;
  private static final BracketPrinter PRINTER = new BracketPrinter(PartyId::value, "no text");

  private RedlineBench() {}

  public static void main(String[] args) {
    System.out.printf(
        "%s, %d processors, load average %.1f; medians of %d runs after %d%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS,
        WARM_UP);
    System.out.printf("%9s %12s %12s %12s%n", "articles", "median ms", "least ms", "most ms");
    for (int articles : new int[] {20, 100, 300}) {
      String before = text(articles, false);
      String after = text(articles, true);
      print(articles, () -> check(articles, consequences(before, after)));
    }
    System.out.printf("with coverage and knots%n");
    for (int articles : new int[] {20, 100}) {
      EditedCaseBench edited = EditedCaseBench.of(articles);
      print(articles, edited::run);
    }
  }

  /// Prints the median, least and most time of a run that checks its own result.
  private static void print(int articles, Runnable run) {
    double[] millis = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      long begun = System.nanoTime();
      run.run();
      double took = (System.nanoTime() - begun) / 1e6;
      if (i >= 0) {
        millis[i] = took;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%9d %12.1f %12.1f %12.1f%n", articles, millis[RUNS / 2], millis[0], millis[RUNS - 1]);
  }

  private static List<Consequence> consequences(String before, String after) {
    DocumentText from = DocumentReader.read(before, "en", _ -> Optional.empty());
    DocumentText to = DocumentReader.read(after, "en", _ -> Optional.empty());
    return EditConsequences.of(
        new TextEdit(
            from,
            List.of(),
            to,
            List.of(),
            DocumentComparison.between(from, to, PRINTER),
            _ -> Optional.empty()));
  }

  private static void check(int articles, List<Consequence> found) {
    boolean isRight =
        found.size() == articles / ONE_IN
            && found.stream().allMatch(each -> each.kind() == EditKind.CLOCK_LOST);
    if (!isRight) {
      throw new AssertionError(articles + " articles: " + found);
    }
  }

  private static String text(int articles, boolean isEdited) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= articles; i++) {
      boolean isLost = isEdited && i % ONE_IN == 0;
      text.append("Article " + i + " - Task " + i + "\n");
      text.append("1. The northern party shall complete task number " + i + " in sector " + i * 7);
      text.append(isLost ? ".\n" : " within 30 days of signature.\n");
      text.append(
          "2. The commission may inspect the sector, subject to Article "
              + (articles - i + 1)
              + ".\n");
      text.append("3. No party shall enter the sector unless the commission agrees.\n");
    }
    return text.toString();
  }
}
