package org.parley.bench.packages.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Frontiers of GENIUS domains, Parley beside the tools of the field.
///
/// Arguments: folders of domains, each `FOLDER` or `FOLDER::REGEX` for some of its files. The
/// system property `genius` is the class path of GENIUS, folders and jars separated by `:`; without
/// it GENIUS is left out. `negmas` names NegMAS's `preferences/ops.py`. Reading files is not timed;
/// Parley's own reading time is printed separately.
public final class PeersOnDomains {

  private static final int RUNS = 7;

  /// So long each is run before, for the compiler.
  private static final long WARM_NANOS = 1_000_000_000L;

  /// How far the floating point of a peer may be from the exact utilities.
  private static final double NEAR = 1e-9;

  private PeersOnDomains() {}

  /// Prints the comparison.
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    System.out.printf(
        Locale.ROOT,
        "%s, Java %s, %d processors, %d runs after a second not counted, milliseconds: median (least to"
            + " most)%n",
        System.getProperty("os.arch"),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        RUNS);
    List<Contender> contenders =
        new ArrayList<>(
            List.of(
                new OwnContenders.Parley(),
                new OwnContenders.IssueMerging(),
                new OwnContenders.Enumeration()));
    String genius = System.getProperty("genius", "");
    if (genius.isEmpty()) {
      System.out.println("GENIUS is left out: -Dgenius does not say where its classes lie.");
    } else {
      contenders.addAll(
          new GeniusContenders(Arrays.stream(genius.split(":", -1)).map(Path::of).toList()).all());
    }
    String negmas = System.getProperty("negmas", "");
    if (negmas.isEmpty()) {
      System.out.println("NegMAS is left out: -Dnegmas does not say where its source lies.");
    } else {
      contenders.add(new NegmasContender(Path.of(negmas)));
    }
    for (String argument : arguments) {
      String[] parts = argument.split("::", 2);
      long start = System.nanoTime();
      PublishedDomain domain =
          PublishedDomain.of(Path.of(parts[0]), parts.length > 1 ? parts[1] : ".*\\.xml");
      System.out.printf(
          Locale.ROOT,
          "%n%s: %d parties, %d points, %d packages, %d joint worths; read in %.1f ms%n",
          domain.name(),
          domain.parties(),
          domain.problem().points().size(),
          domain.imported().packages(),
          domain.problem().jointWorths().size(),
          (System.nanoTime() - start) / 1e6);
      compare(domain, contenders);
    }
  }

  private static void compare(PublishedDomain domain, List<Contender> contenders)
      throws ReflectiveOperationException {
    List<double[]> ours = contenders.getFirst().ready(domain).frontier();
    for (Contender contender : contenders) {
      if (!contender.takes(domain)) {
        System.out.printf("  %-24s not for this domain%n", contender.name());
        continue;
      }
      Contender.Search search = contender.ready(domain);
      List<double[]> theirs = search.frontier();
      String verdict =
          covered(ours, theirs) && covered(theirs, ours)
              ? "same"
              : "DIFFERS: %s".formatted(difference(ours, theirs));
      long end = System.nanoTime() + WARM_NANOS;
      do {
        search.frontier();
      } while (System.nanoTime() < end);
      long[] nanos = new long[RUNS];
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        search.frontier();
        nanos[run] = System.nanoTime() - start;
      }
      Arrays.sort(nanos);
      System.out.printf(
          Locale.ROOT,
          "  %-24s %5d vectors, %s; %10.2f (%.2f to %.2f)%n",
          contender.name(),
          theirs.size(),
          verdict,
          nanos[RUNS / 2] / 1e6,
          nanos[0] / 1e6,
          nanos[RUNS - 1] / 1e6);
    }
  }

  private static boolean covered(List<double[]> some, List<double[]> others) {
    return some.stream().allMatch(one -> isAmong(one, others));
  }

  private static boolean isAmong(double[] one, List<double[]> others) {
    return others.stream()
        .anyMatch(
            other -> {
              for (int party = 0; party < one.length; party++) {
                if (Math.abs(one[party] - other[party]) > NEAR) {
                  return false;
                }
              }
              return true;
            });
  }

  private static String difference(List<double[]> ours, List<double[]> theirs) {
    long missing = ours.stream().filter(one -> !isAmong(one, theirs)).count();
    long extra = theirs.stream().filter(one -> !isAmong(one, ours)).count();
    return missing + " missing, " + extra + " that are not on the frontier";
  }
}
