package org.parley.bench.packages;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.parley.bargain.Choice;
import org.parley.bargain.Linkage;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.Term;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.CountEstimate;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Prints what each question costs as problems grow, and what is still said where the deadline ends
/// the search. Tables in Markdown; processor time of one thread, peak of the heap.
public final class Scale {

  private static final List<String> CLASSES = List.of("U", "X", "W", "C");

  private final long seconds;

  private Scale(long seconds) {
    this.seconds = seconds;
  }

  /// Runs the tables named.
  ///
  /// @param args of `frontier`, `solutions`, `zone`, `clashes`, `linkages`; `seconds=20` for the
  ///   deadline of each row
  public static void main(String[] args) {
    long seconds = 20;
    Set<String> tables = new HashSet<>();
    for (String arg : args) {
      if (arg.startsWith("seconds=")) {
        seconds = Long.parseLong(arg.substring("seconds=".length()));
      } else {
        tables.add(arg);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f, heap %d MiB, deadline %d s of processor time%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() >> 20,
        seconds);
    Scale scale = new Scale(seconds);
    // Once for the compiler.
    Frontiers.find(SideBySide.named("U-4-15-5"), Budget.unlimited());
    Frontiers.find(SideBySide.named("W-5-15-5"), Budget.unlimited());
    if (tables.isEmpty() || tables.contains("frontier")) {
      scale.frontiers();
    }
    if (tables.isEmpty() || tables.contains("solutions")) {
      scale.solutions();
    }
    if (tables.isEmpty() || tables.contains("zone")) {
      scale.zones();
    }
    if (tables.isEmpty() || tables.contains("clashes")) {
      scale.clashes();
    }
    if (tables.isEmpty() || tables.contains("linkages")) {
      scale.linkages();
    }
  }

  private Budget budget() {
    long end = SideBySide.cpuNanos() + seconds * 1_000_000_000L;
    BooleanSupplier stop = () -> SideBySide.cpuNanos() > end;
    return Budget.unlimited().withStop(stop);
  }

  private record Cost<A>(A answer, long millis, long peakMebibytes) {}

  private static <A> Cost<A> cost(Supplier<A> question) {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = SideBySide.cpuNanos();
    A answer = question.get();
    long millis = (SideBySide.cpuNanos() - began) / 1_000_000;
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Cost<>(answer, millis, peak >> 20);
  }

  private static String verdict(Finding<?> finding) {
    return switch (finding) {
      case Finding.Proved<?> _ -> "proved";
      case Finding.Impossible<?> _ -> "impossible";
      case Finding.Bounded<?>(_, Bound bound, _) -> "bounded: " + bound.inWords();
    };
  }

  private static void row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    System.out.println(line);
  }

  private static Problem problem(String kind, int parties, int points, int hundredths) {
    Problem problem = SideBySide.named(kind + "-" + parties + "-" + points + "-5");
    return hundredths == 0 ? problem : RandomProblems.withBaselines(problem, hundredths);
  }

  private void frontiers() {
    row("frontier", "vectors", "ms", "peak MiB", "");
    row("---", "---", "---", "---", "---");
    for (String kind : CLASSES) {
      for (int[] size : new int[][] {{3, 20}, {3, 40}, {4, 20}, {4, 30}, {5, 20}}) {
        Problem problem = problem(kind, size[0], size[1], 0);
        Cost<Finding<Frontier>> cost = cost(() -> Frontiers.find(problem, budget()));
        row(
            kind + "-" + size[0] + "-" + size[1] + "-5",
            cost.answer().findAnswer().map(Frontier::size).orElse(0),
            cost.millis(),
            cost.peakMebibytes(),
            verdict(cost.answer()));
      }
    }
  }

  private void solutions() {
    row("baselines at 30 %", "Nash", "Kalai-Smorodinsky", "leximin", "utilitarian", "equal gains");
    row("---", "---", "---", "---", "---", "---");
    for (String kind : CLASSES) {
      for (int[] size : new int[][] {{4, 20}, {6, 30}, {8, 40}}) {
        Problem problem = problem(kind, size[0], size[1], 30);
        List<Object> cells = new ArrayList<>(List.of(kind + "-" + size[0] + "-" + size[1] + "-5"));
        for (Solution.Kind rule : Solution.Kind.values()) {
          Cost<Finding<Solution>> cost = cost(() -> Solutions.find(problem, rule, budget()));
          cells.add(
              cost.millis() + " ms" + (cost.answer() instanceof Finding.Proved ? "" : ", bounded"));
        }
        row(cells.toArray());
      }
    }
  }

  private void zones() {
    row("baselines", "at least", "at most", "ms", "peak MiB", "estimate", "ms", "100 draws, ms");
    row("---", "---", "---", "---", "---", "---", "---", "---");
    for (String name :
        List.of(
            "W-4-20-50",
            "W-4-30-50",
            "W-4-40-50",
            "W-5-20-50",
            "W-6-30-50",
            "U-3-20-60",
            "U-4-20-60",
            "U-8-40-50",
            "X-6-30-50",
            "X-8-40-50")) {
      String[] parts = name.split("-", -1);
      int hundredths = Integer.parseInt(parts[3]);
      Problem problem =
          problem(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), hundredths);
      Cost<Finding<Zone>> cost = cost(() -> Zones.find(problem, problem.everyone(), budget()));
      Zone zone = cost.answer().findAnswer().orElseThrow();
      Cost<CountEstimate> estimate = cost(() -> zone.count(1, 500_000));
      SplittableRandom random = new SplittableRandom(1);
      Cost<Integer> draws =
          cost(
              () -> {
                int drawn = 0;
                for (int draw = 0; draw < 100; draw++) {
                  drawn += zone.draw(random, 10_000_000).isPresent() ? 1 : 0;
                }
                return drawn;
              });
      CountEstimate about = estimate.answer();
      row(
          parts[0] + "-" + parts[1] + "-" + parts[2] + "-5 at " + hundredths + " %",
          zone.atLeast(),
          zone.atMost(),
          cost.millis(),
          cost.peakMebibytes(),
          String.format(
              Locale.ROOT,
              "%.4g +- %.1f %%",
              about.count(),
              100 * (about.high() - about.low()) / 2 / about.count()),
          estimate.millis(),
          draws.millis() + (draws.answer() == 100 ? "" : ", " + draws.answer() + " drawn"));
    }
  }

  private void clashes() {
    row("red lines and baselines", "clashes", "ways out", "ms", "");
    row("---", "---", "---", "---", "---");
    for (String kind : CLASSES) {
      Problem problem = withRedLines(problem(kind, 5, 12, 62), 15);
      Cost<Finding<Clashes>> cost = cost(() -> Bridges.find(problem, budget()));
      Clashes clashes = cost.answer().findAnswer().orElse(new Clashes(List.of(), List.of()));
      row(
          kind + "-5-12-5, " + Bridges.demandsOf(problem).size() + " demands",
          clashes.clashes().size(),
          clashes.ways().size(),
          cost.millis(),
          verdict(cost.answer()));
    }
  }

  private static Problem withRedLines(Problem problem, int count) {
    Random random = new Random(3);
    List<Set<Choice>> lines = new ArrayList<>();
    problem.parties().forEach(_ -> lines.add(new HashSet<>()));
    for (int line = 0; line < count; line++) {
      lines
          .get(line % lines.size())
          .add(new Choice(random.nextInt(problem.points().size()), random.nextInt(5)));
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < lines.size(); party++) {
      parties.add(problem.parties().get(party).withRedLines(lines.get(party)));
    }
    return problem.withParties(parties);
  }

  private void linkages() {
    row("U-4-20-5 with linkages", "vectors", "ms", "peak MiB", "");
    row("---", "---", "---", "---", "---");
    for (int count : new int[] {0, 5, 10, 20, 40}) {
      Problem problem = problem("U", 4, 20, 0).withLinkages(linkages(count));
      Cost<Finding<Frontier>> cost = cost(() -> Frontiers.find(problem, budget()));
      row(
          count + " forbidden pairs and triples",
          cost.answer().findAnswer().map(Frontier::size).orElse(0),
          cost.millis(),
          cost.peakMebibytes(),
          verdict(cost.answer()));
    }
  }

  private static List<Linkage> linkages(int count) {
    Random random = new Random(5);
    List<Linkage> linkages = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      List<Term> terms = new ArrayList<>();
      int first = random.nextInt(18);
      for (int term = 0; term < 2 + each % 2; term++) {
        terms.add(Term.of(first + term, random.nextInt(5)));
      }
      linkages.add(new Linkage.Forbidden("f" + each, terms));
    }
    return linkages;
  }
}
