package org.parley.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// A machine that has a shell and its usual tools, and no JDK, package manager or network until a
/// test adds them: a folder of commands, a home and a folder that stands for `/`.
///
/// `-Dparley.bash=PATH` runs the scripts in another bash, as the 3.2 of macOS.
@NullMarked
final class BareMachine {

  /// What a command printed on both streams, and its exit code.
  record Run(int code, String printed) {}

  private static final String BASH = System.getProperty("parley.bash", "bash");
  private static final List<String> TOOLS =
      List.of(
          "basename",
          "bash",
          "cat",
          "chmod",
          "cp",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "gzip",
          "head",
          "ls",
          "locale",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sha256sum",
          "sleep",
          "tail",
          "tar",
          "touch",
          "tr");

  private final Path commands;
  private final Path home;
  private final Path root;

  BareMachine(Path folder) throws IOException {
    commands = Files.createDirectories(folder.resolve("commands"));
    home = Files.createDirectories(folder.resolve("home"));
    root = Files.createDirectories(folder.resolve("root"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(commands.resolve(tool), tool(tool));
    }
    command("id", "echo 1000");
    command("uname", "[ \"$1\" = -m ] && echo x86_64 || echo Linux");
    command("unshare", "exit 0");
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(each -> Path.of(each, name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " on this machine"));
  }

  Path commands() {
    return commands;
  }

  Path home() {
    return home;
  }

  Path root() {
    return root;
  }

  /// A command that is this shell script.
  void command(String name, String script) throws IOException {
    Path file = commands.resolve(name);
    Files.deleteIfExists(file);
    script(file, script);
  }

  /// An executable shell script.
  static void script(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /// A folder that looks like a JDK of this version; its `java` prints the environment and the
  /// arguments.
  static Path jdk(Path folder, String version) throws IOException {
    script(folder.resolve("bin/javac"), "exit 0");
    script(
        folder.resolve("bin/java"),
        """
        for last in "$@"; do :; done
        case "$*" in *Trust.java*) cat > "$last" ;; esac
        echo "LC_ALL=$LC_ALL arguments: $*"
        """);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  /// Runs bash with these arguments; nothing of the environment of the tests is left.
  Run bash(Map<String, String> environment, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(BASH);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("PATH", commands.toString(), "HOME", home.toString(), "LC_ALL", "C.UTF-8"));
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), printed);
  }

  /// Runs these lines with the functions of the launcher, in the folder that stands for `/`.
  Run shell(Map<String, String> environment, String lines)
      throws IOException, InterruptedException {
    Path scripts = checkout().resolve(".mvn");
    String whole =
        ". '%s/jdk.sh'; . '%s/launch.sh'; jdk_root='%s'\n%s"
            .formatted(scripts, scripts, root, lines);
    return bash(environment, home, List.of("-euo", "pipefail", "-c", whole));
  }

  /// The repository.
  static Path checkout() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /// A copy of the launcher that is built: a new jar at its place, and what was made of it.
  static Path built(Path folder) throws IOException {
    for (String each :
        List.of("parley", "check", ".mvn/jdk.sh", ".mvn/launch.sh", ".mvn/start.sh")) {
      Path to = folder.resolve(each);
      Files.createDirectories(to.getParent());
      Files.copy(checkout().resolve(each), to, LinkOption.NOFOLLOW_LINKS);
    }
    Path help = Files.createDirectories(folder.resolve("docs/reference")).resolve("help.txt");
    Files.copy(checkout().resolve("docs/reference/help.txt"), help);
    Files.createFile(folder.resolve("pom.xml"));
    for (String module : List.of("engine", "genius", "reading", "workbench", "cluster")) {
      Files.createDirectories(folder.resolve(module + "/src/main"));
      Files.createFile(folder.resolve(module + "/pom.xml"));
    }
    Path target = folder.resolve("workbench/target");
    Files.createDirectories(target.resolve("lib"));
    for (String each : List.of("parley-workbench.jar", "parley.built", "parley.aot")) {
      Files.createFile(target.resolve(each));
    }
    age(target.resolve("parley-workbench.jar"));
    return folder;
  }

  /// Makes a file older than all that was written since.
  static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }
}
