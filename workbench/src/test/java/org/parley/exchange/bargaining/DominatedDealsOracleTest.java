package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.Rehearsal;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.rehearse.Rehearsals;
import org.parley.exact.Budget;
import org.parley.exchange.SharedData;
import org.parley.genius.utility.ImportedProblem;

/// Every dominated deal of the published domains is found out: trial of every pair of packages, in
/// exact numbers, says which these are.
@NullMarked
class DominatedDealsOracleTest {

  private static final int MOST_VECTORS = 5_000;

  private static List<ImportedProblem> domains() throws IOException {
    List<ImportedProblem> domains = new ArrayList<>();
    Path genius = SharedData.folder("bargain/genius");
    for (String each : List.of("EnglandZimbabwe", "partydomain")) {
      domains.add(
          BargainingFiles.read(
              Format.GENIUS,
              SharedData.files(
                  genius.resolve(each),
                  each.equals("partydomain")
                      ? "(party_domain|party[1-2]_utility)\\.xml"
                      : ".*\\.xml"),
              null));
    }
    for (Path each : SharedData.files(SharedData.folder("bargain/negolog"), "domain\\d+")) {
      domains.add(
          BargainingFiles.read(
              Format.NEGOLOG,
              List.of(each.resolve("profileA.json"), each.resolve("profileB.json"))));
    }
    Path games = SharedData.folder("bargain/llm-deliberation");
    for (Path each : SharedData.files(games, "base|game\\d+")) {
      Path scores = each.resolve("scores_files");
      if (Files.isDirectory(scores)) {
        try (Stream<Path> files = Files.list(scores)) {
          domains.add(BargainingFiles.read(Format.SCORES, files.sorted().toList()));
        }
      }
    }
    return domains.stream().filter(each -> each.packages().bitLength() <= 13).toList();
  }

  private static boolean dominates(List<BigInteger> one, List<BigInteger> other) {
    boolean better = false;
    for (int party = 0; party < one.size(); party++) {
      int order = one.get(party).compareTo(other.get(party));
      if (order < 0) {
        return false;
      }
      better |= order > 0;
    }
    return better;
  }

  @Test
  void everyDominatedDealIsFoundOut() throws IOException {
    int tried = 0;
    long dominated = 0;
    for (ImportedProblem imported : domains()) {
      Trial trial = new Trial(imported);
      Set<List<BigInteger>> all = trial.vectors();
      if (all.size() > MOST_VECTORS) {
        continue;
      }
      tried++;
      Problem problem = PartyDemand.keeping(imported.problem(), List.of());
      Frontier frontier = Frontiers.find(problem, Budget.unlimited()).findAnswer().orElseThrow();
      List<List<BigInteger>> efficient = new ArrayList<>();
      for (int entry = 0; entry < frontier.size(); entry++) {
        efficient.add(trial.worths(frontier.packageOf(entry)));
      }
      for (List<BigInteger> each : all) {
        boolean byTrial = all.stream().anyMatch(other -> dominates(other, each));
        boolean found = efficient.stream().anyMatch(other -> dominates(other, each));
        assertEquals(byTrial, found, () -> imported + ": " + each);
        dominated += byTrial ? 1 : 0;
      }
    }
    assertTrue(tried >= 8, tried + " domains");
    assertTrue(dominated > 1_000, dominated + " dominated vectors");
  }

  /// A rehearsal says of each deal whether it is efficient.
  @Test
  void dealsOfMachinesAreJudgedAsByTrial() throws IOException {
    int judged = 0;
    for (ImportedProblem imported : domains()) {
      Trial trial = new Trial(imported);
      Set<List<BigInteger>> all = trial.vectors();
      if (all.size() > MOST_VECTORS || imported.problem().parties().size() > 2) {
        continue;
      }
      Problem problem = PartyDemand.keeping(imported.problem(), List.of());
      List<List<Integer>> packages = new ArrayList<>();
      Trial.eachPackage(
          problem.points(), options -> packages.add(Arrays.stream(options).boxed().toList()));
      Rehearsal played =
          Rehearsals.of(
              problem,
              packages,
              new RehearsalPlan(List.of(BargainingStrategy.values()), 40, 200, 1),
              2);
      for (Rehearsal.DealCount each : played.outcomes()) {
        List<BigInteger> worths =
            trial.worths(each.options().stream().mapToInt(option -> option).toArray());
        boolean byTrial = all.stream().noneMatch(other -> dominates(other, worths));
        assertEquals(byTrial, each.isEfficient(), () -> imported + ": " + each);
        judged++;
      }
    }
    assertTrue(judged > 100, judged + " deals");
  }
}
