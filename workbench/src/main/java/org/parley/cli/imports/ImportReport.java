package org.parley.cli.imports;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.exchange.bargaining.NoteWording;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.Utility;

/// Summarises files of a bargaining problem.
final class ImportReport {

  private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_UP);
  private static final MathContext AT_MOST = new MathContext(1, RoundingMode.UP);

  private final ImportedProblem imported;

  ImportReport(ImportedProblem imported) {
    this.imported = imported;
  }

  List<String> lines() {
    Problem problem = imported.problem();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, %s, %,d packages, %s.",
            counted(problem.parties().size(), "party", "parties"),
            counted(problem.points().size(), "point", "points"),
            imported.packages(),
            counted(problem.jointWorths().size(), "joint worth", "joint worths")));
    for (Utility utility : imported.utilities()) {
      Rational reservation = utility.reservation();
      lines.add(
          "  "
              + utility.party()
              + (reservation == null
                  ? " signs anything"
                  : " does not sign below " + decimal(reservation, SHOWN)));
    }
    for (Problem.Point point : problem.points()) {
      lines.add("  " + point.id() + ": " + counted(point.options().size(), "option", "options"));
    }
    lines.add(
        imported.isExact()
            ? "Worths are exact; a utility of 1 is a worth of " + imported.unit() + "."
            : "Worths are rounded; a utility of 1 is a worth of "
                + imported.unit()
                + ", and no package is off by more than "
                + decimal(imported.within(), AT_MOST)
                + (imported.inOrder()
                    ? ". For every party, packages compare exactly as the files say."
                    : "."));
    NoteWording.sentences(imported).forEach(note -> lines.add("Note: " + note + "."));
    return lines;
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String decimal(Rational value, MathContext rounding) {
    BigDecimal decimal =
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), rounding);
    return (decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros()).toPlainString();
  }

  /// A bargaining problem that was read.
  ///
  /// @param unit the worth of a utility of 1
  /// @param within by how much a worth is off at the most
  record ImportedAnswer(
      BigInteger packages,
      BigInteger unit,
      boolean exact,
      Rational within,
      boolean inOrder,
      List<ImportedParty> parties,
      List<ImportedPoint> points,
      int jointWorths,
      List<String> notes) {}

  record ImportedParty(
      String party, String file, @JsonKey(isNull = true) @Nullable Long baseline) {}

  record ImportedPoint(String point, List<String> options) {}

  ImportedAnswer answer() {
    Problem problem = imported.problem();
    return new ImportedAnswer(
        imported.packages(),
        imported.unit(),
        imported.isExact(),
        imported.within(),
        imported.isExact() || imported.inOrder(),
        IntStream.range(0, problem.parties().size())
            .mapToObj(
                party ->
                    new ImportedParty(
                        problem.parties().get(party).id(),
                        imported.utilities().get(party).file(),
                        problem.parties().get(party).baseline()))
            .toList(),
        problem.points().stream()
            .map(each -> new ImportedPoint(each.id(), each.options()))
            .toList(),
        problem.jointWorths().size(),
        NoteWording.sentences(imported));
  }
}
