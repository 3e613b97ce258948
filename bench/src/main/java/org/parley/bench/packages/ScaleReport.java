package org.parley.bench.packages;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.graph.Layers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.CountEstimate;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;

/// Prints the cost of each question as problems grow, and the remaining guarantee if the deadline
/// ends the search. Tables in Markdown; processor time of one thread, peak of the heap.
public final class ScaleReport {

  private static final List<String> CLASSES = List.of("U", "X", "W", "C");

  private static final int SEEDS = 10;

  private final long seconds;
  private final Chart chart = new Chart();

  private ScaleReport(long seconds) {
    this.seconds = seconds;
  }

  /// Runs the named tables.
  ///
  /// @param args of `frontier`, `solutions`, `seeds`, `zone`, `clashes`, `linkages`; `seconds=20`
  ///   for the deadline of each row. `chart=FILE.svg` to draw the proved rows of `frontier` or
  ///   `linkages`
  public static void main(String[] args) throws IOException {
    long seconds = 20;
    String drawing = "";
    Set<String> tables = new HashSet<>();
    for (String arg : args) {
      if (arg.startsWith("seconds=")) {
        seconds = Long.parseLong(arg.substring("seconds=".length()));
      } else if (arg.startsWith("chart=")) {
        drawing = arg.substring("chart=".length());
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
    ScaleReport scale = new ScaleReport(seconds);
    // Once for the compiler.
    Frontiers.find(SideBySide.named("U-4-15-5"), Budget.unlimited());
    Frontiers.find(SideBySide.named("W-5-15-5"), Budget.unlimited());
    Frontiers.find(SideBySide.named("C-3-15-5"), Budget.unlimited());
    for (String kind : List.of("U", "X", "W")) {
      for (Solution.Kind rule : Solution.Kind.values()) {
        Problem problem = RandomProblems.withBaselines(SideBySide.named(kind + "-6-25-5", 11), 30);
        Solutions.find(problem, rule, Budget.unlimited());
      }
    }
    if (tables.isEmpty() || tables.contains("frontier")) {
      scale.frontiers();
    }
    if (tables.isEmpty() || tables.contains("solutions")) {
      scale.solutions();
    }
    if (tables.isEmpty() || tables.contains("seeds")) {
      scale.seeds();
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
    if (!drawing.isEmpty()) {
      String across = tables.contains("linkages") ? "states of the widest layer" : "vectors";
      Files.writeString(Path.of(drawing), scale.chart.svg(across, "ms of processor time"));
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
      case Finding.Exhausted<?> _ -> "searched to the end";
      case Finding.Proved<?> _ -> "proved";
      case Finding.Impossible<?> _ -> "impossible";
      case Finding.Bounded<?>(_, Bound bound, _) -> "bounded: " + bound;
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
    row("frontier", "vectors", "candidates", "ms", "peak MiB", "");
    row("---", "---", "---", "---", "---", "---");
    for (String kind : CLASSES) {
      for (int[] size :
          new int[][] {{3, 20}, {3, 40}, {4, 20}, {4, 30}, {5, 20}, {6, 20}, {6, 30}}) {
        Problem problem = problem(kind, size[0], size[1], 0);
        Cost<Finding<Frontier>> cost = cost(() -> Frontiers.find(problem, budget()));
        row(
            kind + "-" + size[0] + "-" + size[1] + "-5",
            cost.answer().findAnswer().map(Frontier::size).orElse(0),
            candidates(problem, cost.answer()),
            cost.millis(),
            cost.peakMebibytes(),
            verdict(cost.answer()));
        if (cost.answer() instanceof Finding.Proved<Frontier>(Frontier frontier, _)) {
          chart.add(kind, frontier.size(), cost.millis());
        }
      }
    }
  }

  /// The number of candidate vectors; 0 if the search was stopped.
  private static long candidates(Problem problem, Finding<Frontier> finding) {
    long candidates = 0;
    if (finding instanceof Finding.Proved<Frontier>(Frontier _, FrontierCertificate certificate)) {
      int[] order = certificate.order();
      for (int at = 0; at < order.length; at++) {
        candidates += problem.points().get(order[at]).options().size() * certificate.countAfter(at);
      }
    }
    return candidates;
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

  /// The same class drawn again and again: median and longest.
  private void seeds() {
    row("seeds 1 to 10", "Nash", "Kalai-Smorodinsky", "leximin", "utilitarian", "equal gains");
    row("---", "---", "---", "---", "---", "---");
    for (String name : List.of("U-8-40-5", "X-8-40-5", "W-8-40-5", "C-4-20-5", "C-6-20-5")) {
      List<Object> cells = new ArrayList<>(List.of(name));
      for (Solution.Kind rule : Solution.Kind.values()) {
        double[] millis = new double[SEEDS];
        int proved = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
          Problem problem = RandomProblems.withBaselines(SideBySide.named(name, seed), 30);
          long began = SideBySide.cpuNanos();
          Finding<Solution> finding = Solutions.find(problem, rule, budget());
          millis[seed - 1] = (double) (SideBySide.cpuNanos() - began) / 1_000_000;
          proved += finding instanceof Finding.Proved ? 1 : 0;
        }
        Arrays.sort(millis);
        cells.add(
            String.format(
                Locale.ROOT,
                "%.1f, %.1f ms%s",
                (millis[SEEDS / 2 - 1] + millis[SEEDS / 2]) / 2,
                millis[SEEDS - 1],
                proved == SEEDS ? "" : ", " + proved + " proved"));
      }
      row(cells.toArray());
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
      Cost<CountEstimate> estimate = cost(() -> zone.count(1, 500_000, Budget.unlimited()));
      SplittableRandom random = new SplittableRandom(1);
      Cost<Integer> draws =
          cost(
              () -> {
                int drawn = 0;
                for (int draw = 0; draw < 100; draw++) {
                  drawn +=
                      zone.draw(random, new Meter(Budget.ofSteps(10_000_000))).isPresent() ? 1 : 0;
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
    row("red lines and baselines", "clashes", "ways out", "ms", "peak MiB", "");
    row("---", "---", "---", "---", "---", "---");
    for (String name :
        List.of("U-6-12-75", "X-6-12-66", "X-6-12-70", "W-6-12-68", "C-6-12-66", "X-8-16-60")) {
      String[] parts = name.split("-", -1);
      int parties = Integer.parseInt(parts[1]);
      int hundredths = Integer.parseInt(parts[3]);
      int demands = parties == 8 ? 26 : 20;
      Problem problem =
          withRedLines(
              problem(parts[0], parties, Integer.parseInt(parts[2]), hundredths),
              demands - parties);
      Cost<Finding<Clashes>> cost = cost(() -> Bridges.find(problem, budget()));
      Clashes clashes = cost.answer().findAnswer().orElse(new Clashes(List.of(), List.of()));
      row(
          String.format(
              Locale.ROOT,
              "%s-%d-%s-5 at %d %%, %d demands",
              parts[0],
              parties,
              parts[2],
              hundredths,
              demands),
          clashes.clashes().size(),
          clashes.ways().size(),
          cost.millis(),
          cost.peakMebibytes(),
          verdict(cost.answer()));
    }
  }

  static Problem withRedLines(Problem problem, int count) {
    Random random = new Random(3);
    List<Set<Choice>> lines = new ArrayList<>();
    problem.parties().forEach(_ -> lines.add(new HashSet<>()));
    for (int line = 0; line < count; line++) {
      Set<Choice> own = lines.get(line % lines.size());
      int before = own.size();
      while (own.size() == before) {
        own.add(new Choice(random.nextInt(problem.points().size()), random.nextInt(5)));
      }
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < lines.size(); party++) {
      parties.add(problem.parties().get(party).withRedLines(lines.get(party)));
    }
    return problem.withParties(parties);
  }

  /// Joint worths of two points each at growing distance: the more conditions are open at a time,
  /// the more states there are.
  private void linkages() {
    row("U-4-20-5 with joint worths", "states", "vectors", "ms", "peak MiB", "");
    row("---", "---", "---", "---", "---", "---");
    for (int next : new int[] {0, 1, 2, 3, 4, 5}) {
      Problem problem = withJointWorths(problem("U", 4, 20, 0), next);
      int states =
          Arrays.stream(Layers.of(problem, problem.everyone(), () -> false).states)
              .max()
              .orElseThrow();
      Cost<Finding<Frontier>> cost = cost(() -> Frontiers.find(problem, budget()));
      row(
          next == 0 ? "none" : String.format(Locale.ROOT, "with the next %d points", next),
          states,
          cost.answer().findAnswer().map(Frontier::size).orElse(0),
          cost.millis(),
          cost.peakMebibytes(),
          verdict(cost.answer()));
      if (cost.answer() instanceof Finding.Proved) {
        chart.add("states", states, cost.millis());
      }
    }
  }

  static Problem withJointWorths(Problem problem, int next) {
    Random random = new Random(5);
    List<JointWorth> joints = new ArrayList<>();
    for (int point = 0; point < 20; point++) {
      for (int other = point + 1; other <= Math.min(19, point + next); other++) {
        joints.add(
            new JointWorth(
                random.nextInt(4),
                List.of(
                    OptionSet.of(point, random.nextInt(5)), OptionSet.of(other, random.nextInt(5))),
                random.nextInt(101) - 50L));
      }
    }
    return new Problem(problem.parties(), problem.points(), List.of(), joints, problem.signing());
  }
}
