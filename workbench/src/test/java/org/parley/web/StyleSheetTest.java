package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The style sheet of the pages names no left and no right: it serves languages written from right
/// to left as it stands.
@NullMarked
class StyleSheetTest {

  private static final Path SHEET = Path.of("src/main/resources/org/parley/web/parley.css");

  /// Properties and values of the one side, and shorthands whose sides differ.
  private static final Pattern PHYSICAL =
      Pattern.compile(
          "(?<![\\w-])(?:(?:margin|padding|border)-(?:left|right)[\\w-]*|left|right)\\s*:"
              + "|(?:text-align|float|clear)\\s*:\\s*(?:left|right)"
              + "|\\bto (?:left|right)\\b"
              + "|(?<![\\w-])(?:margin|padding): +[^;\\s}]+ +([^;\\s}]+) +[^;\\s}]+ +(?!\\1[;\\s}])[^;\\s}!]+");

  @Test
  void noSideIsNamed() throws IOException {
    List<String> named =
        PHYSICAL.matcher(Files.readString(SHEET)).results().map(MatchResult::group).toList();
    assertEquals(List.of(), named);
  }

  @Test
  void aSideWouldBeFound() {
    for (String physical :
        List.of(
            "margin-left: 1rem",
            "border-right-color: red",
            " left: 0",
            "text-align: right",
            "float:left",
            "padding: 0 1rem 0 2rem;",
            "linear-gradient(to right, red, blue)")) {
      assertEquals(1, PHYSICAL.matcher(physical).results().count(), physical);
    }
    for (String logical :
        List.of("margin-inline-start: 1rem", "padding: 0 1rem 0 1rem;", "padding: 0 1rem;")) {
      assertEquals(0, PHYSICAL.matcher(logical).results().count(), logical);
    }
  }
}
