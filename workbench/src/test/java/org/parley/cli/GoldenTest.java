package org.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.ShippedCli;

/// Runs the literate files below `src/test/golden`, the tutorial, the guides and the reference:
/// prose, the input files, the commands, what each prints and its exit code.
///
/// In such a file a fence whose info string ends in a path (` ```yaml case.yaml `) is an input
/// file; `hex PATH` gives its bytes, `times N PATH` repeats its text N times, `link PATH` makes a
/// symbolic link to the path in its text. A fence without info string holds runs: a line `$ parley
/// ...`, what it prints, and a last line `exit N`. Paths begin at the folder of the inputs;
/// `examples/` stands for the examples of the repository, and commands run in order.
///
/// `-Dgolden.update=true` writes what is printed into the files, to be looked at as a change.
class GoldenTest {

  private static final List<Path> ROOTS =
      List.of(
          Path.of("src/test/golden"),
          Path.of("../docs/tutorial"),
          Path.of("../docs/how-to"),
          Path.of("../docs/reference"));
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Pattern WORD = Pattern.compile("(\"[^\"]*\"|[^ \"]+)+");
  private static final Pattern FENCE = Pattern.compile("(?ms)^(`{3,})([^\\n`]*)\\n(.*?)^\\1[ ]*$");

  private static final DateTimeFormatter WRITTEN_OUT =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Locale LOCALE = Locale.getDefault();

  @TempDir private Path folder;

  /// A number formatted without a locale shows as Arabic digits.
  @BeforeAll
  static void writeArabicDigits() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
  }

  @AfterAll
  static void writeDigitsAsBefore() {
    Locale.setDefault(LOCALE);
  }

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : ROOTS) {
      try (Stream<Path> walk = Files.walk(root)) {
        walk.filter(path -> path.toString().endsWith(".md")).sorted().forEach(files::add);
      }
    }
    assertTrue(files.size() > 10, "golden files in " + Path.of("").toAbsolutePath());
    return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> run(file)));
  }

  private void run(Path file) throws IOException {
    String text = Files.readString(file);
    Path inputs = Files.createTempDirectory(folder, "golden");
    StringBuilder actual = new StringBuilder();
    int last = 0;
    int runs = 0;
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      String info = fence.group(2).strip();
      String body = fence.group(3);
      actual.append(text, last, fence.start(3));
      if (info.isEmpty()) {
        assertTrue(
            body.lines().anyMatch(line -> line.startsWith("$ ")),
            file + " lacks a language: " + body);
        actual.append(runs(body, inputs));
        runs++;
      } else {
        input(info, body, inputs);
        actual.append(body);
      }
      last = fence.end(3);
    }
    actual.append(text.substring(last));
    // A guide to the browser may have none.
    assertTrue(runs > 0 || !file.startsWith(ROOTS.getFirst()), "no command in " + file);
    if (UPDATE) {
      Files.writeString(file, actual);
    } else {
      assertEquals(text, actual.toString(), file.toString());
    }
  }

  private static void input(String info, String body, Path inputs) throws IOException {
    List<String> words = List.of(info.split(" +"));
    if (words.size() < 2) {
      return;
    }
    Path file = inputs.resolve(words.getLast());
    Files.createDirectories(file.getParent());
    switch (words.getFirst()) {
      case "hex" -> Files.write(file, HexFormat.of().parseHex(body.replaceAll("\\s", "")));
      case "times" -> {
        byte[] once = body.getBytes(StandardCharsets.UTF_8);
        int times = Integer.parseInt(words.get(1));
        byte[] all = new byte[once.length * times];
        for (int i = 0; i < times; i++) {
          System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        Files.write(file, all);
      }
      case "link" -> Files.createSymbolicLink(file, Path.of(body.strip()));
      default -> Files.writeString(file, body);
    }
  }

  private static String runs(String body, Path inputs) {
    StringBuilder actual = new StringBuilder();
    for (String line : body.lines().filter(each -> each.startsWith("$ ")).toList()) {
      actual.append(line).append('\n');
      List<String> words = new ArrayList<>();
      WORD.matcher(line.substring(2))
          .results()
          .forEach(word -> words.add(word.group().replace("\"", "")));
      assertEquals("parley", words.removeFirst(), line);
      actual.append(printed(words, inputs));
    }
    return actual.toString();
  }

  private static String printed(List<String> words, Path inputs) {
    Path examples = Path.of("..").toAbsolutePath().normalize();
    String[] arguments =
        words.stream()
            .map(
                word ->
                    word.startsWith("examples/")
                        ? examples.resolve(word).toString()
                        : Files.exists(inputs.resolve(word))
                                || (word.startsWith("case") && !word.equals("cases"))
                            ? inputs.resolve(word).toString()
                            : word)
            .toArray(String[]::new);
    StringWriter written = new StringWriter();
    PrintWriter writer = new PrintWriter(written);
    int exit = ShippedCli.with(Map.of()).printingTo(writer, writer).run(arguments);
    String all =
        written
            .toString()
            .replace(System.lineSeparator(), "\n")
            .replace(inputs + "/", "")
            .replace(examples + "/", "");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String day :
        List.of("as of " + today.format(WRITTEN_OUT), "\"asOf\" : \"" + today + "\"")) {
      assertFalse(all.contains(day), () -> "it would be another text tomorrow: " + words);
    }
    return all + (all.isEmpty() || all.endsWith("\n") ? "" : "\n") + "exit " + exit + "\n";
  }
}
