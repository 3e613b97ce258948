package org.parley.bench.packages.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.parley.bargain.Problem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.exact.Budget;

/// The contenders that need nothing from elsewhere.
final class OwnContenders {

  private OwnContenders() {}

  /// Parley's own search.
  static final class Parley implements Contender {
    @Override
    public String name() {
      return "Parley";
    }

    @Override
    public boolean takes(PublishedDomain domain) {
      return true;
    }

    @Override
    public Search ready(PublishedDomain domain) {
      return () -> {
        Frontier frontier =
            Frontiers.find(domain.problem(), Budget.unlimited()).findAnswer().orElseThrow();
        return frontier.vectors().map(domain::utilities).toList();
      };
    }
  }

  /// Every package, each compared with the frontier so far.
  static final class Enumeration implements Contender {
    @Override
    public String name() {
      return "enumeration";
    }

    @Override
    public boolean takes(PublishedDomain domain) {
      return domain.canBeEnumerated();
    }

    @Override
    public Search ready(PublishedDomain domain) {
      return () -> enumerated(domain);
    }

    private static List<double[]> enumerated(PublishedDomain domain) {
      List<long[]> kept = new ArrayList<>();
      forEachPackage(domain.problem(), worths -> insert(kept, worths));
      return kept.stream().map(domain::utilities).toList();
    }
  }

  /// Issue merging as in GeniusWeb: the points are halved, and each half's frontier is found
  /// recursively. All pairwise sums are kept in a list without dominated ones. Additive domains
  /// only.
  static final class IssueMerging implements Contender {
    @Override
    public String name() {
      return "issue merging";
    }

    @Override
    public boolean takes(PublishedDomain domain) {
      return domain.isAdditive();
    }

    @Override
    public Search ready(PublishedDomain domain) {
      int points = domain.problem().points().size();
      return () -> merged(domain.problem(), 0, points).stream().map(domain::utilities).toList();
    }

    private static List<long[]> merged(Problem problem, int from, int to) {
      List<long[]> kept = new ArrayList<>();
      if (to - from == 1) {
        for (int option = 0; option < problem.points().get(from).options().size(); option++) {
          long[] worths = new long[problem.parties().size()];
          for (int party = 0; party < worths.length; party++) {
            worths[party] = problem.parties().get(party).worths().get(from).get(option);
          }
          insert(kept, worths);
        }
        return kept;
      }
      int middle = (from + to) / 2;
      List<long[]> right = merged(problem, middle, to);
      for (long[] one : merged(problem, from, middle)) {
        for (long[] other : right) {
          long[] sum = one.clone();
          for (int party = 0; party < sum.length; party++) {
            sum[party] += other[party];
          }
          insert(kept, sum);
        }
      }
      return kept;
    }
  }

  /// Passes the worths of each package to a consumer.
  static void forEachPackage(Problem problem, Consumer<long[]> worths) {
    int[] options = new int[problem.points().size()];
    while (true) {
      worths.accept(problem.worths(options));
      int point = 0;
      while (point < options.length
          && ++options[point] == problem.points().get(point).options().size()) {
        options[point++] = 0;
      }
      if (point == options.length) {
        return;
      }
    }
  }

  private static void insert(List<long[]> kept, long[] candidate) {
    for (long[] each : kept) {
      if (covers(each, candidate)) {
        return;
      }
    }
    kept.removeIf(each -> covers(candidate, each));
    kept.add(candidate);
  }

  private static boolean covers(long[] one, long[] other) {
    for (int party = 0; party < one.length; party++) {
      if (one[party] < other[party]) {
        return false;
      }
    }
    return true;
  }
}
