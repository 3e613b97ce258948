package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditResult;
import org.parley.casefile.EditResult.Refused;
import org.parley.casefile.EditResult.Saved;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;

/// Any change to any case: the folder then reads as the changed case, every comment is still there,
/// and no line changes but those of the record. The changed case is known as if all were read anew.
class EditLawTest {

  private static final int CASES = Effort.of(15, 40);
  private static final int EDITS = 4;
  private static final Pattern COMMENT = Pattern.compile("# \\d+ said");

  @TempDir private Path folder;

  @Test
  void anEditChangesWhatItNamesAndNothingElse() throws IOException {
    int done = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Path path = Files.createDirectory(folder.resolve("case" + seed));
      String lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
      boolean marked = random.nextInt(3) == 0;
      Map<String, String> files = CaseWriter.write(Cases.of(seed));
      for (Map.Entry<String, String> file : files.entrySet()) {
        String text = commented(file.getValue(), random).replace("\n", lineEnd);
        Files.writeString(path.resolve(file.getKey()), (marked ? "\uFEFF" : "") + text);
      }
      Loaded known = null;
      for (int i = 0; i < EDITS; i++) {
        String name = "seed " + seed + " edit " + i;
        Loaded from = known == null || random.nextInt(4) == 0 ? loaded(path, name) : known;
        Loaded then = edit(path, from, random, name);
        known = then == null ? known : then;
        done += then == null ? 0 : 1;
      }
    }
    assertTrue(done > CASES * EDITS / 2, done + " edits");
  }

  /// The case after an edit; null if none was found.
  ///
  /// @param loaded the case as it was read, or as the last edit left it
  private static @Nullable Loaded edit(Path path, Loaded loaded, Random random, String name)
      throws IOException {
    List<CaseRecord> records = new ArrayList<>(loaded.contents().records());
    for (int attempt = 0; attempt < 20; attempt++) {
      CaseRecord old = records.get(random.nextInt(records.size()));
      CaseRecord changed = random.nextInt(4) == 0 ? null : variant(old, records, random);
      if (old.equals(changed)) {
        continue;
      }
      List<CaseRecord> wanted = new ArrayList<>(records);
      wanted.remove(old);
      if (changed != null) {
        wanted.add(changed);
      }
      Case expected;
      try {
        expected = Case.of(loaded.contents().info(), wanted);
      } catch (InvalidCaseException e) {
        continue;
      }
      String what = name + ": " + old + " -> " + changed;
      Map<String, String> before = texts(path);
      CaseFolder folder = CaseFolder.of(path);
      Loaded then =
          saved(
              changed == null ? folder.remove(loaded, old.id()) : folder.change(loaded, changed),
              what,
              before);
      check(path, expected, before, loaded.placeOf(old.id()).orElseThrow(), what);
      assertEquals(loaded(path, what), then, what);
      if (changed == null && random.nextBoolean()) {
        Map<String, String> without = texts(path);
        Loaded again = saved(folder.add(then, old), what + " -> again", without);
        assertEquals(loaded(path, what), again, what + " -> again");
        check(path, loaded.contents(), without, null, what + " -> again");
        return again;
      }
      return then;
    }
    return null;
  }

  private static Loaded saved(EditResult result, String what, Map<String, String> before) {
    return switch (result) {
      case Saved saved -> saved.loaded();
      case Refused refused -> fail(what + "\n" + refused.problems() + "\n" + before);
    };
  }

  private static void check(
      Path path,
      Case expected,
      Map<String, String> before,
      @Nullable SourceLocation place,
      String what)
      throws IOException {
    assertEquals(expected, loaded(path, what).contents(), what);
    Map<String, String> after = texts(path);
    assertEquals(comments(before), comments(after), what);
    for (Map.Entry<String, String> file : before.entrySet()) {
      String then = after.getOrDefault(file.getKey(), "");
      if (place == null || !place.file().equals(file.getKey())) {
        if (place != null) {
          assertEquals(file.getValue(), then, what);
        }
        continue;
      }
      List<String> old = List.of(file.getValue().split("(?<=\n)"));
      List<String> now = List.of(then.split("(?<=\n)"));
      int prefix = 0;
      while (prefix < Math.min(old.size(), now.size()) && old.get(prefix).equals(now.get(prefix))) {
        prefix++;
      }
      int suffix = 0;
      while (suffix < Math.min(old.size(), now.size()) - prefix
          && old.get(old.size() - 1 - suffix).equals(now.get(now.size() - 1 - suffix))) {
        suffix++;
      }
      int recordEnd = place.line();
      while (recordEnd < old.size() && !old.get(recordEnd).startsWith("  - ")) {
        recordEnd++;
      }
      boolean last = old.stream().filter(line -> line.startsWith("  - ")).count() == 1;
      assertTrue(
          last || prefix >= place.line() - 2, what + "\n" + file.getValue() + "\n--\n" + then);
      assertTrue(old.size() - suffix <= recordEnd, what + "\n" + file.getValue() + "\n--\n" + then);
    }
  }

  private static List<String> comments(Map<String, String> texts) {
    List<String> found = new ArrayList<>();
    for (String text : texts.values()) {
      Matcher comment = COMMENT.matcher(text);
      while (comment.find()) {
        found.add(comment.group());
      }
    }
    Collections.sort(found);
    return found;
  }

  private static Map<String, String> texts(Path path) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.list(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static Loaded loaded(Path path, String what) throws IOException {
    return switch (CaseFolder.of(path).load()) {
      case Loaded loaded -> loaded;
      case Rejected rejected -> fail(what + " " + rejected.problems() + "\n" + texts(path));
    };
  }

  /// The record with one key taken away, taken from another record, or with its list changed.
  private static CaseRecord variant(CaseRecord record, List<CaseRecord> others, Random random) {
    Shape.Structure shape = Shapes.structure(record.getClass());
    List<Shape.Key> keys = shape.keys();
    @Nullable Object[] values = keys.stream().map(key -> key.of(record)).toArray();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = 1 + random.nextInt(keys.size() - 1);
      Shape.Key key = keys.get(at);
      List<CaseRecord> alike =
          others.stream().filter(other -> other.getClass() == record.getClass()).toList();
      values[at] =
          switch (values[at]) {
            case List<?> list when !list.isEmpty() && random.nextBoolean() -> {
              List<Object> changed = new ArrayList<>(list);
              switch (random.nextInt(3)) {
                case 0 -> Collections.reverse(changed);
                case 1 -> changed.removeFirst();
                default -> changed.removeLast();
              }
              yield changed;
            }
            case Object _ when !key.required() && random.nextBoolean() -> key.absent();
            case null, default -> key.of(alike.get(random.nextInt(alike.size())));
          };
    }
    try {
      return (CaseRecord) shape.make(values);
    } catch (IllegalArgumentException e) {
      return record;
    }
  }

  /// A text with comments on lines of their own and behind what is written, though not in blocks.
  private static String commented(String text, Random random) {
    StringBuilder out = new StringBuilder();
    int block = -1;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      int indent = line.length() - line.stripLeading().length();
      if (line.isBlank() || (block >= 0 && indent > block)) {
        out.append(line).append('\n');
        continue;
      }
      int keyIndent = line.length() - line.replaceFirst("^ *(- )*", "").length();
      block = line.matches(".*: [|>]-?") || line.matches(" *- [|>]-?") ? keyIndent : -1;
      if (line.matches(" *- [|>]-?")) {
        block = indent;
      }
      if (random.nextInt(5) == 0) {
        out.append(" ".repeat(indent)).append("# " + number++ + " said\n");
      }
      out.append(line);
      if (random.nextInt(7) == 0) {
        out.append("  # " + number++ + " said");
      }
      out.append('\n');
    }
    return out.toString();
  }
}
