package org.parley.exchange.bargaining;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.bargain.Problem;
import org.parley.exchange.tree.JsonValue;
import org.parley.genius.file.BadFileException;

/// Finds issues and values by the names that JSON profiles use for them.
final class Naming {

  private final List<Problem.Point> points;
  private final Map<String, Integer> pointByName = new HashMap<>();

  Naming(List<Problem.Point> points) {
    this.points = List.copyOf(points);
    for (int point = 0; point < points.size(); point++) {
      pointByName.put(points.get(point).id(), point);
    }
  }

  /// The name of a party: that of its file without the extension.
  static String partyOf(String file) {
    return String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[A-Za-z]{1,5}$", "");
  }

  List<Problem.Point> points() {
    return points;
  }

  /// The point of this name.
  ///
  /// @param stated the value that names it, for the error
  int point(JsonValue stated, String name) throws BadFileException {
    Integer point = pointByName.get(name);
    if (point == null) {
      throw stated.wrong(
          "\"" + name + "\" is no issue of the domain", "name profiles of one domain");
    }
    return point;
  }

  int option(JsonValue stated, int point, String name) throws BadFileException {
    int option = points.get(point).options().indexOf(name);
    if (option < 0) {
      throw stated.wrong(
          "\"" + name + "\" is no value of issue \"" + points.get(point).id() + "\"",
          "name profiles of one domain");
    }
    return option;
  }

  /// Every issue has to be a key, and nothing else.
  void checkIssues(JsonValue.Members stated) throws BadFileException {
    for (Map.Entry<String, JsonValue> each : stated.values().entrySet()) {
      point(each.getValue(), each.getKey());
    }
    for (Problem.Point point : points) {
      if (stated.find(point.id()).isEmpty()) {
        throw stated.wrong("issue \"" + point.id() + "\" is missing", "add it");
      }
    }
  }

  /// Every value of the issue has to be a key.
  void checkValues(JsonValue.Members stated, int point) throws BadFileException {
    for (String value : points.get(point).options()) {
      if (stated.find(value).isEmpty()) {
        throw stated.wrong(
            "the value \"" + value + "\" of issue \"" + points.get(point).id() + "\" is missing",
            "add it");
      }
    }
  }
}
