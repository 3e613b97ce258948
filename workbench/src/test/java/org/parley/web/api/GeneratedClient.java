package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client that OpenAPI Generator made of the document, in a process of its own, since the
/// libraries of the generator do not go with these.
final class GeneratedClient implements AutoCloseable {

  /// Where the module of the clients is built.
  private static final Path MODULE = Path.of("..", "clients", "target");

  private static final String PYTHON =
      Optional.ofNullable(System.getenv("PARLEY_PYTHON")).orElse("python3");

  private static final String JAVA_CLASSES = "java-classes";

  private final Process process;
  private final Path log;
  private final BufferedWriter calls;
  private final BufferedReader answers;

  /// What a client made of an answer.
  ///
  /// @param status that of a problem; 0 if there is none
  /// @param read what the client read, as it writes it again; of a problem, its text
  record Answer(int status, JsonNode read) {}

  private GeneratedClient(List<String> command, Path log) throws IOException {
    this.log = log;
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    calls = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Generates the clients below a folder.
  static void generate(Path folder) throws Exception {
    assertTrue(
        Files.isDirectory(MODULE.resolve("lib")),
        "the clients are not built. Maybe: ./mvnw -pl clients process-classes");
    Path document = folder.resolve("openapi.json");
    Files.writeString(document, Api.text());
    List<String> command = java(classPath(), "org.parley.clients.Generate");
    command.addAll(List.of(document.toString(), folder.toString()));
    assertEquals("", run(command, folder.resolve("generate.log")));
  }

  private static String classPath() {
    return MODULE.resolve("classes") + File.pathSeparator + MODULE.resolve("lib") + "/*";
  }

  private static List<String> java(String classPath, String main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> options = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", classPath, main));
    return command;
  }

  /// Runs a command to its end.
  ///
  /// @return what it printed where it failed, else nothing
  private static String run(List<String> command, Path log) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return process.waitFor() == 0 ? "" : command + ": " + Files.readString(log);
  }

  /// Compiles the client in Java.
  static void compileJava(Path folder) throws Exception {
    Path classes = Files.createDirectories(folder.resolve(JAVA_CLASSES));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter faults = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(folder.resolve("java/src/main/java"))) {
      files.setLocationFromPaths(
          javax.tools.StandardLocation.CLASS_PATH, jars(MODULE.resolve("lib")));
      boolean isCompiled =
          compiler
              .getTask(
                  faults,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-parameters", "-proc:none", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      sources.filter(each -> each.toString().endsWith(".java")).toList()))
              .call();
      assertTrue(isCompiled, faults::toString);
    }
  }

  static GeneratedClient java(Path folder, String address, String token) throws IOException {
    Path classes = folder.resolve(JAVA_CLASSES);
    List<String> command =
        java(classes + File.pathSeparator + classPath(), "org.parley.clients.JavaClient");
    command.addAll(List.of(address, token, classes.toString()));
    return new GeneratedClient(command, folder.resolve("java.log"));
  }

  private static List<Path> jars(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(each -> each.toString().endsWith(".jar")).toList();
    }
  }

  /// Why the client in Python cannot be compiled or run here; empty if it can.
  static String withoutPython(Path folder, String code) throws Exception {
    try {
      return run(List.of(PYTHON, "-c", code), folder.resolve("python-there.log"));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// Compiles the client in Python.
  static void compilePython(Path folder) throws Exception {
    List<String> command =
        List.of(PYTHON, "-m", "compileall", "-q", folder.resolve("python").toString());
    assertEquals("", run(command, folder.resolve("compileall.log")));
  }

  static GeneratedClient python(Path folder, String address, String token) throws IOException {
    Path script = folder.resolve("call.py");
    Files.copy(
        MODULE.resolve("classes/org/parley/clients/call.py"),
        script,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    String python = folder.resolve("python").toString();
    return new GeneratedClient(
        List.of(PYTHON, script.toString(), address, token, python), folder.resolve("python.log"));
  }

  /// Calls an operation.
  ///
  /// @param body what is sent; null where nothing is
  Answer call(String operation, Map<String, ?> arguments, @Nullable JsonNode body)
      throws IOException {
    ObjectNode call = JsonMapper.shared().createObjectNode().put("operation", operation);
    call.set("arguments", JsonMapper.shared().valueToTree(arguments));
    call.set("body", body);
    calls.write(call + "\n");
    calls.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new AssertionError(call + ": " + Files.readString(log));
    }
    JsonNode answer = JsonMapper.shared().readTree(line);
    return answer.has("status")
        ? new Answer(answer.get("status").intValue(), answer.get("problem"))
        : new Answer(0, answer.get("read"));
  }

  @Override
  public void close() throws IOException {
    calls.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    answers.close();
  }
}
