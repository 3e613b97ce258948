package org.parley.cli.indicators;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.EventDay;
import org.parley.answer.indicators.IndicatorsAnswer.StudiedSeries;
import org.parley.answer.indicators.StudyAsked;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.CaseOfDay;
import org.parley.cli.ExitCode;
import org.parley.cli.ProblemPrinter;
import org.parley.exchange.indicators.SeriesColumns;
import org.parley.exchange.indicators.SeriesFile;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.InputFile;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.SeriesOrigin;
import org.parley.model.indicator.Indicator.Topic;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.source.SourceId;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.wording.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `parley indicators CASE`: the series beside a case, and whether they moved at its events.
@Command(
    name = "indicators",
    mixinStandardHelpOptions = true,
    description = {
      "The series beside a case, and whether they moved at its events more than they move anyway.",
      "With --add: reads a series from a CSV file and adds it to the case."
    },
    footerHeading =
        "%nExit code 0: the answer, or added. 1: the case or the file has problems. 66: no such"
            + " folder or file.%n%n",
    footer = {
      "Examples:",
      "  parley indicators examples/ukraine-2025",
      "  parley indicators examples/ukraine-2025 --events acts --length 10 --json",
      "  parley indicators my-case --add brent-daily.csv --title Brent --unit 'USD per barrel' \\",
      "      --topic energy --licence 'public domain'",
      "  parley indicators my-case --add support.csv --title Support --unit 'billion EUR' \\",
      "      --topic support --value total --by country"
    })
public final class IndicatorsCommand implements Callable<Integer> {

  private static final int SHOWN = 6;

  @Mixin private final CaseOfDay asked = new CaseOfDay();

  @Option(
      names = "--events",
      paramLabel = "SORT",
      description = "The events looked at: acts, meetings or both. Default: both.")
  private @Nullable String events;

  @Option(
      names = "--event",
      paramLabel = "ID",
      split = ",",
      description = "Only these events: acts, meetings or claims.")
  private List<String> chosen = List.of();

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Values on each side of an event. Default: 5 by day, 3 by month, 1 by year.")
  private @Nullable Integer length;

  @Option(
      names = "--of",
      paramLabel = "NAME",
      description = "The donor or country whose values count. Default: the sum of all.")
  private String of = "";

  @ArgGroup(exclusive = false, heading = "%nAdding a series:%n")
  private @Nullable Added added;

  /// The options that add a series.
  static final class Added {

    @Option(names = "--add", paramLabel = "FILE", required = true, description = "The CSV file.")
    private @Nullable Path file;

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Its name.")
    private String title = "";

    @Option(names = "--unit", required = true, paramLabel = "TEXT", description = "Its unit.")
    private String unit = "";

    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "energy, food, support, gdp, displacement or other. Default: other.")
    private String topic = "other";

    @Option(names = "--id", paramLabel = "ID", description = "Its id. Default: of the title.")
    private @Nullable String id;

    @Option(
        names = "--date",
        paramLabel = "COLUMN",
        description = "The column of dates. Default: by the heading.")
    private @Nullable String date;

    @Option(
        names = "--value",
        paramLabel = "COLUMN",
        description = "The column of values. Default: by the heading.")
    private @Nullable String value;

    @Option(
        names = "--by",
        paramLabel = "COLUMN",
        description = "The column of donors, countries or products. Default: by the heading.")
    private @Nullable String by;

    @Option(
        names = "--where",
        paramLabel = "COLUMN=VALUE",
        description = "Only rows with this value; may be given several times.")
    private List<String> where = new ArrayList<>();

    @Option(
        names = "--delay",
        paramLabel = "DAYS",
        description = "Days from the end of a period until its value is published. Default: 0.")
    private @Nullable Integer delay;

    @Option(
        names = "--source",
        paramLabel = "ID",
        split = ",",
        description = "The sources of the case that publish it.")
    private List<String> source = List.of();

    @Option(
        names = "--edition",
        paramLabel = "TEXT",
        description = "The version of the file. Default: its name.")
    private @Nullable String edition;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = "The licence of the file. Default: none stated.")
    private String licence = "none stated";
  }

  /// The answer of an addition.
  ///
  /// @param indicator the new id
  /// @param values the values read
  /// @param rows the rows of the file
  /// @param empty rows without a value
  /// @param leftOut rows left out by conditions
  /// @param column the column of the values
  /// @param changed the files of the case that changed
  record AddedSeries(
      IndicatorId indicator,
      int values,
      int rows,
      int empty,
      int leftOut,
      String column,
      String sha256,
      List<String> changed) {}

  @Override
  public Integer call() throws Exception {
    Added adding = added;
    if (adding != null) {
      CaseFolder folder = asked.latest("--add");
      return asked.inLanguage(() -> add(folder, adding));
    }
    Integer values = length;
    if (values != null && (values < 1 || values > EventStudy.MOST_LENGTH)) {
      throw new ParameterException(
          asked.line(),
          "--length " + values + " is not from 1 to " + EventStudy.MOST_LENGTH + ". Maybe 5");
    }
    StudyAsked study = new StudyAsked(sort(), chosen, length, of);
    return asked.answer(
        (line, view, asOf) -> {
          IndicatorsAnswer answer = IndicatorsAnswer.of(view, asOf, study);
          if (asked.isJson()) {
            line.getOut().println(AnswerJson.pretty(answer));
          } else {
            print(line.getOut(), answer);
          }
        });
  }

  private EventSort sort() {
    String word = events;
    if (word == null) {
      return chosen.isEmpty() ? EventSort.BOTH : EventSort.CHOSEN;
    }
    return constant("--events", word, List.of(EventSort.BOTH, EventSort.ACTS, EventSort.MEETINGS));
  }

  private <E extends Enum<E>> E constant(String option, String word, List<E> all) {
    return all.stream()
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    asked.line(),
                    option
                        + " "
                        + word
                        + " is not known. Maybe one of: "
                        + String.join(
                            ", ",
                            all.stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  private int add(CaseFolder folder, Added adding) throws IOException {
    CommandLine line = asked.line();
    Topic topic = constant("--topic", adding.topic, Arrays.asList(Topic.values()));
    String own = adding.id;
    String name = own == null ? idOf(adding.title) : own;
    for (String each : adding.source) {
      checked("--source", each);
    }
    IndicatorId id = new IndicatorId(checked("--id", name));
    Path path = adding.file;
    if (path == null) {
      return ExitCode.USAGE;
    }
    SeriesFile read;
    try {
      read =
          SeriesFile.read(
              InputFile.of(path),
              SeriesColumns.of(adding.date, adding.value, adding.by, adding.where));
    } catch (NoSuchFileException problem) {
      line.getErr()
          .println("There is no file \"" + problem.getFile() + "\". Maybe check the path.");
      return ExitCode.NO_INPUT;
    } catch (IOException problem) {
      line.getErr().println(FileFaultWording.sentence(problem));
      return ExitCode.PROBLEMS;
    }
    String file = String.valueOf(path.getFileName());
    String edition = adding.edition;
    Indicator indicator =
        new Indicator(
            id,
            LocalizedText.of(adding.title),
            topic,
            adding.unit,
            adding.delay,
            adding.source.stream().map(SourceId::new).toList(),
            new SeriesOrigin(
                file, edition == null ? file : edition, read.sha256(), read.rows(), adding.licence),
            List.of(),
            read.values(),
            new Visibility.Public());
    return switch (folder.load()) {
      case LoadResult.Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield ExitCode.PROBLEMS;
      }
      case LoadResult.Loaded loaded ->
          switch (folder.edit(loaded, List.of(new CaseEdit.Add(indicator, null)))) {
            case EditResult.Refused(List<CaseProblem> problems) -> {
              problems.forEach(
                  each -> line.getErr().println(each.place() + ": " + each.sentence()));
              yield ExitCode.PROBLEMS;
            }
            case EditResult.Saved(_, List<String> changed) -> {
              told(line.getOut(), indicator, read, changed);
              yield ExitCode.OK;
            }
          };
    };
  }

  private String checked(String option, String id) {
    if (!Id.SYNTAX.matcher(id).matches()) {
      throw new ParameterException(
          asked.line(),
          option + " " + id + " is no id. Maybe use letters, digits, '.', '_' and '-' only");
    }
    return id;
  }

  /// An id made of a title: `brent-crude`.
  private static String idOf(String title) {
    String id =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return id.isEmpty() ? "series" : id.substring(0, Math.min(40, id.length()));
  }

  private void told(PrintWriter out, Indicator indicator, SeriesFile read, List<String> changed) {
    if (asked.isJson()) {
      out.println(
          AnswerJson.pretty(
              new AddedSeries(
                  indicator.id(),
                  read.values().observations().size(),
                  read.rows(),
                  read.empty(),
                  read.leftOut(),
                  read.column(),
                  read.sha256(),
                  changed)));
    } else {
      out.println(
          Messages.current()
              .text(
                  "indicators.added",
                  "title",
                  indicator.title().text(),
                  "id",
                  indicator.id().value(),
                  "values",
                  read.values().observations().size(),
                  "rows",
                  read.rows(),
                  "column",
                  read.column(),
                  "files",
                  changed));
    }
  }

  private static void print(PrintWriter out, IndicatorsAnswer answer) {
    out.println(answer.headline());
    out.println(answer.limits());
    for (StudiedSeries each : answer.indicators()) {
      out.println();
      out.println(each.summary());
      out.println("  " + each.verdict());
      each.days().stream().limit(SHOWN).forEach(day -> print(out, day));
      if (each.days().size() > SHOWN) {
        out.println("  ... " + (each.days().size() - SHOWN));
      }
    }
    if (!answer.crossings().isEmpty()) {
      out.println();
      out.println(Messages.current().text("indicators.crossings"));
      answer.crossings().forEach(each -> out.println("  " + each.words()));
    }
  }

  private static void print(PrintWriter out, EventDay day) {
    out.println(
        "  "
            + day.day()
            + "  "
            + String.join(
                "; ", day.events().stream().map(IndicatorsAnswer.EventNamed::words).toList()));
    out.println("              " + day.words());
  }
}
