package org.parley.app.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.parley.app.ShippedCli;
import org.parley.app.history.History.Outcome;
import org.parley.app.history.History.Write;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;

/// Somebody at a terminal who restores the case into a folder, edits it there for a while, and
/// records the folder.
final class Terminal implements Runnable {

  static final String NAME = "terminal";

  private static final int UNAVAILABLE = 69;
  private static final Pattern RECORDED =
      Pattern.compile("^\\d+ entr(y|ies), number", Pattern.MULTILINE);
  private static final Duration MEANWHILE = Duration.ofSeconds(2);

  private final Path folder;
  private final String database;
  private final History history;
  private final AtomicInteger ids;
  private final Random random;
  private final List<String> errors = new ArrayList<>();
  private volatile boolean isOver;

  /// @param folder holds the folders it works in
  Terminal(Path folder, String database, History history, AtomicInteger ids, long seed) {
    this.folder = folder;
    this.database = database;
    this.history = history;
    this.ids = ids;
    this.random = new Random(seed);
  }

  void end() {
    isOver = true;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void run() {
    try {
      while (!isOver) {
        history.awaitAcknowledged(1 + random.nextInt(12), NAME, MEANWHILE);
        int id = ids.incrementAndGet();
        Path own = folder.resolve("restored-" + id);
        if (run("restore", "any", "--database", database, "--to", own.toString()).code == 0) {
          work(id, own);
        }
      }
    } catch (IOException | RuntimeException e) {
      errors.add("at the terminal: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(int id, Path own) throws IOException, InterruptedException {
    Case base = load(own);
    List<CaseRecord> records = new ArrayList<>(base.records());
    records.add(record(base, "t" + id, id));
    if (random.nextBoolean()) {
      String contested = "h" + random.nextInt(3);
      records.replaceAll(
          each -> each.id().value().equals(contested) ? record(base, contested, id) : each);
    }
    Case wanted = Case.of(base.info(), records);
    for (Map.Entry<String, String> file : CaseWriter.write(wanted).entrySet()) {
      Files.writeString(own.resolve(file.getKey()), file.getValue());
    }
    // what others do meanwhile is what the record is to be merged with
    history.awaitAcknowledged(random.nextInt(12), NAME, MEANWHILE);
    long invoked = System.nanoTime();
    Outcome outcome =
        run(
                "record",
                own.toString(),
                "--database",
                database,
                "--who",
                NAME,
                "--why",
                History.reason(id))
            .outcome();
    long answered = outcome == Outcome.UNKNOWN ? History.NEVER : System.nanoTime();
    history.add(
        new Write(id, NAME, new Intent.Merge(base, wanted), invoked, answered, outcome, true));
  }

  private static Case load(Path folder) throws IOException {
    return switch (CaseFolder.of(folder).load()) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected ->
          throw new IllegalStateException("restored, and no case: " + rejected.problems());
    };
  }

  private static CaseRecord record(Case base, String id, int write) {
    return Objects.requireNonNull(
        new RecordReader(base.records()).read("sources", Client.source(id, write)).record());
  }

  /// What a command answered.
  private record Answer(int code, String said) {

    Outcome outcome() {
      if (code == 0 || RECORDED.matcher(said).find()) {
        return Outcome.ACKNOWLEDGED;
      }
      return switch (code) {
        case 1 -> Outcome.REFUSED;
        case UNAVAILABLE -> said.contains("not known") ? Outcome.UNKNOWN : Outcome.NOTHING;
        default -> Outcome.UNKNOWN;
      };
    }
  }

  private Answer run(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = ShippedCli.with(Map.of()).printingTo(out, out).run(arguments);
    if (code != 0 && code != 1 && code != UNAVAILABLE) {
      errors.add(arguments[0] + " ended with " + code + ": " + said);
    }
    return new Answer(code, said.toString());
  }
}
