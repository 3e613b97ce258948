package org.parley.exchange.bargaining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.exchange.tree.JsonReader;
import org.parley.exchange.tree.JsonValue;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.Utility;
import org.parley.genius.utility.UtilityBuilder;
import org.parley.genius.utility.UtilityScale;

/// Reads NegoLog profiles: `reservationValue`, `issueWeights`, and under `issues` the utility of
/// each value. A package is worth the sum of weight times utility, neither normalised nor cut off.
final class NegoLogFiles {

  private NegoLogFiles() {}

  static ImportedProblem read(List<InputFile> files, @Nullable Integer digits)
      throws BadFileException {
    List<Problem.Point> points = new ArrayList<>();
    List<Utility> utilities = new ArrayList<>();
    for (InputFile file : files) {
      JsonValue.Members profile = JsonReader.read(file).members();
      if (points.isEmpty()) {
        points.addAll(points(profile.get("issues").members()));
      }
      utilities.add(utility(file.name(), profile, new Naming(points)));
    }
    return UtilityScale.of(points, utilities, digits, List.of());
  }

  private static List<Problem.Point> points(JsonValue.Members issues) throws BadFileException {
    List<Problem.Point> points = new ArrayList<>();
    for (var issue : issues.values().entrySet()) {
      JsonValue.Members values = issue.getValue().members();
      if (values.values().isEmpty()) {
        throw values.wrong("the issue has no values", "add one");
      }
      points.add(new Problem.Point(issue.getKey(), List.copyOf(values.values().keySet())));
    }
    if (points.isEmpty()) {
      throw issues.wrong("there is no issue", "add one");
    }
    return points;
  }

  private static Utility utility(String file, JsonValue.Members profile, Naming naming)
      throws BadFileException {
    UtilityBuilder utility = new UtilityBuilder(naming.points());
    JsonValue.Members weights = profile.get("issueWeights").members();
    JsonValue.Members issues = profile.get("issues").members();
    naming.checkIssues(weights);
    naming.checkIssues(issues);
    for (Map.Entry<String, JsonValue> issue : issues.values().entrySet()) {
      int point = naming.point(issue.getValue(), issue.getKey());
      Rational weight = weights.get(issue.getKey()).decimal();
      JsonValue.Members values = issue.getValue().members();
      naming.checkValues(values, point);
      for (Map.Entry<String, JsonValue> value : values.values().entrySet()) {
        utility.add(
            point,
            naming.option(value.getValue(), point, value.getKey()),
            weight.times(value.getValue().decimal()));
      }
    }
    return utility.build(
        Naming.partyOf(file), file, profile.get("reservationValue").decimal(), false);
  }
}
