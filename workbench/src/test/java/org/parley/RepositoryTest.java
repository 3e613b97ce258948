package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The repository says what is true of it.
@NullMarked
class RepositoryTest {

  static final Path ROOT = root();
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)(?:\\.[A-Za-z_]+)?`");
  private static final Pattern PACKAGE = Pattern.compile("`org\\.parley\\.([a-z]+)`");

  private static final List<String> MODULES =
      List.of("engine", "genius", "reading", "workbench", "cluster", "bench");
  private static final Pattern TABLE_MADE_BY_A_TEST =
      Pattern.compile("(?s)<!-- keys of .*?<!-- end -->");

  /// The page that describes a thing names it as a search would.
  private static final Map<String, List<String>> TERMS =
      Map.of(
          "docs/concepts/attacks.md",
          List.of(
              "CSRF",
              "XSS",
              "SSRF",
              "SQL injection",
              "request smuggling",
              "CSV injection",
              "path traversal",
              "entity expansion",
              "decompression bomb"),
          "docs/reference/api.md",
          List.of("ETag", "optimistic locking"),
          "docs/concepts/workbench.md",
          List.of("three-way merge", "event log", "ETag"),
          "docs/concepts/secrecy.md",
          List.of("non-interference", "optimistic locking"),
          "docs/concepts/board.md",
          List.of("bitemporal"),
          "docs/concepts/guarantees.md",
          List.of("event log", "branch and bound"),
          "docs/concepts/packages.md",
          List.of(
              "Minkowski sum",
              "meet in the middle",
              "branch and bound",
              "Lagrangian bound",
              "epsilon-archive"),
          "docs/concepts/sequence.md",
          List.of("simple temporal network", "minimal unsatisfiable set"),
          "docs/concepts/reading.md",
          List.of("lemma", "n-gram", "dependency arc"));

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("ARCHITECTURE.md"))) {
        return at;
      }
    }
    throw new IllegalStateException("no ARCHITECTURE.md above the working directory");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> walk = Files.walk(ROOT)) {
      return walk.filter(Files::isRegularFile)
          .filter(
              file ->
                  Stream.of("target", ".git", "node_modules", ".parley")
                      .noneMatch(skipped -> contains(ROOT.relativize(file), skipped)))
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static boolean contains(Path path, String name) {
    for (Path part : path) {
      if (part.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path file : files(".md")) {
      for (MatchResult link : LINK.matcher(read(file)).results().toList()) {
        String to = link.group(1);
        if (!to.matches("[a-z]+:.*") && !Files.exists(file.resolveSibling(to))) {
          broken.add(ROOT.relativize(file) + ": " + to);
        }
      }
    }
    assertEquals(Set.of(), broken);
  }

  @Test
  void pagesNameThingsByTheTermsOfTheTrade() {
    Set<String> missing = new TreeSet<>();
    TERMS.forEach(
        (page, terms) -> {
          String text = read(ROOT.resolve(page)).toLowerCase(Locale.ROOT);
          terms.stream()
              .filter(term -> !text.contains(term.toLowerCase(Locale.ROOT)))
              .forEach(term -> missing.add(page + ": " + term));
        });
    assertEquals(Set.of(), missing);
  }

  @Test
  void sentencesOfTheDocumentationAreShort() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : documentation()) {
      Prose.faults(TABLE_MADE_BY_A_TEST.matcher(read(file)).replaceAll(""))
          .forEach(fault -> broken.add(ROOT.relativize(file) + ", " + fault));
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void commentsAreShortAndInTheTermsOfTheTrade() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : sources()) {
      for (Comments.Comment comment : Comments.in(read(file))) {
        Prose.faultsOfComment(comment.text())
            .forEach(
                fault -> broken.add(ROOT.relativize(file) + ":" + comment.line() + ", " + fault));
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void faultsOfCommentsAreFound() {
    assertEquals(
        List.of(
            "2 begins with \"What\": What stands in it.",
            "6 \"whoever\": the field, whoever reads it",
            "9 \"desk\": a note from the desk"),
        Comments.in(
                """
                class Source {
                  /// What stands in it.
                  ///
                  /// What-if figures and `What is code` are no faults.
                  int one; // behind closed doors
                  int two; // the field, whoever reads it
                  String text = "// whoever";
                  char quote = '"';
                  /* a note from the desk */
                }
                """)
            .stream()
            .flatMap(
                comment ->
                    Prose.faultsOfComment(comment.text()).stream()
                        .map(fault -> comment.line() + " " + fault))
            .toList());
  }

  private static List<Path> sources() throws IOException {
    return files(".java").stream()
        .filter(
            file ->
                MODULES.stream()
                    .anyMatch(module -> file.startsWith(ROOT.resolve(module + "/src/main/java"))))
        .toList();
  }

  private static List<Path> documentation() throws IOException {
    return files(".md").stream()
        .filter(
            file -> {
              Path path = ROOT.relativize(file);
              return path.getNameCount() == 1 || path.startsWith("docs");
            })
        .toList();
  }

  @Test
  void typesAndPackagesNamedInTheDocumentsExist() throws IOException {
    Set<String> types =
        files(".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> broken = new TreeSet<>();
    for (String name : List.of("ARCHITECTURE.md", "GLOSSARY.md")) {
      String text = read(ROOT.resolve(name));
      TYPE.matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(type -> !types.contains(type))
          .forEach(type -> broken.add(name + ": " + type));
      PACKAGE
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(
              each ->
                  Stream.of("engine", "genius", "reading", "workbench", "cluster", "bench")
                      .noneMatch(
                          module ->
                              Files.isDirectory(
                                  ROOT.resolve(module + "/src/main/java/org/parley/" + each))))
          .forEach(each -> broken.add(name + ": package " + each));
    }
    assertEquals(Set.of(), broken);
  }

  /// By its whole name, or by its last one in the line of a package above.
  @Test
  void everyPackageIsInTheArchitecture() throws IOException {
    String text = read(ROOT.resolve("ARCHITECTURE.md"));
    Set<String> missing = new TreeSet<>();
    for (String module : List.of("engine", "genius", "reading", "workbench", "cluster")) {
      Path root = ROOT.resolve(module + "/src/main/java");
      try (Stream<Path> walk = Files.walk(root)) {
        walk.filter(each -> each.endsWith("package-info.java"))
            .map(each -> root.relativize(each.getParent()).toString().replace('/', '.'))
            .filter(each -> !isInTheArchitecture(each, text))
            .forEach(missing::add);
      }
    }
    assertEquals(Set.of(), missing);
    List<String> rows = text.lines().filter(each -> each.startsWith("| `")).toList();
    List<String> packages =
        rows.stream().map(each -> each.substring(0, each.indexOf('`', 3))).toList();
    assertEquals(packages.stream().distinct().toList(), packages, "once each");
  }

  private static boolean isInTheArchitecture(String name, String text) {
    if (text.contains("`" + name + "`")) {
      return true;
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String above = "`" + name.substring(0, dot) + "`";
      String below = "`" + name.substring(dot + 1) + "`";
      if (text.lines().anyMatch(line -> line.contains(above) && line.contains(below))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theEngineSaysNoSentence() throws IOException {
    Path engine = ROOT.resolve("engine/src/main/java");
    assertEquals(
        List.of(),
        Sentences.in(
            files(".java").stream()
                .filter(file -> file.startsWith(engine))
                // the forms of a share as it was said: "18 of 20"
                .filter(file -> !file.endsWith("Share.java"))
                .toList()));
  }

  @Test
  void sentencesAreFound() throws IOException {
    assertEquals(
        List.of(
            "Source.java:3: the id ",
            "Source.java:3: is there twice",
            "Source.java:6: 'no, it is'"),
        Sentences.in(
            """
            class Source {
              // a comment may say anything
              String one = "the id " + 1 + "is there twice";
              String word = "twice";
              RuntimeException other = new IllegalStateException("it is no " + "good at all");
              String quoted = "'no, it is'";
              String key = "no-word.here";
            }
            """));
  }

  @Test
  void theTwoCommandsStandAtTheTopAndAreWhatRuns() {
    String readme = read(ROOT.resolve("README.md"));
    String first =
        readme.substring(
            readme.indexOf("```sh"), readme.indexOf("```\n", readme.indexOf("```sh") + 5));
    assertTrue(first.contains("./parley ") && first.contains("./check "), first);
    assertTrue(readme.indexOf("```sh") < 20, "the commands come first");
    assertTrue(Files.isExecutable(ROOT.resolve("parley")));
    assertTrue(Files.isExecutable(ROOT.resolve("check")));
    assertTrue(read(ROOT.resolve(".ci/run")).contains("./check"));
  }

  @Test
  void examplesNamedInTheReadmeAreCases() {
    List<String> examples =
        Pattern.compile("\\(examples/([a-z0-9-]+)\\)")
            .matcher(read(ROOT.resolve("README.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertTrue(examples.size() >= 3, examples::toString);
    examples.forEach(
        example ->
            assertTrue(Files.exists(ROOT.resolve("examples/" + example + "/case.yaml")), example));
  }

  @Test
  void decisionsAreNumberedInOrder() {
    List<Integer> numbers =
        Pattern.compile("(?m)^(\\d+)\\. \\*\\*")
            .matcher(read(ROOT.resolve("DECISIONS.md")))
            .results()
            .map(found -> Integer.parseInt(found.group(1)))
            .toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(i + 1, numbers.get(i));
    }
  }

  @Test
  void nothingNamesAMachineOrIsLeftToDo() throws IOException {
    Pattern forbidden =
        Pattern.compile(
            "(^|[\\s\"'(=])/(work|root|home/[a-z]+)/|\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!-)",
            Pattern.MULTILINE);
    Set<String> broken = new TreeSet<>();
    for (Path file :
        files(".java", ".md", ".yaml", ".jte", ".css", ".sh", ".xml", "parley", "check", "run")) {
      if (file.toString().contains("vendor")) {
        continue;
      }
      forbidden
          .matcher(read(file))
          .results()
          .forEach(
              found ->
                  broken.add(
                      ROOT.relativize(file)
                          + ": "
                          + found.group().strip().toLowerCase(Locale.ROOT)));
    }
    assertEquals(Set.of(), broken);
  }
}
