package org.parley.casefile;

/// Something that keeps a folder from being a case, and where it stands.
///
/// @param place where it stands
/// @param source the line it stands in; empty where no one line is meant
/// @param length how many characters of that line are meant
/// @param message what is wrong
/// @param value the value that is wrong; empty where there is none
/// @param advice what to do, starting with "Maybe"
public record CaseProblem(
    Place place, String source, int length, String message, String value, String advice) {

  private static final int LONGEST_VALUE = 80;

  public CaseProblem {
    value =
        value.length() <= LONGEST_VALUE
            ? value
            : value.substring(0, value.offsetByCodePoints(0, 60)) + "...";
  }

  /// The problem in one sentence, without its place.
  public String sentence() {
    String end = advice.endsWith(".") || advice.endsWith("?") || advice.isEmpty() ? "" : ".";
    return message
        + (value.isEmpty() ? "" : ": \"" + value + "\"")
        + (advice.isEmpty() ? "" : ". " + advice + end);
  }

  @Override
  public String toString() {
    return place + ": " + sentence();
  }
}
