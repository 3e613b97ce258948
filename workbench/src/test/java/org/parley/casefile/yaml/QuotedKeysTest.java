package org.parley.casefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.RecordReader;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Style;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;

/// What is written says the same to a reader of YAML 1.1, to which the word `on` is true.
class QuotedKeysTest {

  /// The words that YAML 1.1 resolves to a boolean (yaml.org/type/bool.html).
  private static final Pattern BOOLEAN =
      Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF");

  @TempDir private Path folder;

  private static List<String> booleans(String text) {
    List<String> found = new ArrayList<>();
    Node root = YamlReader.read(new SourceText("a.yaml", text)).root();
    if (root != null) {
      collect(root, found);
    }
    return found;
  }

  private static void collect(Node node, List<String> found) {
    switch (node) {
      case Scalar scalar -> {
        if (scalar.style() == Style.PLAIN && BOOLEAN.matcher(scalar.value()).matches()) {
          found.add(scalar.value());
        }
      }
      case Node.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  entry -> {
                    collect(entry.key(), found);
                    collect(entry.value(), found);
                  });
      case Node.Sequence list -> list.items().forEach(item -> collect(item, found));
      case Node.Broken _ -> {}
    }
  }

  @Test
  void onlyKeysAreQuotedThatNeedIt() {
    String[][] table = {
      {"a: {by: AA, on: BB}", "a: {by: AA, \"on\": BB}"},
      {"a:\n  on: BB\n  one: on the bridge\n", "a:\n  \"on\": BB\n  one: on the bridge\n"},
      {"- {No: 1, y: 2, off : 3}", "- {\"No\": 1, \"y\": 2, \"off\" : 3}"},
      {"{\"on\": 1, 'off': 2}", "{\"on\": 1, 'off': 2}"},
      {"text: |\n  on: the bridge\n", "text: |\n  on: the bridge\n"},
      {"# on: nothing\na: 1", "# on: nothing\na: 1"},
      {"broken: [on: 1", "broken: [on: 1"},
    };
    for (String[] line : table) {
      assertEquals(line[1], QuotedKeys.in(line[0]));
    }
  }

  @Test
  void whatIsWrittenHoldsNoWordThatIsTrueElsewhere() {
    int quoted = 0;
    for (long seed = 0; seed < 20; seed++) {
      for (Map.Entry<String, String> file : CaseWriter.write(Cases.of(seed)).entrySet()) {
        assertEquals(List.of(), booleans(file.getValue()), "seed " + seed + ", " + file);
        quoted += file.getValue().contains("\"on\":") ? 1 : 0;
      }
    }
    assertTrue(quoted > 3, "cases with such a key: " + quoted);
  }

  @Test
  void aFileWithPlainKeysOpensAndWhatIsAddedToItIsQuoted() throws IOException {
    Files.writeString(
        folder.resolve("case.yaml"),
        """
        case: {title: The bridge}
        parties:
          - {id: AA, name: Aland, kind: state}
        sources:
          - {id: s, publisher: Post, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
        incidents:
          - {id: i, title: The night}
        logEntries:
          - id: e1
            says: {report: {incident: i, kind: attack, on: AA}}
            occurred: 2025-02-01
            recorded: 2025-02-01
            source: s
        """);
    Loaded loaded = assertInstanceOf(Loaded.class, CaseFolder.of(folder).load());
    CaseRecord added =
        new RecordReader(loaded.contents().records())
            .read(
                "logEntries",
                "{id: e2, says: {report: {incident: i, kind: attack, \"on\": AA}},"
                    + " occurred: 2025-02-02, recorded: 2025-02-02, source: s}")
            .record();
    assertInstanceOf(
        EditResult.Saved.class,
        CaseFolder.of(folder)
            .edit(loaded, List.of(new CaseEdit.Add(Objects.requireNonNull(added), null))));
    String text = Files.readString(folder.resolve("case.yaml"));
    assertEquals(List.of("on"), booleans(text), "the old one stays as it was written");
    assertTrue(text.contains("        \"on\": AA\n"), text);
  }
}
