package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.Problem;
import org.parley.bargain.RandomProblems;
import org.parley.bargain.cases.ApprovalChain;
import org.parley.bargain.cases.Named;
import org.parley.bargain.cases.PackageProblem;
import org.parley.exact.Rational;
import org.parley.genius.GeniusWriter;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.Utility;

/// A problem written for GENIUS and read again: each party accepts the same packages, and the
/// differences between packages that cross no red line of it are the same on one scale.
class GeniusRoundTripLawTest {

  private static final int PROBLEMS = 150;

  /// Worths above this may be too wide to be put on one scale with those of others.
  private static final long WIDE = 1_000_000_000;

  private static Problem plain(Problem problem) {
    return Problem.of(
        problem.parties().stream().map(party -> party.withContingencies(List.of())).toList(),
        problem.points());
  }

  private static ImportedProblem again(GeniusWriter.Written written) throws BadFileException {
    List<InputFile> files = new ArrayList<>();
    written.files().forEach((name, text) -> files.add(InputFile.of(name, text)));
    return BargainingFiles.readTexts(Format.GENIUS, files, null);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws BadFileException {
    int refused = 0;
    for (long seed = 1; seed <= PROBLEMS; seed++) {
      Problem problem = plain(RandomProblems.small(seed));
      GeniusWriter.Written written = GeniusWriter.write(Named.of(problem), false);
      String where = "seed " + seed;
      ImportedProblem imported;
      try {
        imported = again(written);
      } catch (BadFileException e) {
        assertTrue(widest(problem) > WIDE, where + ": " + e.getMessage());
        refused++;
        continue;
      }
      assertEquals(
          problem.points().stream().map(point -> point.options().size()).toList(),
          imported.problem().points().stream().map(point -> point.options().size()).toList(),
          where);
      for (int party = 0; party < problem.parties().size(); party++) {
        compare(problem, imported, party, where + ", party " + party);
      }
    }
    assertTrue(refused < PROBLEMS / 5, refused + " problems were refused");
  }

  /// The largest worth of any option, without its sign.
  private static long widest(Problem problem) {
    return problem.parties().stream()
        .flatMap(party -> party.worths().stream())
        .flatMap(List::stream)
        .mapToLong(Math::abs)
        .max()
        .orElse(0);
  }

  private static void compare(Problem problem, ImportedProblem imported, int party, String where) {
    Utility utility = imported.utilities().get(party);
    Problem.Party one = problem.parties().get(party);
    Rational scale = null;
    int[] base = null;
    for (int[] options : all(problem)) {
      assertEquals(
          problem.acceptableTo(party, options),
          imported.problem().acceptableTo(party, options),
          where);
      boolean crosses =
          one.redLines().stream().anyMatch(line -> options[line.point()] == line.option());
      if (crosses) {
        continue;
      }
      if (base == null) {
        base = options;
      }
      long difference = problem.worth(party, options) - problem.worth(party, base);
      Rational read = utility.of(options).minus(utility.of(base));
      if (difference == 0) {
        assertEquals(Rational.ZERO, read, where);
      } else {
        Rational own = read.dividedBy(Rational.of(difference));
        scale = scale == null ? own : scale;
        assertEquals(scale, own, where);
        assertTrue(own.signum() > 0, where);
      }
    }
  }

  private static List<int[]> all(Problem problem) {
    List<int[]> all = new ArrayList<>();
    int[] options = new int[problem.points().size()];
    while (true) {
      all.add(options.clone());
      int point = 0;
      while (point < options.length
          && ++options[point] == problem.points().get(point).options().size()) {
        options[point++] = 0;
      }
      if (point == options.length) {
        return all;
      }
    }
  }

  /// Names that XML has to mask, and two that are alike.
  @Test
  void namesAreMasked() throws BadFileException {
    Problem problem =
        Problem.of(
            List.of(new Problem.Party("P0", List.of(List.of(1L, 3L)), Set.of(), 2L)),
            List.of(new Problem.Point("p0", List.of("a", "b"))));
    PackageProblem named = Named.of(problem);
    PackageProblem.Matter matter = named.matters().getFirst();
    PackageProblem odd =
        new PackageProblem(
            problem,
            named.seats(),
            List.of(
                new PackageProblem.Matter(
                    matter.point(),
                    "1",
                    "Who <opens> & \"shuts\"",
                    matter.options(),
                    List.of("Both", "bo\tth"),
                    null)),
            List.of(),
            List.of(),
            ApprovalChain.NONE,
            List.of());
    GeniusWriter.Written written = GeniusWriter.write(odd, false);
    assertTrue(
        written.notes().getFirst().startsWith("A line end, tab"), "nothing is left out unsaid");
    Problem read = again(written).problem();
    assertEquals("1 Who <opens> & \"shuts\"", read.points().getFirst().id());
    assertEquals(List.of("Both", "bo th"), read.points().getFirst().options());
  }

  @Test
  void tiesAreNotLeftOutUnasked() {
    PackageProblem tied = null;
    for (long seed = 1; tied == null; seed++) {
      Problem problem = RandomProblems.small(seed);
      tied = problem.linkages().isEmpty() ? null : Named.of(problem);
    }
    PackageProblem asked = tied;
    InvalidProblemException refused =
        assertThrows(InvalidProblemException.class, () -> GeniusWriter.write(asked, false));
    assertTrue(
        refused.complaints().getFirst().toString().contains("Linkage 0"), refused.getMessage());
    assertTrue(
        GeniusWriter.write(asked, true).notes().getFirst().startsWith("Left out: Linkage 0"),
        "notes");
  }
}
