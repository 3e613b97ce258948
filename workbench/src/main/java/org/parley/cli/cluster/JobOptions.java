package org.parley.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.cli.DayOrderConverter;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.sheet.DayOrder;
import org.parley.job.JobQuestion;
import org.parley.model.cases.CaseView;
import org.parley.sweep.Seeds;
import org.parley.wording.Complaint;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of jobs.
final class JobOptions {

  private static final int MOST_PER_CENT = 100;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "So many runs, plays or draws. Default: 10000 for forecast, 1000 for rehearsal, 2000 for"
              + " robustness.")
  private @Nullable Long seeds;

  @Option(
      names = "--first",
      paramLabel = "SEED",
      description = "The first seed. Default: ${DEFAULT-VALUE}.")
  private long first = 1;

  @Option(
      names = "--plan",
      paramLabel = "N",
      description = "forecast: the number of the plan. Default: ${DEFAULT-VALUE}.")
  private int plan = 1;

  @Option(
      names = "--among",
      paramLabel = "PARTY",
      split = ",",
      description =
          "rehearsal, robustness: among these parties alone. Default: all signatories with"
              + " positions.")
  private List<String> among = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rehearsal: the deadline in rounds. Default: ${DEFAULT-VALUE}.")
  private int rounds = 40;

  @Option(
      names = "--strategies",
      paramLabel = "NAME",
      split = ",",
      converter = StrategyConverter.class,
      description =
          "rehearsal: draw from these: boulware, conceder, tit-for-tat, micro. Default: all.")
  private List<BargainingStrategy> strategies = List.of();

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      converter = OrderConverter.class,
      description =
          "rehearsal: settle the points one after the other: text, reversed, easiest-first or"
              + " hardest-first. Default: whole packages.")
  private @Nullable AgendaOrder order;

  @Option(
      names = "--within",
      paramLabel = "PERCENT",
      description =
          "robustness: how uncertain each worth is, besides its interval. Default:"
              + " ${DEFAULT-VALUE}.")
  private int within = 10;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "events: a file of incidents of ACLED, UCDP GED, HXL, the OSCE, GeoJSON or PLOVER."
              + " Repeat it.")
  private List<Path> events = List.of();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "events: a map of words in the files: lines such as \"party Russia = RU\".")
  private @Nullable Path map;

  @Option(
      names = "--days",
      paramLabel = "ORDER",
      converter = DayOrderConverter.class,
      description =
          "events: the order in dates such as 03/04/2025: day-first or month-first. Default: as one"
              + " date of the file shows it.")
  private DayOrder days = DayOrder.UNKNOWN;

  @Option(
      names = "--articles",
      paramLabel = "PATH",
      description =
          "reading: a file of articles in JSON Lines, Parquet or WARC, or a folder of them; also"
              + " s3://BUCKET/PREFIX of an object store. Repeat it.")
  private List<String> articles = List.of();

  @Option(
      names = "--article-language",
      paramLabel = "TAG",
      description = "reading: the language of articles without one. Default: ${DEFAULT-VALUE}.")
  private String articleLanguage = "en";

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "reading: put so many articles with their rows into sample.json, to be checked by parley"
              + " verify-finding. Default: ${DEFAULT-VALUE}.")
  private int sample = 25;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description =
          "replay: the first day. Default: the first on which something was said or done.")
  private @Nullable LocalDate from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "replay: the last day. Default: the last on which something was said or done.")
  private @Nullable LocalDate until;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      converter = ValidationConverter.class,
      description =
          "validation: of the bands of time that others took, or of the model of features, which"
              + " needs your copies of UCDP: bands or model. Default: bands.")
  private Validation of = Validation.BANDS;

  @Option(
      names = "--band",
      paramLabel = "PERCENT",
      description = "validation: what a band is meant to hold. Default: ${DEFAULT-VALUE}.")
  private int band = 80;

  /// Consecutive days.
  record Days(LocalDate first, int count) {}

  /// The days of a replay.
  Days days(CommandLine line, LocalDate usualFirst, LocalDate usualLast) {
    LocalDate first = from == null ? usualFirst : from;
    LocalDate last = until == null ? usualLast : until;
    long count = ChronoUnit.DAYS.between(first, last) + 1;
    if (count < 1 || count > JobQuestion.MOST_DAYS) {
      throw new ParameterException(
          line,
          "from "
              + first
              + " until "
              + last
              + " there are "
              + Math.max(0, count)
              + " days. Maybe choose --from and --until with 1 to "
              + JobQuestion.MOST_DAYS);
    }
    return new Days(first, (int) count);
  }

  /// The validation that is asked for.
  Validation validated() {
    return of;
  }

  int band(CommandLine line) {
    if (band < 1 || band > JobQuestion.MOST_PERCENT) {
      throw wrong(line, "--band", band, 1, JobQuestion.MOST_PERCENT);
    }
    return band;
  }

  List<Path> articles() {
    return articles.stream().filter(each -> !isStored(each)).map(Path::of).toList();
  }

  /// The addresses of articles in object stores.
  List<String> storedArticles() {
    return articles.stream().filter(JobOptions::isStored).toList();
  }

  private static boolean isStored(String articles) {
    return articles.startsWith("s3://");
  }

  /// The language of articles without one.
  String articleLanguage() {
    return articleLanguage;
  }

  /// How many articles are put into the sample.
  int sample(CommandLine line) {
    if (sample < 0 || sample > JobQuestion.MOST_SAMPLED) {
      throw wrong(line, "--sample", sample, 0, JobQuestion.MOST_SAMPLED);
    }
    return sample;
  }

  /// The incidents of the files.
  EventFiles events(CaseView view, CommandLine line) throws IOException {
    NameMapping names = NameMapping.of(view.parties());
    try {
      names = map == null ? names : names.with(Files.readString(map));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, Complaint.sentence(e));
    }
    return EventFiles.read(events, names, days);
  }

  /// The seeds of a job.
  Seeds seeds(CommandLine line, long usual, long most) {
    long count = seeds == null ? usual : seeds;
    if (count < 1 || count > most) {
      throw wrong(line, "--seeds", count, 1, most);
    }
    return new Seeds(first, count);
  }

  int plan(CommandLine line, int most) {
    if (plan < 1 || plan > most) {
      throw wrong(line, "--plan", plan, 1, most);
    }
    return plan;
  }

  List<String> among() {
    return among;
  }

  int rounds(CommandLine line) {
    if (rounds < 2 || rounds > JobQuestion.MOST_ROUNDS) {
      throw wrong(line, "--rounds", rounds, 2, JobQuestion.MOST_ROUNDS);
    }
    return rounds;
  }

  List<BargainingStrategy> strategies() {
    return strategies.isEmpty() ? List.of(BargainingStrategy.values()) : strategies;
  }

  @Nullable AgendaOrder order() {
    return order;
  }

  int within(CommandLine line) {
    if (within < 0 || within > MOST_PER_CENT) {
      throw wrong(line, "--within", within, 0, MOST_PER_CENT);
    }
    return within;
  }

  private static ParameterException wrong(
      CommandLine line, String option, long value, long least, long most) {
    return new ParameterException(
        line, option + " is " + value + ". Maybe a number from " + least + " to " + most);
  }

  /// The chosen options, by name.
  Map<String, String> asked(CaseJob job) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("job", job.word());
    switch (job) {
      case FORECAST -> asked.put("plan", Integer.toString(plan));
      case REHEARSAL -> {
        asked.put("among", String.join(",", among));
        asked.put("order", order == null ? "" : word(order));
      }
      case ROBUSTNESS -> {
        asked.put("among", String.join(",", among));
        asked.put("within", Integer.toString(within));
      }
      case EVENTS ->
          asked.put(
              "events",
              String.join(
                  ",", events.stream().map(each -> String.valueOf(each.getFileName())).toList()));
      case REPLAY -> {
        asked.put("from", from == null ? "" : from.toString());
        asked.put("until", until == null ? "" : until.toString());
      }
      case VALIDATION -> {
        asked.put("of", word(of));
        asked.put("band", Integer.toString(band));
      }
      case READING -> {
        asked.put("language", articleLanguage);
        asked.put("sample", Integer.toString(sample));
      }
    }
    return asked;
  }

  static String word(Enum<?> constant) {
    return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E find(Class<E> type, String word) {
    for (E each : type.getEnumConstants()) {
      if (word(each).equals(word)) {
        return each;
      }
    }
    throw new CommandLine.TypeConversionException(
        "\""
            + word
            + "\" is none. Maybe one of "
            + String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(JobOptions::word).toList()));
  }

  /// A strategy by its name.
  static final class StrategyConverter implements CommandLine.ITypeConverter<BargainingStrategy> {
    @Override
    public BargainingStrategy convert(String word) {
      return find(BargainingStrategy.class, word);
    }
  }

  /// A validation by its name.
  static final class ValidationConverter implements CommandLine.ITypeConverter<Validation> {
    @Override
    public Validation convert(String word) {
      return find(Validation.class, word);
    }
  }

  /// An order by its name.
  static final class OrderConverter implements CommandLine.ITypeConverter<AgendaOrder> {
    @Override
    public AgendaOrder convert(String word) {
      return find(AgendaOrder.class, word);
    }
  }
}
