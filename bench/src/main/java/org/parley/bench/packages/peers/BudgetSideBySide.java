package org.parley.bench.packages.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints the processor time of the frontier of knapsacks with several objectives, beside PDDMODO
/// (decision diagrams, C++, one thread). Both must find as many vectors.
///
/// A knapsack is a point of two options for each item and a budget. Arguments: files of the
/// published instances `KP_p-P_n-N_ins-I.dat`. `-Dpddmodo` names the folder of the programs
/// `multiobj_nobjsP`; without it Parley is timed alone.
public final class BudgetSideBySide {

  private static final int RUNS = 5;

  private BudgetSideBySide() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; Parley: median (least to most) of %d runs after two;"
            + " processor seconds of one thread%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
    for (String each : args) {
      compare(Path.of(each));
    }
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    Problem problem = read(file);
    var _ = found(problem);
    Frontier frontier = found(problem);
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      frontier = found(problem);
      times[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: %d vectors; Parley %.2f (%.2f to %.2f) s%s%n",
        file.getFileName(),
        frontier.size(),
        times[RUNS / 2],
        times[0],
        times[RUNS - 1],
        peer(file, problem.parties().size(), frontier.size(), times[RUNS / 2]));
  }

  private static Frontier found(Problem problem) {
    Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited());
    if (!(finding instanceof Finding.Proved<Frontier>(Frontier frontier, _))) {
      throw new AssertionError("not proved");
    }
    return frontier;
  }

  private static String peer(Path file, int objectives, int vectors, double own)
      throws IOException, InterruptedException {
    String folder = System.getProperty("pddmodo", "");
    if (folder.isEmpty()) {
      return "";
    }
    double[] times = new double[3];
    for (int run = 0; run < times.length; run++) {
      Process process =
          new ProcessBuilder(
                  Path.of(folder, "multiobj_nobjs" + objectives).toString(),
                  file.toString(),
                  "1",
                  "3",
                  "1",
                  "cpu",
                  "1")
              .redirectErrorStream(true)
              .start();
      List<String> lines = process.inputReader().readAllLines();
      process.waitFor();
      if (Integer.parseInt(lines.getFirst().strip()) != vectors) {
        throw new AssertionError(file + ": " + vectors + " and " + lines.getFirst());
      }
      times[run] = Double.parseDouble(lines.get(1).strip());
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT, "; PDDMODO %.2f s, %.1f times as long", times[1], times[1] / own);
  }

  private static Problem read(Path file) throws IOException {
    try (Scanner in = new Scanner(Files.readString(file))) {
      int items = in.nextInt();
      int budgets = in.nextInt();
      int objectives = in.nextInt();
      List<Problem.Point> points = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        points.add(new Problem.Point("item " + item, List.of("out", "in")));
      }
      List<Problem.Party> parties = new ArrayList<>();
      for (int party = 0; party < objectives; party++) {
        parties.add(new Problem.Party("party " + party, rows(in, items), Set.of(), null));
      }
      List<List<PackageConstraint.PointAmounts>> amounts = new ArrayList<>();
      for (int budget = 0; budget < budgets; budget++) {
        List<PackageConstraint.PointAmounts> each = new ArrayList<>();
        List<List<Long>> rows = rows(in, items);
        for (int item = 0; item < items; item++) {
          each.add(new PackageConstraint.PointAmounts(item, rows.get(item)));
        }
        amounts.add(each);
      }
      List<PackageConstraint> linkages = new ArrayList<>();
      for (int budget = 0; budget < budgets; budget++) {
        linkages.add(
            new PackageConstraint.Budget(
                "budget " + budget, amounts.get(budget), null, in.nextLong()));
      }
      return new Problem(parties, points, linkages, List.of(), SigningRule.all(objectives));
    }
  }

  private static List<List<Long>> rows(Scanner in, int items) {
    List<List<Long>> rows = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      rows.add(List.of(0L, in.nextLong()));
    }
    return rows;
  }
}
