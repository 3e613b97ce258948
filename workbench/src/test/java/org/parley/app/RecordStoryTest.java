package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann and Ben have folders of one journal, and record them in turn: what one adds the other never
/// takes away unasked.
class RecordStoryTest {

  private static final String CASE =
      """
      case: {format: 1, title: The river}
      parties:
        - {id: A, name: Arda, kind: state} # upstream
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
      sources:
        - {id: s1, publisher: Gazette, title: Notice, date: 2025-03-01, kind: report, reliability: B, language: en}
        - {id: s2, publisher: Herald, title: Letter, date: 2025-03-02, kind: report, reliability: B, language: en}
      claims:
        - {id: c1, speaker: Ada, party: A, said: 2025-03-01, source: s1, quote: "Yes.", about: p1, asserts: agreed}
      """;

  private static final String CLAIM =
      "  - {id: c2, speaker: Bo, party: B, said: 2025-03-02, source: s2, quote: \"No.\", about: p1,"
          + " asserts: rejected}\n";

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void begin() throws IOException {
    for (String name : List.of("ann", "ben")) {
      Files.createDirectory(folder.resolve(name));
      write(name, CASE);
    }
    assertEquals(0, record("ann", "Begun."), err);
    assertEquals(0, record("ben", "Has the same files."), err);
    assertTrue(out.contains("Nothing has changed"), out);
  }

  private Path file(String name) {
    return folder.resolve(name).resolve("a.yaml");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  private String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  private void change(String name, String from, String to) throws IOException {
    String text = text(name);
    assertTrue(text.contains(from), text);
    write(name, text.replace(from, to));
  }

  private String journal() {
    return folder.resolve("journal").toString();
  }

  private int run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ShippedCli.with(Map.of())
            .printingTo(new PrintWriter(out), new PrintWriter(err))
            .run(arguments);
    this.out = out.toString();
    this.err = err.toString();
    return code;
  }

  private int record(String name, String why, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "record",
                folder.resolve(name).toString(),
                "--database",
                journal(),
                "--who",
                name,
                "--why",
                why));
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  private String verify() {
    assertEquals(0, run("verify", "any", "--database", journal()), out + err);
    return out.substring(0, out.indexOf(','));
  }

  private String history() {
    assertEquals(0, run("history", "any", "--database", journal()), err);
    return out;
  }

  /// The failure that lost a colleague's claim: the folder lacked it, and so removed it.
  @Test
  void whatAColleagueAddedIsKeptAndComesIntoTheFolder() throws IOException {
    write("ben", text("ben") + CLAIM);
    assertEquals(0, record("ben", "Read the letter."), err);
    change("ann", "Arda,", "Ardania,");
    assertEquals(0, record("ann", "A new name."), err);
    assertTrue(out.contains("Changed by others, and now in the folder: c2. Files: a.yaml."), out);
    assertTrue(text("ann").contains("Ardania, kind: state} # upstream"), text("ann"));
    assertTrue(text("ann").contains("id: c2"), text("ann"));
    assertFalse(history().contains("c2 removed"), out);
    assertEquals(0, record("ben", "Nothing."), err);
    assertTrue(text("ben").contains("Ardania"), text("ben"));
  }

  @Test
  void recordingTwiceChangesNothing() throws IOException {
    write("ben", text("ben") + CLAIM);
    change("ann", "Arda,", "Ardania,");
    for (String name : List.of("ben", "ann", "ben")) {
      assertEquals(0, record(name, "Once."), err);
    }
    String before = verify();
    for (String name : List.of("ben", "ann", "ben", "ann")) {
      String text = text(name);
      assertEquals(0, record(name, "Again."), err);
      assertEquals("Nothing has changed.", out.strip());
      assertEquals(text, text(name));
    }
    assertEquals(before, verify());
  }

  @Test
  void fieldsOfOneRecordThatDoNotClashAreMerged() throws IOException {
    change("ann", "title: Water", "title: Waters");
    change("ben", "number: \"1\"", "number: \"1a\"");
    assertEquals(0, record("ben", "As in the draft."), err);
    assertEquals(0, record("ann", "As in the treaty."), err);
    assertTrue(text("ann").contains("number: 1a, title: Waters"), text("ann"));
  }

  @Test
  void whatBothChangedDifferentlyIsRefusedWithWhoAndWhy() throws IOException {
    change("ben", "\"Yes.\"", "\"Yes, but.\"");
    assertEquals(0, record("ben", "Heard it again."), err);
    change("ann", "\"Yes.\"", "\"Yes!\"");
    change("ann", "Brenn", "Brenna");
    String mine = text("ann");
    String before = verify();
    assertEquals(1, record("ann", "Louder."));
    for (String part :
        List.of(
            "c1/quote: the folder changed it to \"Yes!\"",
            "ben (entry ",
            "\"Heard it again.\"",
            "changed it to \"Yes, but.\"",
            "Maybe --theirs c1/quote takes theirs, or --mine c1/quote keeps yours",
            "Nothing was recorded")) {
      assertTrue(err.contains(part), part + "\n" + err);
    }
    assertEquals(before, verify());
    assertEquals(mine, text("ann"));
    assertEquals(0, record("ann", "Theirs, then.", "--theirs", "c1/quote"), err);
    assertTrue(text("ann").contains("Yes, but.") && text("ann").contains("Brenna"), text("ann"));
    assertEquals(0, record("ben", "Nothing."), err);
    assertTrue(text("ben").contains("Brenna"), text("ben"));
    change("ben", "Yes, but.", "Perhaps.");
    change("ann", "Yes, but.", "Never.");
    assertEquals(0, record("ben", "Once more."), err);
    assertEquals(1, record("ann", "Once more."));
    assertEquals(0, record("ann", "Mine, then.", "--mine", "c1"), err);
    assertTrue(text("ann").contains("Never."), text("ann"));
    assertEquals(0, record("ben", "Nothing."), err);
    assertTrue(text("ben").contains("Never."), text("ben"));
  }

  @Test
  void theHeaderIsMergedByItsFields() throws IOException {
    change("ann", "title: The river", "title: The great river");
    change("ben", "title: The river", "title: The river, summary: Two states");
    assertEquals(0, record("ben", "A summary."), err);
    assertEquals(0, record("ann", "A title."), err);
    assertTrue(text("ann").contains("title: The great river, summary: Two states"), text("ann"));
    assertTrue(text("ann").contains("format: 1"), text("ann"));
    change("ann", "great", "long");
    change("ben", "The river", "The wide river");
    assertEquals(1, record("ben", "Wide."));
    assertTrue(err.contains("case/title"), err);
  }

  @Test
  void removingWhatAColleagueChangedIsAConflictBothWays() throws IOException {
    write("ann", text("ann").replaceAll("(?s)claims:.*", ""));
    change("ben", "\"Yes.\"", "\"Yes, but.\"");
    assertEquals(0, record("ben", "Heard it again."), err);
    assertEquals(1, record("ann", "Not said."));
    assertTrue(err.contains("c1: the folder removed it, ben (entry "), err);
    assertEquals(0, record("ann", "Not said.", "--mine", "c1"), err);
    change("ben", "Yes, but.", "Yes, and.");
    assertEquals(1, record("ben", "Changed."));
    assertTrue(err.contains("removed it. Maybe --theirs c1 takes theirs"), err);
    assertEquals(0, record("ben", "Gone, then.", "--theirs", "c1"), err);
    assertFalse(text("ben").contains("c1"), text("ben"));
  }

  /// Neither touched what the other did, and yet it makes no case.
  @Test
  void whatTogetherIsNoCaseIsRefused() throws IOException {
    write("ben", text("ben") + CLAIM);
    assertEquals(0, record("ben", "Read the letter."), err);
    write("ann", text("ann").replaceAll("  - \\{id: s2.*\n", ""));
    String mine = text("ann");
    String before = verify();
    assertEquals(1, record("ann", "Nobody cites it."));
    assertTrue(err.contains("would be no case") && err.contains("c2"), err);
    assertEquals(before, verify());
    assertEquals(mine, text("ann"));
  }

  @Test
  void undoingTakesNothingOfOthersAway() throws IOException {
    change("ann", "Arda,", "Ardania,");
    assertEquals(0, record("ann", "A new name."), err);
    String number = out.replaceAll("(?s).*number (\\d+)\\..*", "$1");
    write("ben", text("ben") + CLAIM);
    assertEquals(0, record("ben", "Read the letter."), err);
    assertEquals(
        0,
        run("undo", folder.resolve("ann").toString(), number, "--database", journal()),
        out + err);
    assertTrue(text("ann").contains("Arda,") && text("ann").contains("c2"), text("ann"));
    assertFalse(history().contains("c2 removed"), out);
    change("ann", "\"Yes.\"", "\"Yes!\"");
    change("ben", "\"Yes.\"", "\"Well.\"");
    assertEquals(0, record("ben", "Heard again."), err);
    assertEquals(1, run("undo", folder.resolve("ann").toString(), number, "--database", journal()));
    assertTrue(err.contains("c1/quote") && err.contains("Nothing was undone"), err);
  }

  @Test
  void aRestoredFolderKnowsItsEntry() throws IOException {
    Path restored = folder.resolve("cid");
    assertEquals(
        0, run("restore", "any", "--database", journal(), "--to", restored.toString()), err);
    String base = Files.readString(restored.resolve(".parley").resolve("base"));
    assertTrue(base.contains(" at " + journal()), base);
    assertTrue(Files.readString(restored.resolve("case.yaml")).contains("format: 1"));
    write("ben", text("ben") + CLAIM);
    assertEquals(0, record("ben", "Read the letter."), err);
    Path party = restored.resolve("parties.yaml");
    Files.writeString(party, Files.readString(party).replace("Brenn", "Brenna"));
    assertEquals(0, record("cid", "A new name."), err);
    assertTrue(out.contains("1 entry, number "), out);
    assertTrue(Files.readString(restored.resolve("claims.yaml")).contains("c2"));
  }

  @Test
  void aFolderOfUnknownOriginIsRefused() throws IOException {
    write("ben", text("ben") + CLAIM);
    assertEquals(0, record("ben", "Read the letter."), err);
    Files.createDirectory(folder.resolve("dan"));
    write("dan", CASE.replace("Arda,", "Ardania,"));
    assertEquals(1, record("dan", "A new name."));
    assertTrue(err.contains("Maybe --base N names the entry"), err);
    assertEquals(1, record("dan", "A new name.", "--base", "99"));
    assertTrue(err.contains("has no entry 99"), err);
    assertEquals(0, record("dan", "A new name.", "--base", "8"), err);
    assertTrue(text("dan").contains("c2") && text("dan").contains("Ardania"), text("dan"));
    assertFalse(history().contains("c2 removed"), out);
  }

  @Test
  void aFolderOfAnotherJournalIsRefused() throws IOException {
    String other = folder.resolve("other").toString();
    Files.createDirectory(folder.resolve("eve"));
    write("eve", CASE.replace("The river", "The lake"));
    assertEquals(0, run("record", folder.resolve("eve").toString(), "--database", other), err);
    assertEquals(1, record("eve", "Mistaken."));
    assertTrue(err.contains("belongs to another journal, at \"" + other + "\""), err);
    assertEquals(
        66,
        run("record", folder.resolve("eve").toString(), "--database", other + "s"),
        "an address that was mistyped begins no journal");
    assertTrue(err.contains("Maybe you meant \"" + other + "\""), err);
    assertFalse(Files.exists(Path.of(other + "s.mv.db")));
    assertEquals(
        1,
        run("undo", folder.resolve("eve").toString(), "1", "--database", journal()),
        "nor is anything undone there");
  }

  /// A journal that was set back has other entries under the same numbers.
  @Test
  void aJournalThatWasSetBackIsRefused() throws IOException {
    Path file = Path.of(journal() + ".mv.db");
    byte[] early = Files.readAllBytes(file);
    change("ann", "Arda,", "Ardania,");
    assertEquals(0, record("ann", "A new name."), err);
    Files.write(file, early);
    change("ben", "Brenn", "Brenna");
    assertEquals(0, record("ben", "Another name."), err);
    String mine = text("ann");
    assertEquals(1, record("ann", "Again."));
    assertTrue(err.contains("was set back"), err);
    assertEquals(mine, text("ann"));
  }

  /// The journal beside a folder is served to others, who change the case in it alone.
  @Test
  void whatOthersEnteredInTheJournalBesideAFolderComesIntoIt() throws IOException {
    Path own = Files.createDirectory(folder.resolve("fay"));
    write("fay", CASE);
    assertEquals(0, run("record", own.toString(), "--why", "Begun."), err);
    String beside = own.resolve(".parley").resolve("journal").toString();
    Path restored = folder.resolve("guest");
    assertEquals(0, run("restore", "any", "--database", beside, "--to", restored.toString()), err);
    Path claims = restored.resolve("claims.yaml");
    Files.writeString(claims, Files.readString(claims) + "\n" + CLAIM);
    assertEquals(0, run("record", restored.toString(), "--database", beside), err);
    change("fay", "Arda,", "Ardania,");
    assertEquals(0, run("record", own.toString()), err);
    assertTrue(text("fay").contains("c2") && text("fay").contains("# upstream"), text("fay"));
    assertEquals(0, run("history", own.toString()), err);
    assertFalse(out.contains("removed"), out);
  }

  @Test
  void aCopiedFolderGoesItsOwnWay() throws IOException {
    Path own = Files.createDirectory(folder.resolve("hal"));
    write("hal", CASE);
    assertEquals(0, run("record", own.toString()), err);
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve(".parley"));
    for (String each : List.of("a.yaml", ".parley/base", ".parley/journal.mv.db")) {
      Files.copy(own.resolve(each), copy.resolve(each));
    }
    change("hal", "Arda,", "Ardania,");
    change("copy", "Brenn", "Brenna");
    assertEquals(0, run("record", own.toString()), err);
    assertEquals(0, run("record", copy.toString()), err);
    String beside = own.resolve(".parley").resolve("journal").toString();
    assertEquals(1, run("record", copy.toString(), "--database", beside), out);
    assertTrue(err.contains("went its own way"), err);
    assertFalse(text("hal").contains("Brenna"), text("hal"));
  }
}
