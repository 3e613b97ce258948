package org.parley.bench.incidents;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.incidents.IncidentPreview;
import org.parley.web.incidents.IncidentReading;
import org.parley.web.incidents.SentFile;
import org.parley.web.service.CaseService;
import org.parley.web.service.FolderCaseService;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;

/// Prints how long the incidents of a generated table take to read and to save. They are saved in a
/// folder with its journal, and in a journal. The process is fresh, so compiling counts.
///
/// Usage: `SavingBench [ROWS [folder|journal]]`; by default 100,000 rows, both. Each row has to be
/// on record as one incident and one entry, in the service and where it is kept.
public final class SavingBench {

  private static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Borland, kind: state}
        - {id: GG, name: Guarantia, kind: state}
      sources:
        - {id: text, title: The ceasefire, publisher: The parties, date: 2026-01-01, language: en, reliability: A, kind: official-text}
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
          inForce: {once: signature}
          suspendedClock: stops
          openDuties: survive
          escalation: none
          ties: [fulfilment, voiding, release, suspension, deadline, end]
          calendar: {zone: UTC, monthEnd: last-day}
      steps:
        - {id: signature, title: The ceasefire is signed, happened: 2026-01-01, source: text}
      points:
        - {id: p1, number: "1", title: Every attack is answered by a notice, instrument: ceasefire, source: text}
      instruments:
        - {id: ceasefire, title: Ceasefire, kind: framework, signatories: [AA, BB, GG], source: text}
      """;

  private static final String HEAD =
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,admin1,location,latitude,"
          + "longitude,source,notes,fatalities\n";
  private static final List<String> KINDS =
      List.of("Battles", "Explosions/Remote violence", "Riots", "Protests");
  private static final List<String> SYLLABLES =
      List.of("lo", "mar", "ti", "vka", "ne", "sko", "dro", "hri");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);

  private SavingBench() {}

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    String where = arguments.length > 1 ? arguments[1] : "";
    SentFile file = SentFile.of("acled.csv", table(rows));
    Path work = Files.createTempDirectory("parley-bench");
    try {
      if (!where.equals("journal")) {
        inFolder(file, rows, Files.createDirectories(work.resolve("case")));
      }
      if (!where.equals("folder")) {
        inJournal(file, rows, work.resolve("journal"));
      }
    } finally {
      delete(work);
    }
  }

  private static String table(int rows) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int row = 0; row < rows; row++) {
      text.append(
          String.format(
              Locale.ROOT,
              "UKR%d,%s,%s,Shelling/artillery/missile attack,Aland,Borland,Region %d,%s,%d.%04d,%d.%04d,Publisher"
                  + " %d,\"On the day, shelling was reported near %s; report %d.\",%d%n",
              row,
              FIRST.plusDays(row % 300),
              KINDS.get(row % KINDS.size()),
              row % 20,
              town(row),
              45 + row % 5,
              row % 10_000,
              30 + row % 7,
              row * 7 % 10_000,
              row % 40,
              town(row),
              row,
              row % 4));
    }
    return text.toString();
  }

  /// A name without digits, as towns have: one of some 2,000, of which few are frequent.
  private static String town(int row) {
    int number = row % 3 == 0 ? row % 200 : row % 2_003;
    StringBuilder name = new StringBuilder();
    for (int rest = number * 7 + 11; rest > 0; rest /= SYLLABLES.size()) {
      name.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static void inFolder(SentFile file, int rows, Path folder) throws Exception {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    try (FolderJournal journal = new FolderJournal(folder, "bench", Clock.systemUTC())) {
      save(new FolderCaseService(folder, journal), file, rows, "a folder with its journal");
    }
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      throw new AssertionError("the folder is faulty");
    }
    check(loaded.contents(), rows);
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      check(journal.snapshot().findCase().orElseThrow(), rows);
    }
  }

  private static void inJournal(SentFile file, int rows, Path database) throws Exception {
    Path folder = Files.createTempDirectory("parley-bench");
    Files.writeString(folder.resolve("case.yaml"), CASE);
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      throw new AssertionError("the case is faulty");
    }
    delete(folder);
    try (Journal journal = Journal.inFile(database)) {
      journal.record(loaded.contents(), "bench", "filling", Instant.EPOCH);
      save(new JournalCaseService(journal, Clock.systemUTC()), file, rows, "a journal");
      check(journal.snapshot().findCase().orElseThrow(), rows);
    }
  }

  private static void save(CaseService service, SentFile file, int rows, String where)
      throws IOException {
    Visitor visitor = Visitor.mediator("bench");
    Took reading = new Took();
    IncidentPreview shown = preview(service, visitor, file);
    reading.print("reading " + rows + " rows for " + where);
    Took saving = new Took();
    List<CaseEdit> edits = shown.edits();
    SaveOutcome saved = service.change(visitor, edits, "Incidents of a file", Map.of());
    saving.print("saving them in " + where);
    if (!(saved instanceof SaveOutcome.Saved(var open))) {
      throw new AssertionError("not saved: " + saved);
    }
    if (open.view().incidents().size() != rows || open.view().logEntries().size() != rows) {
      throw new AssertionError(open.view().incidents().size() + " incidents");
    }
  }

  private static IncidentPreview preview(CaseService service, Visitor visitor, SentFile file)
      throws IOException {
    if (!(service.read(visitor) instanceof CaseService.CaseAccess.Opened(var open))) {
      throw new AssertionError("no case");
    }
    return IncidentReading.of(
        file,
        ImportChoices.NONE,
        new IncidentReading.Target(open, Set.of(), new Visibility.Public()),
        new IncidentReading.ReadingProgress() {
          @Override
          public void at(IncidentReading.ReadingStep step, int percent) {
            // shown to people
          }

          @Override
          public boolean mustStop() {
            return false;
          }
        });
  }

  private static void check(Case contents, int rows) {
    long incidents =
        contents.records().stream()
            .filter(each -> each instanceof org.parley.model.guarantee.Incident)
            .count();
    long entries =
        contents.records().stream()
            .filter(each -> each instanceof org.parley.model.guarantee.LogEntry)
            .count();
    if (incidents != rows || entries != rows) {
      throw new AssertionError(incidents + " incidents, " + entries + " entries");
    }
  }

  /// The time since it was made.
  private static final class Took {
    private final OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long begun = System.nanoTime();
    private final long used = machine.getProcessCpuTime();

    void print(String what) {
      System.out.printf(
          "%s: %.1f s, %.1f s of the processors; load average %.1f%n",
          what,
          (System.nanoTime() - begun) / 1e9,
          (machine.getProcessCpuTime() - used) / 1e9,
          machine.getSystemLoadAverage());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
