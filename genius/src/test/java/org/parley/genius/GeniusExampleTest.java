package org.parley.genius;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// What the guide and the documentation of the library show compiles, runs, and answers what they
/// say.
class GeniusExampleTest {

  private static final Path BORDER = Path.of("src/test/resources/org/parley/genius/border");

  /// The shares of 1 are twentieths: 0.6 of 40/60, 0.7 of 50/70, and no deal at 0.3 and 0.25. The
  /// mixed border with shared water gives (16, 10), and gains of 10 and 5 over (6, 5).
  @Test
  void theExampleFindsTheNashSolution() throws IOException {
    GeniusExample.Answer answer = GeniusExample.find(BORDER);
    assertEquals(BigInteger.valueOf(20), answer.read().unit());
    assertTrue(answer.read().isExact());
    assertInstanceOf(Finding.Proved.class, answer.nash());
    Solution nash = answer.nash().findAnswer().orElseThrow();
    assertEquals(List.of(16L, 10L), nash.outcomes().getFirst().worths());
    assertEquals(List.of(1, 0), nash.outcomes().getFirst().options());
    assertEquals(Rational.of(50), nash.value());
  }

  @Test
  void theGuideShowsTheSame() throws IOException {
    String code = Files.readString(Path.of("src/test/java/org/parley/genius/GeniusExample.java"));
    int from = code.indexOf('\n', code.indexOf("@start")) + 1;
    String shown = code.substring(from, code.indexOf("    // @end")).stripTrailing().stripIndent();
    String guide = Files.readString(Path.of("../docs/how-to/use-the-engine.md"));
    assertTrue(guide.contains("```java\n" + shown + "\n```"), shown);
  }

  /// References, tags and the snippet resolve.
  @Test
  void theDocumentationHasNoErrors() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-quiet",
                "-Xdoclint:all,-missing",
                "-Werror",
                "-d",
                "target/apidocs",
                "-windowtitle",
                "Parley for GENIUS files",
                "--module-path",
                libraries(),
                "--snippet-path",
                "src/test/java/org/parley/genius"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .map(Path::toString)
          .filter(each -> each.endsWith(".java"))
          .sorted()
          .forEach(arguments::add);
    }
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    ToolProvider javadoc = ToolProvider.findFirst("javadoc").orElseThrow();
    int code = javadoc.run(printer, printer, arguments.toArray(String[]::new));
    assertEquals(0, code, said::toString);
  }

  /// The engine, as its classes or its JAR, and the annotations.
  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            each ->
                each.contains("jspecify")
                    || each.matches(".*[/\\\\]engine[/\\\\]target[/\\\\].*")
                    || each.contains("parley-engine"))
        .filter(each -> !each.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
