package org.parley.casefile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.Cases;

/// Whatever a folder holds, it is a case or it is rejected with problems that stand somewhere in it
/// and say what to do; nothing else is thrown, nothing hangs, nothing is changed.
///
/// A failure names its seed.
class LoaderFuzz {

  private static final Duration HANGS = Duration.ofSeconds(30);

  /// What readers of text stumble over.
  private static final List<String> STUMBLES =
      List.of(
          "\t",
          "\r\n",
          "\r",
          "\0",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "\uD83D\uDE42",
          "e\u0301",
          "&a ",
          "*a",
          "<<: ",
          "!!java.lang.Runtime ",
          "!x ",
          "---\n",
          "...\n",
          "%YAML 9.9\n",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "? ",
          "| \n",
          ">-\n",
          "\"",
          "'",
          "#",
          "@",
          "`",
          "~",
          "null",
          "true",
          ".inf",
          ".nan",
          "0x7fffffffffffffff",
          "-0",
          "1e999999999",
          "9".repeat(400),
          "id: ",
          "id: [",
          "visibility: {party: ",
          "\\u0000",
          "\\xZZ",
          "- - - ");

  @TempDir private Path folder;

  @Test
  void shortRun() throws IOException {
    run(0, 400);
  }

  @Test
  @Tag("long")
  void longRun() throws IOException {
    run(1_000_000, 40_000);
  }

  @Test
  void nestedWithoutEnd() throws IOException {
    for (String open : List.of("[", "{a: ", "- ", "? ", "- {a: [", "case: {title: [")) {
      for (int depth : List.of(10, 1_000, 100_000)) {
        check("a.yaml", open.repeat(depth).getBytes(UTF_8), open + " " + depth);
      }
    }
    StringBuilder staircase = new StringBuilder();
    for (int depth = 0; depth < 2_000; depth++) {
      staircase.append(" ".repeat(depth)).append("a:\n");
    }
    check("a.yaml", staircase.toString().getBytes(UTF_8), "staircase");
  }

  @Test
  void aMissingFolderIsTheOnlyThingThrown() throws IOException {
    assertThrows(IOException.class, () -> CaseFolder.of(folder.resolve("nowhere")).load());
    Path file = Files.writeString(folder.resolve("file"), "case: {title: x}");
    assertThrows(IOException.class, () -> CaseFolder.of(file).load());
  }

  private void run(long first, int rounds) throws IOException {
    List<byte[]> valid = valid();
    int rejected = 0;
    for (long seed = first; seed < first + rounds; seed++) {
      Random random = new Random(seed);
      String file = random.nextInt(8) == 0 ? "sub/b.yml" : "a.yaml";
      byte[] bytes = random.nextInt(6) == 0 ? bytes(random) : mutated(valid, random);
      rejected += check(file, bytes, "seed " + seed) ? 1 : 0;
    }
    assertTrue(rejected > rounds / 2, "rejected: " + rejected);
  }

  /// Valid texts of moderate length: the smaller files of the examples, and generated cases whole.
  private static List<byte[]> valid() throws IOException {
    List<byte[]> valid = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(Path.of("..", "examples"))) {
      for (Path path : walk.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        if (Files.size(path) < 12_000) {
          valid.add(Files.readAllBytes(path));
        }
      }
    }
    for (long seed = 0; seed < 12; seed++) {
      Map<String, String> files =
          CaseWriter.write(Cases.of(seed, new Cases.Size(3, 3, 6, seed % 2 == 0)));
      valid.add(String.join("\n", files.values()).getBytes(UTF_8));
    }
    assertTrue(valid.size() > 20, "valid texts: " + valid.size());
    return valid;
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (bytes[i] % 96 + 31);
      }
    }
    return bytes;
  }

  private static byte[] mutated(List<byte[]> valid, Random random) {
    byte[] bytes = valid.get(random.nextInt(valid.size()));
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      bytes = mutatedOnce(bytes, valid, random);
    }
    return bytes;
  }

  private static byte[] mutatedOnce(byte[] bytes, List<byte[]> valid, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(40));
    String stumble = STUMBLES.get(random.nextInt(STUMBLES.size()));
    String text = new String(bytes, UTF_8);
    return switch (random.nextInt(12)) {
      case 0 -> replaced(bytes, at, until, new byte[0]);
      case 1 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
      case 2, 3, 4 -> replaced(bytes, at, at, stumble.getBytes(UTF_8));
      case 5 -> replaced(bytes, at, until, stumble.getBytes(UTF_8));
      case 6 -> replaced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
      case 7 -> {
        byte[] other = valid.get(random.nextInt(valid.size()));
        int from = random.nextInt(other.length);
        yield replaced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
      }
      case 8 -> text.replace("\n", "\r\n").getBytes(UTF_8);
      case 9 -> text.getBytes(random.nextBoolean() ? UTF_16LE : UTF_16BE);
      case 10 -> ("\uFEFF" + text).getBytes(random.nextBoolean() ? UTF_8 : UTF_16BE);
      default -> text.replaceFirst("(?s)" + "  ", "\t").getBytes(UTF_8);
    };
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /// Loads a folder of this one file, and checks what came of it.
  ///
  /// @return whether it was rejected
  private boolean check(String file, byte[] bytes, String name) throws IOException {
    Path root = Files.createTempDirectory(folder, "case");
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    LoadResult result =
        assertTimeoutPreemptively(HANGS, () -> CaseFolder.of(root).load(), () -> name);
    assertEquals(Map.of(file, List.of(bytes.length, Arrays.hashCode(bytes))), held(root), name);
    Files.delete(path);
    return switch (result) {
      case Loaded loaded -> {
        assertEquals(List.of(file), List.copyOf(loaded.files().keySet()), name);
        yield false;
      }
      case Rejected rejected -> {
        assertFalse(rejected.problems().isEmpty(), name);
        SourceText text = text(file, bytes);
        rejected.problems().forEach(problem -> check(problem, file, text, name));
        rejected.unchecked().forEach(each -> assertTrue(each.endsWith("."), name));
        yield true;
      }
    };
  }

  private static SourceText text(String file, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return new SourceText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static void check(CaseProblem problem, String file, SourceText text, String name) {
    String what = name + ": " + problem;
    SourceLocation place = problem.place();
    assertFalse(problem.message().isBlank(), what);
    assertFalse(problem.message().contains("Exception"), what);
    assertTrue(problem.advice().startsWith("Maybe "), what);
    assertTrue(problem.value().length() <= 80, what);
    assertTrue(place.file().equals(file) || place.equals(SourceLocation.file(".")), what);
    if (place.line() == 0) {
      assertEquals(0, place.column(), what);
      return;
    }
    int lines = text.line(text.text().length());
    assertTrue(place.line() >= 1 && place.line() <= lines, what);
    String line = text.lineAt(place.line());
    int columns = line.codePointCount(0, line.length());
    assertTrue(place.column() >= 1 && place.column() <= columns + 1, what);
    if (!problem.source().isEmpty()) {
      assertEquals(line, problem.source(), what);
      assertTrue(problem.length() >= 1, what);
      assertTrue(place.column() + problem.length() <= columns + 2, what);
    }
  }

  /// Every file below a folder, with its length and a hash of its bytes.
  private static Map<String, List<Integer>> held(Path root) throws IOException {
    Map<String, List<Integer>> held = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        held.put(
            root.relativize(path).toString().replace('\\', '/'),
            List.of(bytes.length, Arrays.hashCode(bytes)));
      }
    }
    return held;
  }
}
