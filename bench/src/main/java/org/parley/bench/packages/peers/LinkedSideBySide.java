package org.parley.bench.packages.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints the time of the frontier of each linked GENIUS domain of a folder, beside HiGHS with the
/// epsilon-constraint method. Both must give the same vectors.
///
/// Arguments: the folder, or `drawn` for drawn problems with budgets, and the seconds that HiGHS
/// may take.
public final class LinkedSideBySide {

  private static final int RUNS = 5;

  private LinkedSideBySide() {}

  public static void main(String[] args) throws IOException {
    String from = args.length > 0 ? args[0] : "../shared/data/bargain/genius";
    long seconds = args.length > 1 ? Long.parseLong(args[1]) : 120;
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; Parley: median (least to most) of %d runs after one;"
            + " HiGHS once%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        RUNS);
    if (from.equals("drawn")) {
      for (int points = 20; points <= 50; points += 10) {
        for (int budgets = 1; budgets <= 2; budgets++) {
          String name = points + " points, " + budgets + " budgets";
          compare(name, RandomProblems.linked(new Random(points), points, budgets, true), seconds);
        }
      }
      return;
    }
    try (Stream<Path> domains = Files.list(Path.of(from))) {
      for (Path each : domains.filter(Files::isDirectory).sorted().toList()) {
        PublishedDomain domain = PublishedDomain.of(each, ".*\\.xml");
        if (domain.problem().parties().size() == 2 && !domain.problem().jointWorths().isEmpty()) {
          compare(domain.name(), domain.problem(), seconds);
        }
      }
    }
  }

  private static void compare(String name, Problem problem, long seconds) {
    List<List<Long>> own = List.of();
    double[] times = new double[RUNS];
    Finding<Frontier> finding = Frontiers.find(problem, Budget.unlimited());
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      finding = Frontiers.find(problem, Budget.unlimited());
      times[run] = (System.nanoTime() - begun) / 1e9;
      own =
          finding
              .findAnswer()
              .orElseThrow()
              .vectors()
              .map(each -> Arrays.stream(each).boxed().toList())
              .toList();
    }
    long begun = System.nanoTime();
    Verdict verdict = Check.verify(problem, finding, Budget.unlimited());
    double checked = (System.nanoTime() - begun) / 1e9;
    if (!verdict.equals(new Verdict.Holds())) {
      throw new AssertionError(name + ": " + verdict);
    }
    boolean isTree =
        finding.findCertificate().orElseThrow() instanceof FrontierCertificate proof
            && proof.tree() != null;
    begun = System.nanoTime();
    Optional<List<List<Long>>> theirs =
        new HighsEpsilon(problem).frontier(begun + seconds * 1_000_000_000L);
    double took = (System.nanoTime() - begun) / 1e9;
    if (theirs.isPresent() && !theirs.get().equals(own)) {
      throw new AssertionError(name + ": " + own + " and " + theirs.get());
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: %d points, %d joint worths, %d vectors; Parley %.2f (%.2f to %.2f) s%s, checked in"
            + " %.2f s; HiGHS %s%n",
        name,
        problem.points().size(),
        problem.jointWorths().size(),
        own.size(),
        times[RUNS / 2],
        times[0],
        times[RUNS - 1],
        isTree ? "" : " by layers",
        checked,
        theirs.isPresent()
            ? String.format(Locale.ROOT, "%.2f s, %.0f times as long", took, took / times[RUNS / 2])
            : "not finished in " + seconds + " s");
  }
}
