package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Builds the documentation of the library into `target/apidocs`: references, tags and snippets
/// resolve.
class LibraryDocumentationTest {

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
                "Parley engine",
                "--module-path",
                libraries(),
                "--snippet-path",
                "src/test/java/org/parley/snippets"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .map(Path::toString)
          .filter(each -> each.endsWith(".java"))
          .sorted()
          .forEach(arguments::add);
    }
    var said = new StringWriter();
    var printer = new PrintWriter(said);
    ToolProvider javadoc = ToolProvider.findFirst("javadoc").orElseThrow();
    int code = javadoc.run(printer, printer, arguments.toArray(String[]::new));
    assertEquals(0, code, said::toString);
  }

  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> each.contains("jspecify"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
