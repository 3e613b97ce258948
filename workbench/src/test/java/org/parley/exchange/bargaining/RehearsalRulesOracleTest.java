package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.Rehearsal;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.rehearse.Rehearsals;
import org.parley.exchange.SharedData;
import org.parley.genius.utility.ImportedProblem;

/// The rehearsal of two parties on published domains, beside the rules of other tools written anew
/// from their definitions: the same strategies come to much the same deals.
///
/// The other rules draw nothing, so each pairing has two plays, one for each first speaker.
@NullMarked
class RehearsalRulesOracleTest {

  private static final Path PAGE = Path.of("../docs/benchmarks/rehearsal.md");
  private static final int ROUNDS = 100;
  private static final long PLAYS = 400;

  /// The definitions of a tool: how much of the time passed is given up, and what is offered.
  ///
  /// @param boulware the power of the time passed that Boulware gives up
  /// @param conceder the same of Conceder
  /// @param nearest whether the bid nearest to the target is offered, as opposed to the least above
  private record Tool(String name, double boulware, double conceder, boolean nearest) {

    double time(int round) {
      return nearest ? (double) round / ROUNDS : (round + 1.0) / (ROUNDS + 1.0);
    }
  }

  private static final Tool GENIUS = new Tool("GENIUS", 5, 0.5, true);
  private static final Tool NEGMAS = new Tool("NegMAS", 4, 0.25, false);

  /// A domain with the shares of both parties, from the least that each would sign to its best.
  ///
  /// @param nash the shares at the largest product
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Domain(
      String name,
      Problem problem,
      List<List<Integer>> packages,
      double[][] shares,
      double[] nash) {

    static Domain of(String name, Problem problem) {
      List<List<Integer>> packages = new ArrayList<>(List.of(List.of()));
      for (Problem.Point point : problem.points()) {
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> each : packages) {
          for (int option = 0; option < point.options().size(); option++) {
            List<Integer> next = new ArrayList<>(each);
            next.add(option);
            longer.add(next);
          }
        }
        packages = longer;
      }
      double[][] shares = new double[packages.size()][2];
      for (int party = 0; party < 2; party++) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (List<Integer> each : packages) {
          int[] options = each.stream().mapToInt(Integer::intValue).toArray();
          if (problem.acceptableTo(party, options)) {
            least = Math.min(least, problem.worth(party, options));
            most = Math.max(most, problem.worth(party, options));
          }
        }
        for (int at = 0; at < shares.length; at++) {
          int[] options = packages.get(at).stream().mapToInt(Integer::intValue).toArray();
          shares[at][party] =
              (double) (problem.worth(party, options) - least) / Math.max(1, most - least);
        }
      }
      double[] nash =
          Arrays.stream(shares)
              .filter(each -> each[0] >= 0 && each[1] >= 0)
              .max(Comparator.comparingDouble(each -> each[0] * each[1]))
              .orElseThrow();
      return new Domain(name, problem, packages, shares, nash);
    }

    double[] sharesOf(List<Integer> options) {
      return shares[packages.indexOf(options)];
    }
  }

  /// What came of a pairing, on average over its deals.
  private record Came(double deals, double first, double second, double fromNash) {

    static Came of(Domain domain, long plays, List<double[]> deals) {
      double first = 0;
      double second = 0;
      double from = 0;
      for (double[] each : deals) {
        first += each[0];
        second += each[1];
        from += Math.hypot(each[0] - domain.nash[0], each[1] - domain.nash[1]);
      }
      int count = Math.max(1, deals.size());
      return new Came((double) deals.size() / plays, first / count, second / count, from / count);
    }
  }

  private static Came played(Domain domain, BargainingStrategy strategy) {
    RehearsalPlan plan = new RehearsalPlan(List.of(strategy), ROUNDS, PLAYS, 1);
    Rehearsal rehearsal = Rehearsals.of(domain.problem, domain.packages, plan, 1);
    List<double[]> deals = new ArrayList<>();
    for (Rehearsal.DealCount each : rehearsal.outcomes()) {
      for (long i = 0; i < each.count(); i++) {
        deals.add(domain.sharesOf(each.options()));
      }
    }
    assertEquals(rehearsal.deals(), deals.size());
    return Came.of(domain, PLAYS, deals);
  }

  private static Came played(Domain domain, Tool tool, BargainingStrategy strategy) {
    double power = strategy == BargainingStrategy.BOULWARE ? tool.boulware : tool.conceder;
    List<double[]> deals = new ArrayList<>();
    for (int speaker = 0; speaker < 2; speaker++) {
      double[] deal = deal(domain, tool, power, speaker);
      if (deal.length > 0) {
        deals.add(deal);
      }
    }
    return Came.of(domain, 2, deals);
  }

  /// Alternating offers; empty without a deal.
  private static double[] deal(Domain domain, Tool tool, double power, int speaker) {
    double[] standing = {};
    for (int round = 0; round <= ROUNDS; round++) {
      for (int turn = 0; turn < 2; turn++) {
        int party = (speaker + turn) % 2;
        double target = 1 - StrictMath.pow(tool.time(round), power);
        double[] next = offer(domain, tool, party, target);
        double asked = tool.nearest ? next[party] : target;
        if (standing.length > 0 && standing[party] >= 0 && standing[party] >= asked - 1e-12) {
          return standing;
        }
        standing = next;
      }
    }
    return new double[0];
  }

  private static double[] offer(Domain domain, Tool tool, int party, double target) {
    return Arrays.stream(domain.shares)
        .filter(each -> each[party] >= (tool.nearest ? 0 : target - 1e-12))
        .min(Comparator.comparingDouble(each -> Math.abs(each[party] - target)))
        .orElseThrow();
  }

  private static List<Domain> domains() throws IOException {
    List<Domain> domains = new ArrayList<>();
    List<Path> england =
        SharedData.files(
            SharedData.folder("bargain/genius").resolve("EnglandZimbabwe"), ".*\\.xml");
    domains.add(
        Domain.of(
            "England-Zimbabwe", BargainingFiles.read(Format.GENIUS, england, null).problem()));
    for (String each : List.of("domain0", "domain1", "domain5")) {
      Path folder = SharedData.folder("bargain/negolog").resolve(each);
      ImportedProblem read =
          BargainingFiles.read(Format.NEGOLOG, SharedData.files(folder, "profile.\\.json"), null);
      long size =
          read.problem().points().stream()
              .mapToLong(point -> point.options().size())
              .reduce(1, (a, b) -> a * b);
      if (size <= 10_000) {
        domains.add(Domain.of("NegoLog " + each, read.problem()));
      }
    }
    return domains;
  }

  /// The figures on the page are those of today, and near each other.
  @Test
  void theSameStrategiesComeToMuchTheSameDeals() throws IOException {
    String page = Files.readString(PAGE);
    for (Domain domain : domains()) {
      for (BargainingStrategy strategy :
          List.of(BargainingStrategy.BOULWARE, BargainingStrategy.CONCEDER)) {
        Came own = played(domain, strategy);
        List<Came> others =
            List.of(played(domain, GENIUS, strategy), played(domain, NEGMAS, strategy));
        String row = row(domain, strategy, own, others);
        assertTrue(page.contains(row), row);
        for (Came each : others) {
          assertEquals(own.deals, each.deals, row);
          assertEquals(own.first + own.second, each.first + each.second, 0.15, row);
          assertEquals(own.fromNash, each.fromNash, 0.1, row);
        }
      }
    }
  }

  /// Who holds out comes nearer to the Nash solution than who gives way early, by every rule.
  @Test
  void holdingOutComesNearerToTheNashSolution() throws IOException {
    for (Domain domain : domains()) {
      Came held = played(domain, BargainingStrategy.BOULWARE);
      Came gave = played(domain, BargainingStrategy.CONCEDER);
      assertTrue(held.fromNash < gave.fromNash, domain.name);
      for (Tool tool : List.of(GENIUS, NEGMAS)) {
        assertTrue(
            played(domain, tool, BargainingStrategy.BOULWARE).fromNash
                <= played(domain, tool, BargainingStrategy.CONCEDER).fromNash + 1e-9,
            domain.name + " " + tool.name);
      }
    }
  }

  private static String row(
      Domain domain, BargainingStrategy strategy, Came own, List<Came> others) {
    StringBuilder row =
        new StringBuilder(
            "| "
                + domain.name
                + " | "
                + (strategy == BargainingStrategy.BOULWARE ? "Boulware" : "Conceder"));
    List<Came> all = new ArrayList<>(List.of(own));
    all.addAll(others);
    for (Came each : all) {
      row.append(
          String.format(
              Locale.ROOT,
              " | %.0f %% | %.2f, %.2f | %.2f",
              each.deals * 100,
              each.first,
              each.second,
              each.fromNash));
    }
    return row.append(" |").toString();
  }
}
