package org.parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the launcher finds a JDK, and how it sets one up where there is none.
@NullMarked
class JdkSetUpTest {

  private static final String NEED = "need_jdk; echo \"used $JAVA_HOME\"";
  private static final String DEBIAN = "usr/lib/jvm/java-25-openjdk-amd64";

  @TempDir private Path folder;
  private BareMachine machine;

  @BeforeEach
  void machine() throws IOException {
    machine = new BareMachine(folder);
  }

  private BareMachine.Run run(String lines) throws IOException, InterruptedException {
    return machine.shell(Map.of(), lines);
  }

  private static void assertUsed(Path jdk, BareMachine.Run run) {
    assertEquals(0, run.code(), run::printed);
    assertTrue(run.printed().endsWith("used " + jdk + "\n"), run::printed);
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.3, 25.0.3, 0",
    "25.0.4, 25.0.3, 0",
    "25.0.3.1, 25.0.3, 0",
    "26, 25.0.3, 0",
    "25.0.10, 25.0.3, 0",
    "25.1, 25.0.3, 0",
    "25.0.2, 25.0.3, 1",
    "25, 25.0.3, 1",
    "17.0.21, 25.0.3, 1",
    "9.0.4, 25.0.3, 1",
    "0, 25.0.3, 1"
  })
  void versionsAreComparedByNumber(String have, String wanted, int code)
      throws IOException, InterruptedException {
    assertEquals(code, run("is_since " + have + " " + wanted + " || exit 1").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/java-25",
        "usr/lib64/jvm/java-25",
        "opt/java/openjdk",
        "opt/jdk-25",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
        "home/linuxbrew/.linuxbrew/opt/openjdk@25/libexec"
      })
  void theUsualFoldersAreSearched(String place) throws IOException, InterruptedException {
    assertUsed(BareMachine.jdk(machine.root().resolve(place), "25.0.4"), run(NEED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".sdkman/candidates/java/25-tem", ".jdks/temurin 25", ".cache/parley/jdk-25.0.4"})
  void foldersOfTheUserAreSearched(String place) throws IOException, InterruptedException {
    assertUsed(BareMachine.jdk(machine.home().resolve(place), "25.0.4"), run(NEED));
  }

  @Test
  void javaHomeComesBeforePathAndPathBeforeFolders() throws IOException, InterruptedException {
    BareMachine.jdk(machine.root().resolve("usr/lib/jvm/java-25"), "25.0.4");
    Path onPath = BareMachine.jdk(folder.resolve("on path"), "25.0.4");
    Files.createSymbolicLink(folder.resolve("alternative"), onPath.resolve("bin/javac"));
    Files.createSymbolicLink(machine.commands().resolve("javac"), Path.of("../alternative"));
    assertUsed(onPath, run(NEED));
    Path home = BareMachine.jdk(folder.resolve("given"), "25.0.4");
    assertUsed(home, machine.shell(Map.of("JAVA_HOME", home.toString()), NEED));
  }

  @Test
  void macOsIsAskedForItsJdk() throws IOException, InterruptedException {
    Path jdk = BareMachine.jdk(folder.resolve("told"), "25.0.4");
    BareMachine.script(
        machine.root().resolve("usr/libexec/java_home"),
        "[ \"$1 $2\" = '-v 25+' ] && echo '" + jdk + "'");
    assertUsed(jdk, run(NEED));
  }

  @Test
  void aJdkThatIsTooOldIsNamed() throws IOException, InterruptedException {
    BareMachine.jdk(machine.root().resolve("usr/lib/jvm/java-11"), "11.0.2");
    Path newest = BareMachine.jdk(machine.root().resolve("usr/lib/jvm/java-17"), "17.0.21");
    BareMachine.jdk(machine.root().resolve("usr/lib/jvm/java-8"), "8.0.1");
    BareMachine.Run run = run(NEED);
    assertEquals(69, run.code(), run::printed);
    assertTrue(
        run.printed().contains("There is a JDK, but too old: 17.0.21 in " + newest + ".\n"),
        run::printed);
  }

  @Test
  void whereNothingHelpsOneLineSaysWhatToDo() throws IOException, InterruptedException {
    BareMachine.Run run = run(NEED);
    assertEquals(69, run.code());
    assertEquals(
        """
        Parley needs a JDK 25.0.3 or later. None was found in JAVA_HOME, on PATH or in the usual folders.
        No JDK could be set up.
        Maybe install one:  set JAVA_HOME to a JDK from https://adoptium.net
        """,
        run.printed());
  }

  /// An `apt-get` whose install brings a JDK, and that writes down how it was called.
  private void apt() throws IOException {
    Path packed = BareMachine.jdk(folder.resolve("packed"), "25.0.5");
    machine.command(
        "apt-get",
        "echo \"apt-get $*\" >> '%s/log'\ncase \"$*\" in *install*) mkdir -p '%s/usr/lib/jvm'; cp -R '%s' '%s/%s' ;; esac"
            .formatted(folder, machine.root(), packed, machine.root(), DEBIAN));
  }

  private String log() throws IOException {
    return Files.exists(folder.resolve("log")) ? Files.readString(folder.resolve("log")) : "";
  }

  @Test
  void rootInstallsWithThePackageManager() throws IOException, InterruptedException {
    machine.command("id", "echo 0");
    apt();
    assertUsed(machine.root().resolve(DEBIAN), run(NEED));
    assertEquals(
        """
        apt-get update
        apt-get install -y --no-install-recommends openjdk-25-jdk-headless libfreetype6 libharfbuzz0b libfontconfig1
        """,
        log());
  }

  /// A user who may use `sudo`, before a terminal where this is typed.
  private BareMachine.Run withSudo(String typed) throws IOException, InterruptedException {
    apt();
    machine.command(
        "sudo", "echo \"sudo $1\" >> '" + folder + "/log'; [ \"$1\" = -v ] || exec \"$@\"");
    return run("has_terminal() { true; }\n{ " + NEED + "; } <<< '" + typed + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "y", "Yes"})
  void sudoIsUsedAfterAsking(String answer) throws IOException, InterruptedException {
    BareMachine.Run run = withSudo(answer);
    assertUsed(machine.root().resolve(DEBIAN), run);
    assertTrue(run.printed().contains("Install it with: sudo apt-get update && "), run::printed);
    assertTrue(log().startsWith("sudo -v\nsudo env\napt-get update\n"), log());
  }

  @Test
  void whoDeclinesSudoIsNotOverruled() throws IOException, InterruptedException {
    withSudo("n");
    assertFalse(log().contains("sudo"), log());
  }

  @Test
  void withoutATerminalSudoIsNotUsed() throws IOException, InterruptedException {
    machine.command("sudo", "echo sudo >> '" + folder + "/log'");
    apt();
    run(NEED);
    assertFalse(log().contains("sudo"), log());
  }

  /// Debian for a user without rights: what `apt-get` downloads is one package, and `dpkg -x`
  /// unpacks it.
  private void debian() throws IOException {
    Path tree = folder.resolve("tree");
    Path jdk = BareMachine.jdk(tree.resolve(DEBIAN), "25.0.5");
    Files.createDirectories(jdk.resolve("lib/security"));
    Files.createSymbolicLink(jdk.resolve("lib/jvm.cfg"), Path.of("/etc/java-25-none/jvm.cfg"));
    Files.createSymbolicLink(jdk.resolve("lib/security/cacerts"), Path.of("/etc/none/cacerts"));
    Files.createDirectories(jdk.resolve("jmods"));
    Files.createDirectories(tree.resolve("etc/java-25-none"));
    Files.writeString(tree.resolve("etc/java-25-none/jvm.cfg"), "-server KNOWN\n");
    Files.createDirectories(tree.resolve("usr/lib/x86_64-linux-gnu"));
    Files.createFile(tree.resolve("usr/lib/x86_64-linux-gnu/libjpeg.so.62"));
    Files.createDirectories(tree.resolve("usr/share/ca-certificates/mozilla"));
    Files.writeString(tree.resolve("usr/share/ca-certificates/mozilla/a.crt"), "a certificate\n");
    machine.command(
        "apt-get",
        """
        echo "apt-get $*" >> '%s/log'
        for each in "$@"; do
          case "$each" in Dir::Cache::archives=*) archives="${each#*=}" ;; esac
        done
        case "$*" in *--download-only*) touch "$archives/a.deb" ;; esac
        """
            .formatted(folder));
    machine.command("dpkg", "[ \"$1\" = -x ] && cp -R '" + tree + "/.' \"$3\"");
  }

  @Test
  void withoutRightsPackagesAreUnpackedIntoTheCache() throws IOException, InterruptedException {
    debian();
    Path cache = machine.home().resolve(".cache/parley");
    Path jdk = cache.resolve("jdk-25.0.5");
    assertUsed(jdk, run(NEED));
    assertTrue(log().contains("--download-only install openjdk-25-jdk-headless"), log());
    assertEquals("-server KNOWN\n", Files.readString(jdk.resolve("lib/jvm.cfg")));
    assertTrue(Files.isRegularFile(jdk.resolve("lib/security/cacerts")));
    assertTrue(Files.exists(jdk.resolve("lib/libjpeg.so.62")));
    assertFalse(Files.exists(jdk.resolve("jmods")));
    try (var left = Files.list(cache)) {
      assertEquals(List.of(jdk), left.toList());
    }
    // the second start finds it, whatever became of the network
    machine.command("apt-get", "exit 100");
    assertUsed(jdk, run(NEED));
  }

  /// A `curl` that answers with an archive; the launcher is told its SHA-256, or another.
  private BareMachine.Run withArchive(String inside, String sha256)
      throws IOException, InterruptedException {
    BareMachine.jdk(folder.resolve("archive/" + inside), "25.0.4");
    machine.command(
        "curl",
        "echo \"$*\" >> '%s/log'\ntar -czf \"$3\" -C '%s/archive' .".formatted(folder, folder));
    // the archive is another one each time, so its sum is taken by a command that is known
    machine.command("sha256sum", "echo \"5bad5bad  $1\"");
    return run("jdk_archive_here() { echo \"x64_linux " + sha256 + "\"; }\n" + NEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk-25.0.4+7", "jdk-25.0.4+7/Contents/Home"})
  void elseAnArchiveIsFetched(String inside) throws IOException, InterruptedException {
    assertUsed(machine.home().resolve(".cache/parley/jdk-25.0.4"), withArchive(inside, "5bad5bad"));
    assertTrue(
        log()
            .contains(
                "https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.4%2B7/"
                    + "OpenJDK25U-jdk_x64_linux_hotspot_25.0.4_7.tar.gz"),
        log());
  }

  @Test
  void anArchiveWithAnotherChecksumIsRefused() throws IOException, InterruptedException {
    BareMachine.Run run = withArchive("jdk-25.0.4+7", "600d600d");
    assertEquals(69, run.code(), run::printed);
    assertTrue(run.printed().contains("its SHA-256 is 5bad5bad, not 600d600d\n"), run::printed);
    try (var left = Files.list(machine.home().resolve(".cache/parley"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, x86_64, x64_linux",
    "Linux, aarch64, aarch64_linux",
    "Darwin, x86_64, x64_mac",
    "Darwin, arm64, aarch64_mac"
  })
  void everyPlatformHasItsArchive(String system, String processor, String platform)
      throws IOException, InterruptedException {
    machine.command("uname", "[ \"$1\" = -m ] && echo " + processor + " || echo " + system);
    String printed = run("jdk_archive_here").printed();
    assertTrue(printed.matches(platform + " [0-9a-f]{64}\n"), printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl: (6) Could not resolve host: github.com",
        "E: Failed to fetch http://deb.debian.org/x  Temporary failure resolving 'deb.debian.org'",
        "Caused by: java.net.UnknownHostException: repo.maven.apache.org",
        "connect: Network is unreachable"
      })
  void withoutANetworkOneSentenceSaysSo(String message) throws IOException, InterruptedException {
    machine.command("curl", "echo \"" + message + "\" >&2; exit 6");
    BareMachine.Run run = run(NEED);
    assertEquals(69, run.code(), run::printed);
    assertTrue(
        run.printed()
            .contains(
                "\nNo JDK could be set up. There is no network, or a server does not answer.\nMaybe "),
        run::printed);
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
    debian();
    Files.createFile(folder.resolve("file"));
    String cache = folder.resolve("file/cache").toString();
    BareMachine.Run run = machine.shell(Map.of("XDG_CACHE_HOME", cache), NEED);
    assertEquals(69, run.code(), run::printed);
    assertTrue(
        run.printed().contains("The folder " + cache + "/parley cannot be written.\n"),
        run::printed);
  }
}
