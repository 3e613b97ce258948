package org.parley.bench.packages;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.elicit.Elicitation;
import org.parley.bargain.elicit.PackagePreference;
import org.parley.bargain.elicit.PackageQuestion;
import org.parley.bargain.elicit.WorthInequality;
import org.parley.bargain.elicit.WorthKnowledge;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Budget;
import org.parley.exchange.bargaining.BargainingFiles;
import org.parley.exchange.bargaining.Format;
import org.parley.genius.file.BadFileException;

/// Counts the questions until the best of the efficient packages is known, on published domains.
/// Each party answers by its published worths. Of them only the greatest is known before, or also
/// the order of the options of each point and the ranks of the points. The packages are efficient
/// and leave each of the others half of its range, or the most possible.
///
/// Argument: the folder of the domains. Beside it stand the packages less one: so many comparisons
/// find the best one without a model. A score sheet has as many worths as there are options.
public final class ElicitBench {

  private static final int MOST_PACKAGES = 60;
  private static final int DIGITS = 12;

  private ElicitBench() {}

  private record Domain(String name, Format format, List<Path> files) {}

  private record Asked(int questions, double millis) {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    System.out.printf(
        "%s, %d processors, load average %.1f; at most %d packages, evenly spread over the frontier%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        MOST_PACKAGES);
    System.out.println(
        "| domain | parties | packages less one | nothing known: questions, mean (most) | order and ranks"
            + " known | worths of a sheet | longest question, ms of processor time |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Domain domain : domains(root)) {
      measure(domain);
    }
  }

  private static List<Domain> domains(Path root) throws IOException {
    List<Domain> domains = new ArrayList<>();
    for (String name : List.of("EnglandZimbabwe", "EnergyA", "Domain8")) {
      domains.add(
          new Domain(name, Format.GENIUS, files(root.resolve("genius").resolve(name), ".*\\.xml")));
    }
    domains.add(
        new Domain(
            "partydomain",
            Format.GENIUS,
            files(root.resolve("genius/partydomain"), "(party_domain|party[1-4]_utility)\\.xml")));
    for (String name :
        List.of("domain0", "domain1", "domain5", "domain10", "domain15", "domain20")) {
      domains.add(
          new Domain(
              name, Format.NEGOLOG, files(root.resolve("negolog").resolve(name), "profile.*")));
    }
    for (String name : List.of("base", "game1")) {
      domains.add(
          new Domain(
              "llm-deliberation " + name,
              Format.SCORES,
              files(root.resolve("llm-deliberation").resolve(name).resolve("scores_files"), ".*")));
    }
    return domains;
  }

  private static List<Path> files(Path folder, String names) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          new ArrayList<>(
              all.filter(each -> String.valueOf(each.getFileName()).matches(names))
                  .sorted()
                  .toList());
      // the domain comes first
      files.sort(
          (one, other) ->
              Boolean.compare(
                  !one.toString().contains("omain."), !other.toString().contains("omain.")));
      return files;
    }
  }

  private static Problem read(Domain domain) throws IOException {
    try {
      return BargainingFiles.read(domain.format(), domain.files()).problem();
    } catch (BadFileException _) {
      return BargainingFiles.read(domain.format(), domain.files(), DIGITS).problem();
    }
  }

  private static void measure(Domain domain) throws IOException {
    Problem problem = PartyDemand.keeping(read(domain), List.of());
    List<Asked> bare = new ArrayList<>();
    List<Asked> ordered = new ArrayList<>();
    int comparisons = 0;
    for (int party = 0; party < problem.parties().size(); party++) {
      List<List<Integer>> packages = packages(problem, party);
      comparisons += packages.size() - 1;
      bare.add(ask(problem, party, packages, List.of()));
      ordered.add(ask(problem, party, packages, order(problem, party)));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f | %s | %s | %d | %.0f |%n",
        domain.name(),
        problem.parties().size(),
        (double) comparisons / problem.parties().size(),
        questions(bare),
        questions(ordered),
        problem.points().stream().mapToInt(each -> each.options().size()).sum(),
        Stream.concat(bare.stream(), ordered.stream()).mapToDouble(Asked::millis).max().orElse(0));
  }

  /// The efficient packages that leave each of the others half of its range, or the most possible.
  private static List<List<Integer>> packages(Problem problem, int party) {
    for (int percent = 50; percent >= 0; percent -= 10) {
      int share = percent;
      Problem narrowed =
          problem.withParties(
              IntStream.range(0, problem.parties().size())
                  .mapToObj(
                      at ->
                          at == party
                              ? problem.parties().get(at)
                              : problem.parties().get(at).withBaseline(floor(problem, at, share)))
                  .toList());
      Frontier frontier = Frontiers.find(narrowed, Budget.unlimited()).findAnswer().orElse(null);
      if (frontier != null) {
        int size = Math.min(frontier.size(), MOST_PACKAGES);
        return IntStream.range(0, size)
            .map(at -> (int) ((long) at * frontier.size() / size))
            .mapToObj(entry -> Arrays.stream(frontier.packageOf(entry)).boxed().toList())
            .toList();
      }
    }
    throw new AssertionError("no package at all");
  }

  private static long floor(Problem problem, int party, int percent) {
    long least = 0;
    long most = 0;
    for (List<Long> row : problem.parties().get(party).worths()) {
      least += Collections.min(row);
      most += Collections.max(row);
    }
    return least + Math.multiplyExact((most - least) / 100, (long) percent);
  }

  private static String questions(List<Asked> all) {
    return String.format(
        Locale.ROOT,
        "%.1f (%d)",
        all.stream().mapToInt(Asked::questions).average().orElse(0),
        all.stream().mapToInt(Asked::questions).max().orElse(0));
  }

  /// The order of the options of each point, and of the points by their best options.
  private static List<WorthInequality> order(Problem problem, int party) {
    List<WorthInequality> order = new ArrayList<>();
    List<Choice> best = new ArrayList<>();
    for (int point = 0; point < problem.points().size(); point++) {
      int at = point;
      List<Choice> row =
          IntStream.range(0, problem.points().get(point).options().size())
              .mapToObj(option -> new Choice(at, option))
              .sorted(
                  Comparator.comparingLong((Choice each) -> worth(problem, party, each)).reversed())
              .toList();
      for (int option = 1; option < row.size(); option++) {
        order.add(WorthInequality.order(row.get(option - 1), row.get(option)));
      }
      best.add(row.getFirst());
    }
    best.sort(Comparator.comparingLong((Choice each) -> worth(problem, party, each)).reversed());
    for (int at = 1; at < best.size(); at++) {
      order.add(WorthInequality.order(best.get(at - 1), best.get(at)));
    }
    return order;
  }

  private static long worth(Problem problem, int party, Choice choice) {
    return problem.parties().get(party).worths().get(choice.point()).get(choice.option());
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Asked ask(
      Problem problem, int party, List<List<Integer>> packages, List<WorthInequality> known) {
    List<List<Long>> worths = problem.parties().get(party).worths();
    long least = Math.min(0, worths.stream().mapToLong(Collections::min).min().orElse(0));
    long most = worths.stream().mapToLong(Collections::max).max().orElse(0);
    List<List<WorthRange>> ranges =
        worths.stream()
            .map(row -> row.stream().map(_ -> new WorthRange(least, most)).toList())
            .toList();
    WorthKnowledge knowledge =
        new WorthKnowledge(
            ranges,
            known,
            problem.jointWorths().stream().filter(each -> each.party() == party).toList());
    long start = now();
    Elicitation state = Elicitation.of(knowledge, packages).orElseThrow();
    double longest = (now() - start) / 1e6;
    int questions = 0;
    while (state.findQuestion().isPresent()) {
      PackageQuestion question = state.findQuestion().orElseThrow();
      int order =
          Long.compare(
              worth(problem, party, question.first()), worth(problem, party, question.second()));
      start = now();
      state =
          state.answered(
              order > 0
                  ? PackagePreference.FIRST
                  : order < 0 ? PackagePreference.SECOND : PackagePreference.SAME);
      longest = Math.max(longest, (now() - start) / 1e6);
      questions++;
    }
    long best = packages.stream().mapToLong(each -> worth(problem, party, each)).max().orElse(0);
    if (worth(problem, party, state.best()) != best) {
      throw new AssertionError("not the best package of party " + party);
    }
    return new Asked(questions, longest);
  }

  private static long worth(Problem problem, int party, List<Integer> options) {
    return problem.worth(party, options.stream().mapToInt(each -> each).toArray());
  }
}
