package org.parley.cli.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.model.Calendar;
import org.jspecify.annotations.Nullable;
import org.parley.cli.CaseArgument;
import org.parley.cli.DayOrderConverter;
import org.parley.cli.ExitCode;
import org.parley.cli.LanguageOption;
import org.parley.exchange.calendar.CalendarFile;
import org.parley.exchange.incidents.Duplicates;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.sheet.DayOrder;
import org.parley.genius.file.InputFile;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.watch.Watch;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.wording.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley watch CASE EVENTS...`: the duties that follow from these files.
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Applies incidents from files to the guarantees of a case: who owes what by when.",
    footerHeading =
        "%nExit code 0: all read, nothing broken. 1: a duty is breached, or the case has problems. 65:"
            + " lines were kept aside. 66: no such folder or file.%n%n",
    footer = {
      "EVENTS are ACLED, UCDP GED or OSCE tables (CSV), PLOVER (JSON), GeoJSON, rows under HXL tags, or",
      "objects of Parley's own; the format is detected. Nothing is merged or dropped silently.",
      "",
      "Examples:",
      "  parley watch my-case events.csv",
      "  parley watch my-case ged.csv --map names.txt --json",
      "  parley watch my-case reports/ --follow --calendar due.ics",
      "  tail -f wire.jsonl | parley watch my-case - --follow --json"
    })
public final class WatchCommand implements Callable<Integer> {

  private static final long DAY = 86_400;

  /// When to look again, and until when.
  public interface Pause {

    /// Following begins: from now on, termination waits for the final counts.
    default void begin() {}

    /// Whether to go on following; waits a little before it answers.
    boolean next() throws InterruptedException;
  }

  private final InputStream in;
  private final InstantSource clock;
  private final Pause pause;

  @Mixin private CaseArgument argument = new CaseArgument();
  @Mixin private final LanguageOption language = new LanguageOption();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "EVENTS",
      description = "Files of incidents, folders of such files, or - for the standard input.")
  private List<String> events = List.of();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "A map of words in the files: lines such as \"party Russia = RU\".")
  private @Nullable Path map;

  @Option(
      names = "--days",
      paramLabel = "ORDER",
      converter = DayOrderConverter.class,
      description =
          "The order in dates such as 03/04/2025: day-first or month-first. Default: as one date of"
              + " the file shows it.")
  private DayOrder days = DayOrder.UNKNOWN;

  @Option(
      names = "--same",
      paramLabel = "FILE",
      description = "Which incidents are one event: lines such as \"i2 = i1\".")
  private @Nullable Path same;

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      description =
          "Look at this moment, a day or 2026-03-01T06:00:00Z. Default: the last at which anything"
              + " was recorded; with --follow, now.")
  private @Nullable String at;

  @Option(names = "--follow", description = "Go on as files grow, until Ctrl-C; then the counts.")
  private boolean follow;

  @Option(names = "--duplicates", description = "Propose which reports may be of one event.")
  private boolean duplicates;

  @Option(
      names = "--compare",
      paramLabel = "DAYS",
      description = "Compare the last so many days with as many before.")
  private @Nullable Integer compare;

  @Option(
      names = "--calendar",
      paramLabel = "FILE",
      description =
          "Write the due dates as iCalendar. A file that is there is revised: what changed gets a"
              + " higher sequence number, what is no longer due is cancelled.")
  private @Nullable Path calendar;

  @Option(
      names = "--aside",
      paramLabel = "FILE",
      description = "Write the lines that were kept aside.")
  private @Nullable Path aside;

  @Option(
      names = "--encoding",
      defaultValue = "windows-1252",
      paramLabel = "NAME",
      description = "How lines that are not UTF-8 are encoded. Default: ${DEFAULT-VALUE}.")
  private Charset encoding = Charset.defaultCharset();

  @Option(names = "--json", description = "Print lines of JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param in the standard input
  /// @param clock the clock of `--follow`
  /// @param pause the wait of `--follow` between polls
  public WatchCommand(InputStream in, InstantSource clock, Pause pause) {
    this.in = in;
    this.clock = clock;
    this.pause = pause;
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("not called by picocli");
    }
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    return language.run(this::watch);
  }

  private Integer watch() throws IOException {
    Optional<CaseView> view = argument.view(spec().commandLine());
    if (view.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    NameMapping names = NameMapping.of(view.get().parties());
    SameEvents sameness = SameEvents.of("");
    try {
      names = map == null ? names : names.with(Files.readString(map));
      sameness = same == null ? sameness : SameEvents.of(Files.readString(same));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), Complaint.sentence(e));
    }
    CaseGuarantees guarantees = CaseGuarantees.of(view.get());
    WatchContext words = new WatchContext(guarantees.commitments());
    PrintWriter out = spec().commandLine().getOut();
    Report report = json ? new JsonReport(words, out) : new TextReport(words, out);
    try (SkippedLinesFile kept = new SkippedLinesFile(aside, report)) {
      return new Run(
              view.get().info().title().text(), guarantees, names, sameness, words, report, kept)
          .run();
    }
  }

  /// One run of the command.
  private final class Run {

    private final CaseGuarantees guarantees;
    private final NameMapping names;
    private final SameEvents sameness;
    private final WatchContext words;
    private final String title;
    private final Report report;
    private final SkippedLinesFile kept;
    private final List<LoggedFact> waiting = new ArrayList<>();
    private final List<IncidentReport> reports = new ArrayList<>();
    private final IncidentInputs inputs;

    Run(
        String title,
        CaseGuarantees guarantees,
        NameMapping names,
        SameEvents sameness,
        WatchContext words,
        Report report,
        SkippedLinesFile kept) {
      this.guarantees = guarantees;
      this.names = names;
      this.sameness = sameness;
      this.words = words;
      this.title = title;
      this.report = report;
      this.kept = kept;
      this.inputs = new IncidentInputs(events, encoding, names, days, this::take, kept::add);
    }

    private void take(LogRecord record) {
      words.remember(record);
      record.entries().forEach(each -> waiting.add(sameness.apply(each)));
      if (record instanceof IncidentReport incident && (duplicates || compare != null)) {
        reports.add(incident);
      }
    }

    int run() throws IOException {
      if (follow) {
        pause.begin();
      }
      waiting.addAll(guarantees.log());
      inputs.readOn();
      if (inputs.hasStandard() && !follow) {
        inputs.readWhole(in);
      }
      List<FileTally> readings = follow ? List.of() : inputs.end();
      waiting.sort(LoggedFact.AS_RECORDED);
      long first = waiting.isEmpty() ? moment(0) : waiting.getFirst().recorded();
      Watch watch =
          Watch.of(guarantees.commitments(), Math.min(first, moment(first)), report::change);
      long looked = moment(waiting.isEmpty() ? first : waiting.getLast().recorded());
      accept(watch, looked);
      watch.advanceTo(looked);
      if (follow) {
        report.flush();
        follow(watch);
        readings = inputs.end();
        accept(watch, Moments.NEVER);
      }
      return conclude(watch, readings);
    }

    /// Accepts pending entries, each at the moment it was recorded, up to `latest`.
    private void accept(Watch watch, long latest) {
      for (LoggedFact each : waiting) {
        watch.advanceTo(Math.min(each.recorded(), latest));
        watch.accept(each);
      }
      waiting.clear();
    }

    private long moment(long otherwise) {
      if (at != null) {
        return asked(at);
      }
      return follow ? clock.instant().getEpochSecond() : otherwise;
    }

    private void follow(Watch watch) throws IOException {
      BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
      if (inputs.hasStandard()) {
        Thread.ofVirtual().start(() -> pump(arrived));
      }
      try {
        boolean isOpen = true;
        while (isOpen && pause.next()) {
          inputs.readOn();
          byte[] bytes = inputs.hasStandard() ? arrived.poll(100, TimeUnit.MILLISECONDS) : null;
          while (bytes != null) {
            isOpen = bytes.length > 0;
            inputs.feedStandard(bytes, bytes.length);
            bytes = arrived.poll();
          }
          long now = clock.instant().getEpochSecond();
          watch.advanceTo(now);
          waiting.sort(LoggedFact.AS_RECORDED);
          accept(watch, now);
          report.flush();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// Forwards input; an empty array marks its end.
    private void pump(BlockingQueue<byte[]> arrived) {
      byte[] buffer = new byte[1 << 16];
      try {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (n > 0) {
            arrived.add(java.util.Arrays.copyOf(buffer, n));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        arrived.add(new byte[0]);
      }
    }

    private void writeCalendar(Path file, List<DutyVerdict> verdicts, long now) throws IOException {
      Calendar before = Files.exists(file) ? CalendarFile.read(InputFile.of(file)) : null;
      Optional<String> text = DueDates.of(verdicts, words, title, argument.journals(), now, before);
      if (text.isPresent()) {
        Files.writeString(file, text.get());
      } else {
        spec().commandLine().getErr().println(words.messages().text("watch.text.no-calendar"));
      }
    }

    private int conclude(Watch watch, List<FileTally> readings) throws IOException {
      List<DutyVerdict> verdicts = watch.state();
      report.obligations(verdicts, watch.now());
      if (duplicates) {
        report.proposals(Duplicates.propose(reports));
      }
      if (compare != null) {
        long until = watch.now() + 1;
        long from = until - compare * DAY;
        report.comparison(Periods.compare(reports, from, until, IncidentReport::kind), from, until);
      }
      if (calendar != null) {
        writeCalendar(calendar, verdicts, watch.now());
      }
      report.readings(readings, names.unknown());
      report.flush();
      boolean isBroken = verdicts.stream().anyMatch(each -> WatchContext.isBroken(each.state()));
      return isBroken ? ExitCode.PROBLEMS : kept.count() > 0 ? ExitCode.BAD_DATA : ExitCode.OK;
    }
  }

  private long asked(String written) {
    try {
      return written.contains("T") ? Moments.of(written) : Moments.of(Edtf.of(written).end()) - 1;
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new ParameterException(
          spec().commandLine(),
          "--at is \"" + written + "\". Maybe write 2026-03-01 or 2026-03-01T06:00:00Z");
    }
  }
}
