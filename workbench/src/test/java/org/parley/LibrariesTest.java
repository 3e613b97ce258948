package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table of libraries has those that the build files name, in the versions of the class path,
/// under licences that are permitted. Its other rows are checked when a release is built.
@NullMarked
class LibrariesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| (yes|no) \\|$");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private record Library(String name, String version, String licence, String use) {
    boolean isOfAnother() {
      return use.startsWith("of `");
    }
  }

  private static String text = "";
  private static Map<String, Library> rows = Map.of();

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(ROOT.resolve("docs/reference/libraries.md"));
    rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ROW.matcher(text)
        .results()
        .map(each -> new Library(each.group(1), each.group(2), each.group(3), each.group(4)))
        .forEach(each -> rows.put(each.name(), each));
  }

  /// Names of what a module needs to run, from its build file.
  private static Set<String> direct(String module) throws IOException {
    String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
    return DEPENDENCY
        .matcher(pom.replaceAll("(?s)<exclusions>.*?</exclusions>", ""))
        .results()
        .map(each -> each.group(1))
        .filter(each -> !each.contains("<scope>test</scope>") && !each.contains("org.parley<"))
        .map(each -> each.replaceAll("(?s).*<artifactId>(.*)</artifactId>.*", "$1"))
        .collect(Collectors.toSet());
  }

  @Test
  void librariesOfTheBuildFilesAreSaidToBeForSomething() throws IOException {
    Set<String> direct =
        List.of("engine", "genius", "reading", "workbench").stream()
            .flatMap(
                module -> {
                  try {
                    return direct(module).stream();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .collect(Collectors.toSet());
    assertTrue(direct.size() > 30, direct::toString);
    assertEquals(
        direct,
        rows.values().stream()
            .filter(each -> !each.isOfAnother())
            .map(Library::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void everyRowIsOnTheClassPath() {
    Set<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(each -> Path.of(each).getFileName() + "")
            .collect(Collectors.toSet());
    assertEquals(
        List.of(),
        rows.values().stream()
            .map(each -> each.name() + "-" + each.version() + ".jar")
            .filter(each -> !jars.contains(each))
            .toList());
  }

  @Test
  void everyLicenceIsPermitted() {
    String permitted = text.substring(text.indexOf("| licence |"), text.indexOf("A library under"));
    Set<String> known =
        Arrays.stream(permitted.split("[|,]")).map(String::strip).collect(Collectors.toSet());
    assertEquals(
        List.of(),
        rows.values().stream()
            .filter(each -> !known.containsAll(List.of(each.licence().split(" or "))))
            .toList());
  }

  @Test
  void rowsAreInOrderAndNameOneAnother() {
    assertEquals(
        List.copyOf(rows.keySet()),
        ROW.matcher(text).results().map(each -> each.group(1)).toList(),
        "sorted by name, each once");
    assertEquals(
        List.of(),
        rows.values().stream()
            .filter(Library::isOfAnother)
            .flatMap(each -> NAME.matcher(each.use()).results())
            .map(each -> each.group(1))
            .filter(each -> !rows.containsKey(each))
            .toList());
  }
}
