package org.parley.cli.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.exchange.bargaining.utility.ImportedProblem;
import org.parley.exchange.bargaining.utility.Utility;

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
    imported.notes().forEach(note -> lines.add("Note: " + note + "."));
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

  Map<String, Object> json() {
    Problem problem = imported.problem();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("packages", imported.packages());
    json.put("unit", imported.unit());
    json.put("exact", imported.isExact());
    json.put("within", imported.within().toString());
    json.put("inOrder", imported.isExact() || imported.inOrder());
    List<Map<String, Object>> parties = new ArrayList<>();
    for (int party = 0; party < problem.parties().size(); party++) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("party", problem.parties().get(party).id());
      each.put("file", imported.utilities().get(party).file());
      each.put("baseline", problem.parties().get(party).baseline());
      parties.add(each);
    }
    json.put("parties", parties);
    List<Map<String, Object>> points = new ArrayList<>();
    for (Problem.Point point : problem.points()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("point", point.id());
      each.put("options", point.options());
      points.add(each);
    }
    json.put("points", points);
    json.put("jointWorths", problem.jointWorths().size());
    json.put("notes", imported.notes());
    return json;
  }
}
