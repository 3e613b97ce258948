package org.parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `./parley` and `./check` on a machine that has next to nothing.
@NullMarked
class LauncherTest {

  @TempDir private Path folder;
  private BareMachine machine;
  private Path checkout;
  private Path jdk;

  @BeforeEach
  void machine() throws IOException {
    machine = new BareMachine(folder);
    checkout = BareMachine.built(folder.resolve("Prüfung Ω"));
    jdk = BareMachine.jdk(folder.resolve("jdk"), "25.0.4");
  }

  private BareMachine.Run run(Path script, String... arguments)
      throws IOException, InterruptedException {
    return run(Map.of(), script, arguments);
  }

  private BareMachine.Run run(Map<String, String> environment, Path script, String... arguments)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", jdk.toString()));
    all.putAll(environment);
    return machine.bash(
        all, folder, Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
  }

  private BareMachine.Run parley(String... arguments) throws IOException, InterruptedException {
    return run(checkout.resolve("parley"), arguments);
  }

  private void assertStarted(BareMachine.Run run) {
    assertEquals(0, run.code(), run::printed);
    assertTrue(
        run.printed().contains("-Dparley.home=" + checkout) && run.printed().contains("board"),
        run::printed);
  }

  @Test
  void symbolicLinksLeadToTheCheckout() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("absolute"), checkout.resolve("parley"));
    Files.createSymbolicLink(bin.resolve("relative"), Path.of("../Prüfung Ω/parley"));
    Files.createSymbolicLink(bin.resolve("chain"), Path.of("relative"));
    Files.createSymbolicLink(folder.resolve("folder"), bin);
    for (String each : List.of("bin/absolute", "bin/relative", "bin/chain", "folder/chain")) {
      assertStarted(run(folder.resolve(each), "board"));
      assertStarted(run(Path.of(each), "board"));
    }
    for (String each : List.of("absolute", "relative", "chain")) {
      Map<String, String> path = Map.of("PATH", bin + ":" + machine.commands());
      assertStarted(
          machine.bash(
              Map.of("JAVA_HOME", jdk.toString(), "PATH", path.get("PATH")),
              folder,
              List.of("-c", "exec bash \"$(command -v " + each + ")\" board")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpNeedsNeitherJdkNorBuild(String option) throws IOException, InterruptedException {
    Files.delete(checkout.resolve("workbench/target/parley.built"));
    BareMachine.Run run = run(Map.of("JAVA_HOME", ""), checkout.resolve("parley"), option);
    assertEquals(0, run.code(), run::printed);
    assertEquals(
        Files.readString(BareMachine.checkout().resolve("docs/reference/help.txt")), run.printed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "LANG=C", "LC_ALL=POSIX", "LANG=de_DE.ISO-8859-1", "LC_CTYPE=xx_XX.UTF-8"})
  void whateverTheLocaleTextIsUtf8(String locale) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", ""));
    if (!locale.isEmpty()) {
      environment.put(locale.split("=", 2)[0], locale.split("=", 2)[1]);
    }
    BareMachine.Run run = run(environment, checkout.resolve("parley"), "board");
    assertStarted(run);
    assertTrue(run.printed().startsWith("LC_ALL=C.UTF-8 arguments: "), run::printed);
  }

  @Test
  void aLocaleThatIsUtf8Stays() throws IOException, InterruptedException {
    BareMachine.Run run =
        run(Map.of("LC_ALL", "", "LANG", "C.UTF-8"), checkout.resolve("parley"), "board");
    assertTrue(run.printed().startsWith("LC_ALL= arguments: "), run::printed);
  }

  /// The real program: what the classes of the tests are, behind a jar at the place of the jar.
  private void installProgram() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(each -> Path.of(each).toUri().toString())
                .collect(Collectors.joining(" ")));
    Path jar = checkout.resolve("workbench/target/parley-workbench.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    BareMachine.age(jar);
    jdk = Path.of(System.getProperty("java.home"));
  }

  @Test
  void namesThatAreNotAsciiWorkWithoutALocale() throws IOException, InterruptedException {
    installProgram();
    Path exercise = Files.createDirectories(folder.resolve("Übung تمرين"));
    Files.writeString(
        exercise.resolve("Größe.yaml"),
        "case: {title: Öl für Ærø}\nparties: [{id: AA, name: Åland, kind: state}]\n");
    Map<String, String> none = Map.of("LC_ALL", "");
    BareMachine.Run board = run(none, checkout.resolve("parley"), "board", "Übung تمرين");
    assertEquals(0, board.code(), board::printed);
    assertTrue(board.printed().contains("Öl für Ærø"), board::printed);
    Files.writeString(exercise.resolve("Mängel.yaml"), "partys: []\n");
    BareMachine.Run check = run(none, checkout.resolve("parley"), "check", "Übung تمرين");
    assertEquals(1, check.code(), check::printed);
    assertTrue(check.printed().contains("Mängel.yaml:1"), check::printed);
  }

  @Test
  void aCheckoutThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
    Path other = BareMachine.built(folder.resolve("other"));
    Path target = other.resolve("workbench/target");
    for (String each : List.of("parley-workbench.jar", "parley.built", "parley.aot", "lib")) {
      Files.delete(target.resolve(each));
    }
    Files.delete(target);
    Files.createFile(target);
    for (String script : List.of("parley", "check")) {
      BareMachine.Run run = run(other.resolve(script));
      assertEquals(69, run.code(), run::printed);
      assertEquals(
          "Parley is built in "
              + target
              + ", which cannot be written. Maybe have its owner run ./parley once, or copy the folder.\n",
          run.printed());
    }
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
    Files.delete(checkout.resolve("workbench/target/parley.built"));
    Path home = Files.createFile(folder.resolve("a file"));
    BareMachine.Run run = run(Map.of("HOME", home.toString()), checkout.resolve("parley"));
    assertEquals(69, run.code(), run::printed);
    assertEquals(
        "Libraries are kept in "
            + home
            + "/.m2, which cannot be written. Maybe set HOME to a folder of your own.\n",
        run.printed());
  }

  private BareMachine.Run building(String maven) throws IOException, InterruptedException {
    Files.delete(checkout.resolve("workbench/target/parley.built"));
    BareMachine.script(checkout.resolve("mvnw"), maven);
    return parley("board");
  }

  @Test
  void itIsBuiltOnceAndThenStarted() throws IOException, InterruptedException {
    assertStarted(building("echo built"));
    BareMachine.script(checkout.resolve("mvnw"), "exit 1");
    assertStarted(parley("board"));
  }

  /// Of what was built without ErrorProne, nothing is taken for checked.
  @Test
  void whatIsBuiltToRunIsCompiledAgainToBeChecked() throws IOException, InterruptedException {
    assertStarted(building("echo \"$*\" > \"$(dirname \"$0\")/asked\""));
    assertTrue(Files.readString(checkout.resolve("asked")).contains(" -Prun "));
    List<Path> classes =
        Stream.of("engine", "genius", "reading", "workbench", "cluster")
            .map(each -> checkout.resolve(each).resolve("target/classes"))
            .toList();
    for (boolean isBuiltToRun : List.of(true, false)) {
      for (Path each : classes) {
        Files.createDirectories(each);
      }
      run(Map.of("PARLEY_BROWSER", "none"), checkout.resolve("check"));
      for (Path each : classes) {
        assertEquals(!isBuiltToRun, Files.exists(each), each.toString());
      }
    }
  }

  /// Spark has a folder of its own, which nothing else reads.
  @Test
  void theFirstJobForSparkBuildsItsModule() throws IOException, InterruptedException {
    BareMachine.script(
        checkout.resolve("mvnw"),
        "cd \"$(dirname \"$0\")\"; echo \"$*\" >> asked; mkdir -p cluster/target/spark/jars");
    String classPath =
        "-cp " + checkout + "/cluster/target/spark/jars/* org.parley.app.Parley cluster";
    for (int time = 1; time <= 2; time++) {
      BareMachine.Run run = parley("cluster", "submit", "forecast", "my-case");
      assertEquals(0, run.code(), run::printed);
      assertTrue(run.printed().contains(classPath), run::printed);
    }
    List<String> built = Files.readAllLines(checkout.resolve("asked"));
    assertEquals(1, built.size(), built::toString);
    assertTrue(built.getFirst().contains(" -pl cluster -am "), built::toString);
  }

  @Test
  void nothingElseFetchesSpark() throws IOException, InterruptedException {
    BareMachine.script(checkout.resolve("mvnw"), "exit 1");
    for (List<String> each :
        List.of(
            List.of("board"),
            List.of("cluster", "--help"),
            List.of("cluster", "submit", "-h"),
            List.of("cluster", "submit", "forecast", "my-case", "--threads", "2"),
            List.of("cluster", "submit", "forecast", "my-case", "--threads=2"))) {
      BareMachine.Run run = parley(each.toArray(String[]::new));
      assertEquals(0, run.code(), run::printed);
      assertTrue(run.printed().contains("/workbench/target/lib/*"), run::printed);
      assertTrue(!run.printed().contains("spark"), run::printed);
    }
  }

  @Test
  void aBuildWithoutANetworkIsOneSentence() throws IOException, InterruptedException {
    BareMachine.Run run =
        building("echo 'java.net.UnknownHostException: repo.maven.apache.org'; exit 1");
    assertEquals(69, run.code(), run::printed);
    assertTrue(
        run.printed()
            .endsWith(
                "\nParley could not be built. There is no network, or a server does not answer. Maybe try again when"
                    + " that is mended; the output is in workbench/target/build.log.\n"),
        run::printed);
    assertEquals(2, run.printed().lines().count(), run::printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(certificate_unknown) PKIX path building failed | A server's certificate is not trusted: ",
        "write failed: No space left on device | The disk is full.",
        "mkdir: cannot create 'x': Read-only file system | A folder cannot be written: mkdir: "
      })
  void theUsualReasonsAreOneSentence(String message, String sentence)
      throws IOException, InterruptedException {
    BareMachine.Run run = building("echo \"" + message + "\"; exit 1");
    assertEquals(69, run.code(), run::printed);
    assertTrue(run.printed().contains("could not be built. " + sentence), run::printed);
  }

  @Test
  void aBuildThatFailsShowsItsOutput() throws IOException, InterruptedException {
    BareMachine.Run run = building("echo 'error: cannot find symbol'; exit 1");
    assertEquals(70, run.code(), run::printed);
    assertTrue(run.printed().contains("error: cannot find symbol\n"), run::printed);
  }

  @Test
  void rootIsToldWhereUserNamespacesAreForbidden() throws IOException, InterruptedException {
    machine.command("id", "echo 0");
    machine.command("unshare", "echo 'unshare failed: Operation not permitted' >&2; exit 1");
    BareMachine.Run run = run(checkout.resolve("check"));
    assertEquals(69, run.code(), run::printed);
    assertTrue(
        run.printed()
            .matches(
                "PostgreSQL refuses to run as root, and user namespaces are forbidden here\\. Maybe run the tests as"
                    + " another user: .*\n"),
        run::printed);
  }

  /// What bash 3.2 or the tools of macOS lack.
  @Test
  void theScriptsAreWrittenForTheShellOfMacOs() throws IOException {
    Pattern lacking =
        Pattern.compile(
            "\\$\\{\\w+(,,|\\^\\^)|\\b(mapfile|readarray|coproc)\\b|(declare|local|typeset) -[An]|\\|&|&>>|\\[@]"
                + "|readlink -f|sort -V|\\$EPOCH|printf '%\\(|wait -n|grep -P|stat -c|date -d");
    Set<String> found = new TreeSet<>();
    for (String each :
        List.of("parley", "check", ".mvn/jdk.sh", ".mvn/launch.sh", ".mvn/start.sh")) {
      for (String line : Files.readAllLines(BareMachine.checkout().resolve(each))) {
        if (!line.strip().startsWith("#") && lacking.matcher(line).find()) {
          found.add(each + ": " + line.strip());
        }
      }
    }
    assertEquals(Set.of(), found);
  }
}
