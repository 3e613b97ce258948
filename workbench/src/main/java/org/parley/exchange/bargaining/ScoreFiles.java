package org.parley.exchange.bargaining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.Decimals;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.Utility;
import org.parley.genius.utility.UtilityBuilder;
import org.parley.genius.utility.UtilityScale;

/// Reads score sheets: for each issue a line of scores, one per option, separated by commas; on the
/// last line the least acceptable score. Issues are called A, B, C, their options A1, A2.
final class ScoreFiles {

  private static final int MOST_ISSUES = 26;

  private ScoreFiles() {}

  /// One line with scores.
  private record Row(int line, List<Rational> scores) {}

  static ImportedProblem read(List<InputFile> files, @Nullable Integer digits)
      throws BadFileException {
    List<Problem.Point> points = new ArrayList<>();
    List<Utility> utilities = new ArrayList<>();
    for (InputFile file : files) {
      List<Row> rows = rows(file);
      Row minimum = rows.removeLast();
      if (minimum.scores.size() != 1) {
        throw SaidFault.at(
            file.name(),
            minimum.line,
            "the last line should hold the least acceptable score alone, but has "
                + minimum.scores.size()
                + " numbers",
            "add a line with one number");
      }
      if (points.isEmpty()) {
        points.addAll(points(rows));
      }
      utilities.add(utility(file, points, rows, minimum.scores.getFirst()));
    }
    return UtilityScale.of(points, utilities, digits, List.of());
  }

  private static List<Row> rows(InputFile file) throws BadFileException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = file.text().lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).isBlank()) {
        continue;
      }
      List<Rational> scores = new ArrayList<>();
      for (String word : lines.get(at).split(",", -1)) {
        int line = at + 1;
        scores.add(
            Decimals.parse(word)
                .orElseThrow(
                    () ->
                        SaidFault.at(
                            file.name(),
                            line,
                            "\"" + word.strip() + "\" is no score",
                            "write numbers separated by commas")));
      }
      rows.add(new Row(at + 1, scores));
    }
    if (rows.size() < 2 || rows.size() > MOST_ISSUES + 1) {
      throw SaidFault.at(
          file.name(),
          0,
          "there are " + rows.size() + " lines, but it must be 2 to " + (MOST_ISSUES + 1),
          "write a line for each issue and one with the least acceptable score");
    }
    return rows;
  }

  private static List<Problem.Point> points(List<Row> rows) {
    List<Problem.Point> points = new ArrayList<>();
    for (Row row : rows) {
      String name = Character.toString('A' + points.size());
      List<String> options = new ArrayList<>();
      for (int option = 1; option <= row.scores.size(); option++) {
        options.add(name + option);
      }
      points.add(new Problem.Point(name, options));
    }
    return points;
  }

  private static Utility utility(
      InputFile file, List<Problem.Point> points, List<Row> rows, Rational minimum)
      throws BadFileException {
    UtilityBuilder utility = new UtilityBuilder(points);
    if (rows.size() != points.size()) {
      throw SaidFault.at(
          file.name(),
          0,
          "it has scores for " + rows.size() + " issues, and another file for " + points.size(),
          "name the files of one game");
    }
    for (int point = 0; point < rows.size(); point++) {
      Row row = rows.get(point);
      int options = points.get(point).options().size();
      if (row.scores.size() != options) {
        throw SaidFault.at(
            file.name(),
            row.line,
            String.format(
                Locale.ROOT,
                "issue %s has %d scores, and in another file %d",
                points.get(point).id(),
                row.scores.size(),
                options),
            "name the files of one game");
      }
      for (int option = 0; option < options; option++) {
        utility.add(point, option, row.scores.get(option));
      }
    }
    return utility.build(Naming.partyOf(file.name()), file.name(), minimum, false);
  }
}
