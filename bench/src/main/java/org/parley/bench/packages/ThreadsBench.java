package org.parley.bench.packages;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.robust.Robustness;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.worth.WorthRange;
import org.parley.bargain.zone.Zone;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.sweep.Seeds;

/// Prints the time of each question on one thread and on several, in turn, after it has compared
/// the answers. Clock and processor time, peak of the heap; a table in Markdown.
public final class ThreadsBench {

  private static final int COMPARED = 10_000;

  private final int runs;
  private final int threads;
  private final String wanted;

  private ThreadsBench(int runs, int threads, String wanted) {
    this.runs = runs;
    this.threads = threads;
    this.wanted = wanted;
  }

  /// Runs the rows of the named questions.
  ///
  /// @param args of `frontier`, `zone`, `solutions`, `clashes`, `pivots`, `robustness`; all if
  ///   none. `runs=5` for the runs of each row, `threads=2`, `row=U-4` for rows whose name has it
  public static void main(String[] args) {
    int runs = 5;
    int threads = 2;
    String wanted = "";
    List<String> tables = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("runs=")) {
        runs = Integer.parseInt(arg.substring("runs=".length()));
      } else if (arg.startsWith("threads=")) {
        threads = Integer.parseInt(arg.substring("threads=".length()));
      } else if (arg.startsWith("row=")) {
        wanted = arg.substring("row=".length());
      } else {
        tables.add(arg);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %d processors, load average %.1f, heap %d MiB; median (least to most) of %d runs%n%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() >> 20,
        runs);
    row(
        "question",
        "problem",
        "one thread, s",
        threads + " threads, s",
        "ratio",
        "processor s",
        "peak MiB");
    row("---", "---", "---", "---", "---", "---", "---");
    ThreadsBench bench = new ThreadsBench(runs, threads, wanted);
    questions()
        .forEach(
            (kind, rows) -> {
              if (tables.isEmpty() || tables.contains(kind)) {
                rows.forEach((name, question) -> bench.measure(kind, name, question));
              }
            });
  }

  private static void row(Object... cells) {
    System.out.println(
        "| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
  }

  private static Map<String, Map<String, Function<Budget, Finding<?>>>> questions() {
    Map<String, Map<String, Function<Budget, Finding<?>>>> all = new LinkedHashMap<>();
    all.put("frontier", frontiers());
    all.put("zone", zones());
    all.put("solutions", solutions());
    all.put("clashes", clashes());
    all.put("pivots", pivots());
    all.put("robustness", robustness());
    return all;
  }

  private static Map<String, Function<Budget, Finding<?>>> frontiers() {
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    for (String name :
        List.of(
            "U-4-30-5",
            "X-4-30-5",
            "U-5-20-5",
            "X-5-20-5",
            "W-5-20-5",
            "C-4-20-5",
            "C-4-30-5",
            "W-6-20-5")) {
      Problem problem = SideBySide.named(name);
      rows.put(name, budget -> Frontiers.find(problem, budget));
    }
    for (int next : new int[] {3, 4, 5}) {
      Problem problem = ScaleReport.withJointWorths(SideBySide.named("U-4-20-5"), next);
      rows.put(
          "U-4-20-5, joint worths with the next " + next,
          budget -> Frontiers.find(problem, budget));
    }
    return rows;
  }

  private static Problem withBaselines(String name, int hundredths) {
    return RandomProblems.withBaselines(SideBySide.named(name), hundredths);
  }

  private static Map<String, Function<Budget, Finding<?>>> zones() {
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    for (String name :
        List.of("W-4-20-5-50", "W-4-40-5-50", "U-3-20-5-60", "U-4-20-5-60", "U-8-10-5-50")) {
      int cut = name.lastIndexOf('-');
      Problem problem =
          withBaselines(name.substring(0, cut), Integer.parseInt(name.substring(cut + 1)));
      rows.put(name, budget -> Zones.find(problem, problem.everyone(), budget));
    }
    return rows;
  }

  private static Map<String, Function<Budget, Finding<?>>> solutions() {
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    for (String name : List.of("X-8-40-5", "C-8-20-5")) {
      Problem problem = withBaselines(name, 30);
      for (Solution.Kind kind : Solution.Kind.values()) {
        if (kind != Solution.Kind.UTILITARIAN
            && !(name.startsWith("X") && kind == Solution.Kind.NASH)) {
          rows.put(
              name + ", " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              budget -> Solutions.find(problem, kind, budget));
        }
      }
    }
    return rows;
  }

  private static Map<String, Function<Budget, Finding<?>>> clashes() {
    Problem six = ScaleReport.withRedLines(withBaselines("U-6-12-5", 75), 14);
    Problem eight = ScaleReport.withRedLines(withBaselines("X-8-16-5", 60), 18);
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    rows.put("U-6-12-5 at 75 %, 20 demands", budget -> Bridges.find(six, budget));
    rows.put("X-8-16-5 at 60 %, 26 demands", budget -> Bridges.find(eight, budget));
    return rows;
  }

  private static Map<String, Function<Budget, Finding<?>>> pivots() {
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    for (String name : List.of("U-4-10-4", "W-4-20-5")) {
      Problem problem = withBaselines(name, 50);
      rows.put(name + " at 50 %", budget -> Pivots.find(problem, true, budget));
    }
    return rows;
  }

  private static Map<String, Function<Budget, Finding<?>>> robustness() {
    Map<String, Function<Budget, Finding<?>>> rows = new LinkedHashMap<>();
    for (String name : List.of("U-4-10-4", "X-4-12-4")) {
      UncertainProblem problem = ranged(withBaselines(name, 50));
      rows.put(
          name + " at 50 %, worths within 10, 100 draws",
          budget ->
              Robustness.safest(problem, List.of(), new Seeds(0, 100), budget.threads(), budget));
    }
    return rows;
  }

  /// Every worth in a range of ten to either side.
  private static UncertainProblem ranged(Problem problem) {
    List<UncertainProblem.Ranges> ranges = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      Long baseline = party.baseline();
      ranges.add(
          new UncertainProblem.Ranges(
              party.worths().stream()
                  .map(
                      row ->
                          row.stream().map(each -> new WorthRange(each - 10, each + 10)).toList())
                  .toList(),
              baseline == null ? null : new WorthRange(baseline, baseline)));
    }
    return new UncertainProblem(problem, ranges);
  }

  /// One run.
  private record Cost(double seconds, double processor, long peakMebibytes) {}

  private void measure(String kind, String name, Function<Budget, Finding<?>> question) {
    if (!name.contains(wanted)) {
      return;
    }
    Budget one = Budget.unlimited();
    Budget more = one.withThreads(threads);
    // Also once for the compiler.
    if (!inWords(question.apply(one)).equals(inWords(question.apply(more)))) {
      throw new IllegalStateException(
          "comparing one thread and " + threads + ": other answers to " + kind + " of " + name);
    }
    List<Cost> ones = new ArrayList<>();
    List<Cost> others = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      for (int turn = 0; turn < 2; turn++) {
        boolean isOne = (run + turn) % 2 == 0;
        (isOne ? ones : others).add(cost(question, isOne ? one : more));
      }
    }
    double[] alone = sorted(ones, Cost::seconds);
    double[] together = sorted(others, Cost::seconds);
    row(
        kind,
        name,
        spread(alone),
        spread(together),
        String.format(Locale.ROOT, "%.2f", alone[runs / 2] / together[runs / 2]),
        String.format(
            Locale.ROOT,
            "%.2f; %.2f",
            sorted(ones, Cost::processor)[runs / 2],
            sorted(others, Cost::processor)[runs / 2]),
        ones.stream().mapToLong(Cost::peakMebibytes).max().orElseThrow()
            + "; "
            + others.stream().mapToLong(Cost::peakMebibytes).max().orElseThrow());
  }

  private static double[] sorted(List<Cost> costs, Function<Cost, Double> part) {
    return costs.stream().mapToDouble(part::apply).sorted().toArray();
  }

  private static String spread(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static Cost cost(Function<Budget, Finding<?>> question, Budget budget) {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    long processor = system.getProcessCpuTime();
    long began = System.nanoTime();
    Finding<?> finding = question.apply(budget);
    double seconds = (System.nanoTime() - began) / 1e9;
    double used = (system.getProcessCpuTime() - processor) / 1e9;
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    if (finding instanceof Finding.Impossible) {
      throw new IllegalStateException("measuring an impossible question. Maybe lower baselines.");
    }
    return new Cost(seconds, used, peak >> 20);
  }

  /// An answer as it is compared; of long frontiers some vectors and packages.
  private static String inWords(Finding<?> finding) {
    String kind = finding.getClass().getSimpleName() + " ";
    Object answer = finding.findAnswer().orElse(null);
    return kind
        + switch (answer) {
          case Frontier frontier ->
              frontier.size()
                  + IntStream.iterate(
                          0, at -> at < frontier.size(), at -> at + 1 + frontier.size() / COMPARED)
                      .mapToObj(
                          at ->
                              Arrays.toString(frontier.worths(at))
                                  + Arrays.toString(frontier.packageOf(at)))
                      .toList()
                      .toString();
          case Zone zone -> zone.atLeast() + " " + zone.atMost();
          case null, default -> finding.toString();
        };
  }
}
