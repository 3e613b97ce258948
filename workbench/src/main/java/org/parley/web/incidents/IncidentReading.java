package org.parley.web.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.IncidentFile;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.incidents.records.ImportContext;
import org.parley.exchange.incidents.records.ImportedIncidents;
import org.parley.exchange.incidents.records.IncidentImport;
import org.parley.exchange.incidents.records.IncidentScope;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.SheetFault;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.web.service.Rights;
import org.parley.web.view.OpenCase;

/// Reads a file of incidents and finds what it would add. Nothing is written.
public final class IncidentReading {

  /// The steps of the work.
  public enum ReadingStep {
    READING,
    COMPARING,
    WATCHING,
    SAVING
  }

  /// Is told how far it is, and says whether to stop.
  public interface ReadingProgress {

    /// Tells that a step is that far.
    ///
    /// @param percent the share of the step done; -1 if unknown
    void at(ReadingStep step, int percent);

    boolean mustStop();
  }

  /// The case that a file is read for.
  ///
  /// @param taken the ids in use
  /// @param readers who sees the new records
  public record Target(OpenCase open, Set<String> taken, Visibility readers) {
    public Target {
      taken = Set.copyOf(taken);
    }
  }

  private static final Charset OTHER = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;
  private static final int MOST_FAULTS = 200;
  private static final int LONGEST_TEXT = 300;

  /// More records than this are not held: so many lines are no table of incidents.
  private static final int MOST_RECORDS = 5 * IncidentPreview.MOST_INCIDENTS;

  private final SentFile file;
  private final ImportChoices choices;
  private final Target target;
  private final ReadingProgress progress;
  private final List<LogRecord> records = new ArrayList<>();
  private final List<SkippedLines> faults = new ArrayList<>();
  private boolean asksDays;

  private IncidentReading(
      SentFile file, ImportChoices choices, Target target, ReadingProgress progress) {
    this.file = file;
    this.choices = choices;
    this.target = target;
    this.progress = progress;
  }

  /// The preview of a file.
  ///
  /// @throws UnusableRecordException if it has no incident, or too many
  /// @throws CancellationException if it was stopped
  public static IncidentPreview of(
      SentFile file, ImportChoices choices, Target target, ReadingProgress progress)
      throws IOException {
    return new IncidentReading(file, choices, target, progress).read();
  }

  private IncidentPreview read() throws IOException {
    CaseView view = target.open.view();
    NameMapping names = choices.names(view);
    FileTally tally = tally(names);
    if (tally.used() == 0 && !asksDays) {
      throw new UnusableRecordException(
          LogRecordFault.Plain.NO_INCIDENT_IN_FILE,
          faults.isEmpty() ? "" : faults.getFirst().why().message());
    }
    Map<About, Map<String, Integer>> met = new EnumMap<>(About.class);
    for (About each : About.values()) {
      met.put(each, names.met(each));
    }
    at(ReadingStep.COMPARING);
    ImportedIncidents added = added(view);
    at(ReadingStep.WATCHING);
    FiredDuties fired = FiredDuties.of(view, after(view, added));
    if (choices.isOnlyTouching()) {
      added = added.only(fired.touched());
    }
    at(ReadingStep.WATCHING);
    added.faults().stream().limit(MOST_FAULTS).forEach(faults::add);
    faults.sort(Comparator.comparingLong(each -> each.origin().line()));
    return new IncidentPreview(
        target.open,
        choices,
        asksDays || choices.days() != DayOrder.UNKNOWN,
        tally,
        faults,
        tally.aside() + added.faults().size(),
        added,
        after(view, added),
        fired,
        met,
        NameMapping.of(view.parties()));
  }

  private void at(ReadingStep step) {
    progress.at(step, -1);
    if (progress.mustStop()) {
      throw new CancellationException();
    }
  }

  private ImportedIncidents added(CaseView view) {
    BooleanSupplier stop = progress::mustStop;
    IncidentScope scope = choices.scope(view);
    ImportContext context =
        new ImportContext(view, target.taken, id -> Rights.isReserved(view, id), target.readers);
    return IncidentImport.of(records, context, scope, stop);
  }

  private static CaseView after(CaseView view, ImportedIncidents added) {
    List<CaseRecord> all = new ArrayList<>(view.records());
    all.addAll(added.records());
    return view.of(all);
  }

  private FileTally tally(NameMapping names) throws IOException {
    IncidentFile reader =
        new IncidentFile(
            file.name().isEmpty() ? "file" : file.name(),
            OTHER,
            names,
            choices.days(),
            new IncidentFile.Known(),
            this::keep,
            this::aside);
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try (InputStream in = file.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        reader.feed(buffer, n);
        done += n;
        progress.at(ReadingStep.READING, (int) (100 * done / Math.max(1, file.size())));
        if (progress.mustStop()) {
          throw new CancellationException();
        }
      }
    }
    return reader.end();
  }

  private void keep(LogRecord record) {
    if (records.size() == MOST_RECORDS) {
      throw new UnusableRecordException(
          new LogRecordFault.TooManyIncidents(MOST_RECORDS + 1, MOST_RECORDS));
    }
    records.add(record);
  }

  private void aside(SkippedLines lines) {
    asksDays |= lines.why().why().equals(SheetFault.Plain.DAY_OR_MONTH_FIRST);
    if (faults.size() < MOST_FAULTS) {
      String text = lines.text();
      faults.add(
          new SkippedLines(
              new Origin(lines.origin().file(), lines.origin().line()),
              lines.last(),
              lines.why(),
              text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…"));
    }
  }
}
