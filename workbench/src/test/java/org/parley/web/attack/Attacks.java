package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The attacks of one family: each is counted, and those that came through are named at the end.
public final class Attacks implements AutoCloseable {

  private static final int MOST_SHOWN = 25;

  private final String family;
  private final List<String> through = new ArrayList<>();
  private int tried;

  /// @param family its name in the table of docs/concepts/attacks.md
  Attacks(String family) {
    this.family = family;
  }

  /// Notes what came of one.
  ///
  /// @param name what was tried
  /// @param failed whether nothing came of it, as it should be
  /// @param answer what was answered, in a few words
  void tried(String name, boolean failed, String answer) {
    tried++;
    if (!failed) {
      through.add(name + " -> " + answer.substring(0, Math.min(300, answer.length())));
    }
  }

  /// Says which came through, and whether as many were tried as the table says.
  @Override
  public void close() {
    assertEquals(
        List.of(),
        through.subList(0, Math.min(MOST_SHOWN, through.size())),
        () -> through.size() + " of " + tried + " attacks (" + family + ") came through");
    assertCounted(family, tried);
  }

  /// Checks that as many attacks of a family were tried as docs/concepts/attacks.md says.
  public static void assertCounted(String family, int tried) {
    try {
      Path counts = Files.createDirectories(Path.of("target", "attacks"));
      Files.writeString(counts.resolve(family.replace(' ', '-') + ".txt"), tried + "\n");
      String page = Files.readString(root().resolve("docs/concepts/attacks.md"));
      Matcher line =
          Pattern.compile("\\| " + Pattern.quote(family) + " \\| ([\\d,]+) \\|").matcher(page);
      assertTrue(line.find(), "docs/concepts/attacks.md has no line for " + family);
      int said = Integer.parseInt(line.group(1).replace(",", ""));
      assertTrue(tried >= said, family + ": " + tried + " tried, and the page says " + said);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
      at = Objects.requireNonNull(at.getParent(), "ARCHITECTURE.md above the working folder");
    }
    return at;
  }

  /// The sources of the pages, from which the names of parameters are read.
  static Path pages() {
    return root().resolve("workbench/src/main/java/org/parley/web");
  }
}
