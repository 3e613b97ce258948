package org.parley.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Cli;

/// `parley watch` on files that grow, on a folder into which files fall, and on the standard input,
/// with a clock of the test's own.
class WatchFollowStoryTest {

  private static final String HEAD =
      "#meta+id,#meta+fact,#event+id,#event+type,#date+occurred,#date+recorded,#org+target,#org+by,#event+act,#org+source\n";

  @TempDir private Path folder;
  private Path events = Path.of("");
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private final StringWriter printed = new StringWriter();

  /// What happens before one look at the files.
  private interface Scene {
    void play() throws IOException;
  }

  @BeforeEach
  void aCase() throws IOException {
    Files.createDirectories(folder.resolve("case"));
    Files.writeString(
        folder.resolve("case/case.yaml"),
        """
        case: {title: A small ceasefire}
        parties:
          - {id: AA, name: Aland, kind: state}
          - {id: GG, name: Guarantia, kind: state}
        sources:
          - {id: text, title: The ceasefire, publisher: The parties, date: 2026-01-01, language: en, reliability: A, kind: official-text}
        instruments:
          - {id: ceasefire, title: Ceasefire, kind: framework, signatories: [AA, GG], source: text}
        points:
          - {id: p1, number: "1", title: Every attack is answered by a notice, instrument: ceasefire, source: text}
        guarantees:
          - id: notice
            title: A notice within a day
            points: p1
            obligors: GG
            liability: each
            beneficiary: AA
            force: act
            trigger: {happens: {kinds: shelling, targets: AA}}
            determination: self-evident
            ladder:
              - {name: notice, act: notice, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
            inForce: {}
            suspendedClock: stops
            openDuties: survive
            escalation: none
            ties: [fulfilment, voiding, release, suspension, deadline, end]
        """);
    events = folder.resolve("events.csv");
  }

  private static String report(String id, String occurred) {
    return id + ",report," + id + ",shelling," + occurred + "," + occurred + ",Aland,,,AFP\n";
  }

  private static String notice(String id, String about, String occurred, String recorded) {
    return id + ",act," + about + ",," + occurred + "," + recorded + ",,GG,notice,AFP\n";
  }

  private int watch(InputStream in, List<Scene> scenes, String... more) {
    List<Scene> left = new ArrayList<>(scenes);
    WatchCommand command =
        new WatchCommand(
            in,
            () -> now,
            () -> {
              if (left.isEmpty()) {
                return false;
              }
              try {
                left.removeFirst().play();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return true;
            });
    PrintWriter out = new PrintWriter(printed);
    List<String> arguments = new ArrayList<>(List.of("watch", folder.resolve("case").toString()));
    arguments.addAll(List.of(more));
    return new Cli(List.of(command), List.of(), Map.of())
        .printingTo(out, out)
        .run(arguments.toArray(String[]::new));
  }

  private void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void at(String moment) {
    now = Instant.parse(moment);
  }

  /// The lines that tell of changes, without what differs from run to run.
  private List<String> changes() {
    return printed
        .toString()
        .replace(folder + "/", "")
        .lines()
        .filter(each -> each.contains(" -> "))
        .map(String::strip)
        .toList();
  }

  private List<String> lines(String holding) {
    return printed
        .toString()
        .replace(folder + "/", "")
        .lines()
        .filter(each -> each.contains(holding))
        .map(String::strip)
        .toList();
  }

  @Test
  void aFileThatGrowsIsReadOnFromWhereItEnded() throws IOException {
    Files.writeString(events, HEAD + report("r1", "2026-03-01T06:00:00Z"));
    at("2026-03-01T08:00:00Z");
    int exit =
        watch(
            InputStream.nullInputStream(),
            List.of(
                () -> {
                  // half a line: nothing is told of it until the rest has come
                  append(events, notice("r2", "r1", "2026-03-01T09:00:00Z", "").substring(0, 20));
                  at("2026-03-01T09:30:00Z");
                },
                () -> {
                  assertEquals(1, changes().size(), printed.toString());
                  append(
                      events,
                      notice("r2", "r1", "2026-03-01T09:00:00Z", "2026-03-01T09:40:00Z")
                          .substring(20));
                  at("2026-03-01T10:00:00Z");
                },
                () -> {
                  append(events, report("r3", "2026-03-02T06:00:00Z") + "junk\n");
                  at("2026-03-02T07:00:00Z");
                },
                // nothing comes in; the day passes
                () -> at("2026-03-03T07:00:00Z"),
                () -> {
                  // what was done in time is told too late to have been known
                  append(
                      events, notice("r4", "r3", "2026-03-02T20:00:00Z", "2026-03-04T00:00:00Z"));
                  at("2026-03-04T01:00:00Z");
                }),
            events.toString(),
            "--follow");
    assertEquals(
        List.of(
            "2026-03-01T06:00:00Z  notice/GG#notice for r1: not owed -> due, by r1 (events.csv:2)",
            "2026-03-01T10:00:00Z  notice/GG#notice for r1: due -> kept, by r2 (events.csv:3)",
            "2026-03-02T07:00:00Z  notice/GG#notice for r3: not owed -> due, by r3 (events.csv:4)",
            "2026-03-03T06:00:01Z  notice/GG#notice for r3: due -> broken, by the passing of time",
            "2026-03-04T01:00:00Z  notice/GG#notice for r3: broken -> kept, by r4"
                + " (events.csv:6)"),
        changes());
    assertEquals(1, lines("events.csv:5: kept aside").size());
    assertEquals(1, lines("events.csv: rows with tags, 6 lines: 4 records used, 1 kept").size());
    assertEquals(65, exit);
  }

  @Test
  void filesFallIntoAFolderAndOneThatWasWrittenAnewIsReadAnew() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    at("2026-03-01T08:00:00Z");
    int exit =
        watch(
            InputStream.nullInputStream(),
            List.of(
                () ->
                    Files.writeString(
                        reports.resolve("b.csv"), HEAD + report("r1", "2026-03-01T06:00:00Z")),
                () -> {
                  Files.writeString(reports.resolve(".hidden.csv"), "not to be read\n");
                  Files.writeString(
                      reports.resolve("a.csv"), HEAD + report("r2", "2026-03-01T07:00:00Z"));
                  at("2026-03-01T09:00:00Z");
                },
                () -> {
                  // shorter than before: another file under the same name
                  Files.writeString(reports.resolve("b.csv"), "id,kind\n");
                  at("2026-03-01T10:00:00Z");
                },
                () -> append(reports.resolve("b.csv"), "r3,flight\n")),
            reports.toString(),
            "--follow",
            "--json");
    List<String> revisions = lines("\"type\":\"revision\"");
    assertEquals(2, revisions.size(), printed.toString());
    assertTrue(revisions.get(0).contains("\"because\":{\"id\":\"r1\",\"at\":\"reports/b.csv:2\"}"));
    assertTrue(revisions.get(1).contains("\"because\":{\"id\":\"r2\",\"at\":\"reports/a.csv:2\"}"));
    List<String> readings = lines("\"type\":\"reading\"");
    assertEquals(3, readings.size(), printed.toString());
    readings.forEach(each -> assertTrue(each.contains("\"reconciled\":true"), each));
    assertEquals(65, exit, "r3 says not when");
  }

  @Test
  void theStandardInputIsReadToItsEnd() {
    String text =
        HEAD
            + report("r1", "2026-03-01T06:00:00Z")
            + notice("r2", "r1", "2026-03-01T09:00:00Z", "2026-03-01T09:40:00Z");
    int exit =
        watch(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of(), "-");
    assertEquals(2, changes().size(), printed.toString());
    assertTrue(changes().get(1).endsWith("due -> kept, by r2 (standard input:3)"));
    assertEquals(0, exit);
  }

  @Test
  void theStandardInputIsFollowedUntilItEnds() throws IOException {
    PipedOutputStream wire = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(wire, 1 << 16);
    at("2026-03-01T08:00:00Z");
    List<Scene> scenes = new ArrayList<>();
    scenes.add(
        () -> {
          wire.write(
              (HEAD + report("r1", "2026-03-01T06:00:00Z")).getBytes(StandardCharsets.UTF_8));
          wire.flush();
        });
    // looked at again until what was written has come through
    for (int i = 0; i < 100; i++) {
      scenes.add(
          () -> {
            if (!changes().isEmpty()) {
              wire.close();
            }
          });
    }
    int exit = watch(in, scenes, "-", "--follow");
    assertEquals(
        List.of(
            "2026-03-01T08:00:00Z  notice/GG#notice for r1: not owed -> due, by r1 (standard input:2)"),
        changes());
    assertEquals(1, lines("standard input: rows with tags, 2 lines: 1 record used, 0").size());
    assertEquals(0, exit);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    int exit =
        watch(InputStream.nullInputStream(), List.of(), folder.resolve("none.csv").toString());
    assertTrue(printed.toString().contains("none.csv"), printed.toString());
    assertEquals(66, exit);
  }

  /// The tasks of the calendar and the report beside it speak one language.
  @Test
  void dueDatesAreWordedInTheLanguageAskedFor() throws IOException {
    append(events, HEAD + report("r1", "2026-03-01T06:00:00Z"));
    Path due = folder.resolve("due.ics");
    watch(
        InputStream.nullInputStream(),
        List.of(),
        events.toString(),
        "--lang",
        "fr",
        "--calendar",
        due.toString());
    String calendar = Files.readString(due).replace("\r\n ", "");
    assertTrue(calendar.contains("PRODID:-//Parley//watch//FR"), calendar);
    assertTrue(calendar.contains("SUMMARY:GG\u00a0: notice envers AA\\, pour r1"), calendar);
    assertTrue(
        calendar.contains(
            "DESCRIPTION:due\u00a0: l’obligation est due et le délai court\u00a0\\; garantie notice\u00a0\\; à"
                + " cause de "),
        calendar);
    assertTrue(printed.toString().contains("Ce qui a changé"), printed.toString());
  }
}
