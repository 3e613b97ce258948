package org.parley.exchange.agreement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.ReadableIds;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.TextVersion;
import org.parley.provision.BracketReader;
import org.parley.provision.BracketSpread;
import org.parley.provision.BracketSpread.SpreadWords;
import org.parley.provision.DoubtfulLine;
import org.parley.provision.HolderNames;
import org.parley.provision.ProvisionNumber;
import org.parley.provision.ProvisionReader;
import org.parley.provision.ProvisionTree;
import org.parley.provision.TextDoubt;
import org.parley.provision.TextProvision;
import org.parley.provision.Unit;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Makes points of the text of an agreement. A provision that is on record by its number gets the
/// text as a further version; every other becomes a new point.
public final class AgreementImport {

  /// The most points of one text.
  public static final int MOST_PROVISIONS = 2_000;

  private static final int LONGEST_TITLE = 60;

  /// The case that a text is read for.
  ///
  /// @param view the case as its writer sees it
  /// @param taken the ids in use
  /// @param idPrefix the beginning of new ids
  /// @param visibility who sees what is new
  public record AgreementContext(
      CaseView view, Set<String> taken, String idPrefix, Visibility visibility) {
    public AgreementContext {
      taken = Set.copyOf(taken);
    }
  }

  private final AgreementContext context;
  private final AgreementDetails details;
  private final HolderNames parties;
  private final Map<Integer, List<TextDoubt>> doubts = new HashMap<>();
  private final Set<String> taken;
  private final List<ImportedAgreement.Line> lines = new ArrayList<>();
  private final List<CaseRecord> added = new ArrayList<>();
  private final List<CaseRecord> changed = new ArrayList<>();
  private final List<Complaint> faults = new ArrayList<>();
  private final Map<String, Point> onRecord = new LinkedHashMap<>();

  /// The words of provisions that become points, with brackets that cover several.
  private final IdentityHashMap<TextProvision, SpreadWords> spread = new IdentityHashMap<>();

  /// The numbers of this text.
  private final Set<String> keys = new HashSet<>();

  private AgreementImport(AgreementContext context, AgreementDetails details) {
    this.context = context;
    this.details = details;
    this.taken = new HashSet<>(context.taken());
    this.parties = HolderNames.of(context.view().parties());
  }

  private static Stream<String> names(LocalizedText text) {
    return Stream.concat(Stream.of(text.text()), text.others().values().stream());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("^the |[^\\p{L}\\p{N}]", "");
  }

  /// Reads a text.
  ///
  /// @param text its lines
  public static ImportedAgreement read(
      String text, AgreementContext context, AgreementDetails details) {
    return new AgreementImport(context, details).read(text);
  }

  private ImportedAgreement read(String text) {
    ProvisionTree tree = ProvisionReader.read(text);
    Instrument instrument = instrument();
    if (details.instrument().isBlank()) {
      faults.add(new Complaint(AgreementFault.Plain.NO_INSTRUMENT_NAMED));
    }
    if (tree.provisions().isEmpty()) {
      faults.add(new Complaint(AgreementFault.Plain.NO_NUMBERED_PROVISION));
    } else if (tree.all().count() > MOST_PROVISIONS) {
      faults.add(new Complaint(new AgreementFault.TooManyProvisions(MOST_PROVISIONS)));
    } else {
      for (DoubtfulLine each : tree.doubts()) {
        doubts.computeIfAbsent(each.line(), _ -> new ArrayList<>()).add(each.doubt());
      }
      spread(tree);
      frame(tree.opening(), instrument, "agreement.opening", 0);
      Deque<TextProvision> closings = new ArrayDeque<>(tree.closings());
      int order = 1;
      for (TextProvision each : tree.provisions()) {
        for (; !closings.isEmpty() && each.line() > closings.getFirst().line(); order++) {
          frame(closings.removeFirst(), instrument, "agreement.closing", order);
        }
        add(each, null, instrument, null, order, 0);
        order = Math.addExact(order, 1);
      }
      for (; !closings.isEmpty(); order++) {
        frame(closings.removeFirst(), instrument, "agreement.closing", order);
      }
    }
    return new ImportedAgreement(
        instrument, lines, added, changed, List.copyOf(onRecord.values()), faults);
  }

  private Instrument instrument() {
    String name = details.instrument().strip();
    for (Instrument each : context.view().instruments()) {
      if (each.id().value().equals(name)
          || names(each.title()).anyMatch(name::equals)
          || Optional.ofNullable(each.shortName()).stream()
              .flatMap(AgreementImport::names)
              .anyMatch(name::equals)) {
        context.view().points().stream()
            .filter(point -> point.instrument().equals(each.id()))
            .forEach(
                point -> onRecord.put(key(point.partOf(), point.number(), point.heading()), point));
        return each;
      }
    }
    String slug = ReadableIds.slug(name);
    Instrument created =
        new Instrument(
            new InstrumentId(
                ReadableIds.free(
                    context.idPrefix() + (slug.isEmpty() ? "agreement" : slug), taken)),
            LocalizedText.of(name),
            null,
            details.kind(),
            null,
            List.of(),
            null,
            PackageRule.SEPARABLE,
            List.of(),
            List.of(),
            details.sources(),
            context.visibility());
    added.add(created);
    return created;
  }

  /// A heading without a number is counted apart from the articles beside it.
  private static String key(@Nullable PointId in, String number, boolean isHeading) {
    String mark =
        isHeading && number.startsWith("§")
            ? "§"
            : number.contains(ProvisionNumber.PILCROW) ? ProvisionNumber.PILCROW : "";
    return (in == null ? "" : in.value()) + "/" + mark + folded(number);
  }

  /// The words before the first or after the last provision: a heading, which is not counted.
  private void frame(TextProvision words, Instrument instrument, String name, int order) {
    if (!words.paragraphs().isEmpty()) {
      String title = Messages.current().text(name);
      point(words, instrument, null, order, 0, title, title, true, false, words.paragraphs());
    }
  }

  private void add(
      TextProvision provision,
      @Nullable TextProvision around,
      Instrument instrument,
      @Nullable Point in,
      int order,
      int depth) {
    ProvisionNumber number = Objects.requireNonNull(provision.number());
    boolean isWhole = isWhole(provision, around);
    boolean isHeading = !isWhole && !provision.parts().isEmpty();
    List<String> words = words(provision, isWhole);
    Point point =
        point(
            provision,
            instrument,
            in,
            order,
            depth,
            number(number, in),
            title(provision, words),
            isHeading || number.unit().compareTo(Unit.ARTICLE) < 0,
            isWhole,
            words);
    if (!isWhole) {
      int place = 1;
      for (TextProvision each : provision.parts()) {
        add(each, provision, instrument, point, place, depth + 1);
        place = Math.addExact(place, 1);
      }
    }
  }

  /// Whether the provisions within it are part of its text.
  private boolean isWhole(TextProvision provision, @Nullable TextProvision around) {
    if (!isArticle(provision)) {
      return false;
    }
    boolean isOutermost = around == null || !isArticle(around);
    return switch (details.depth()) {
      case ARTICLES -> true;
      case PARAGRAPHS -> !isOutermost;
      case ALL -> provision.parts().isEmpty();
    };
  }

  /// An article or a numbered point, which may have parts that are points too.
  private static boolean isArticle(TextProvision provision) {
    ProvisionNumber number = provision.number();
    return number != null && number.unit().compareTo(Unit.ARTICLE) >= 0;
  }

  private static List<String> words(TextProvision provision, boolean isWhole) {
    List<String> words = new ArrayList<>(provision.paragraphs());
    if (isWhole) {
      provision.parts().forEach(each -> written(each, words));
    }
    return words;
  }

  /// Brackets that cover several points.
  private void spread(ProvisionTree tree) {
    List<TextProvision> provisions = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    tree.provisions().forEach(each -> collect(each, null, provisions, texts));
    List<SpreadWords> words = BracketSpread.of(texts, parties::find);
    for (int i = 0; i < words.size(); i++) {
      spread.put(provisions.get(i), words.get(i));
    }
  }

  private void collect(
      TextProvision provision,
      @Nullable TextProvision around,
      List<TextProvision> provisions,
      List<String> texts) {
    boolean isWhole = isWhole(provision, around);
    provisions.add(provision);
    texts.add(String.join("\n", words(provision, isWhole)));
    if (!isWhole) {
      provision.parts().forEach(each -> collect(each, provision, provisions, texts));
    }
  }

  private static void written(TextProvision each, List<String> words) {
    ProvisionNumber number = Objects.requireNonNull(each.number());
    String label = number.printed();
    String first = each.heading();
    List<String> rest = each.paragraphs();
    if (first.isEmpty() && !rest.isEmpty()) {
      first = rest.getFirst();
      rest = rest.subList(1, rest.size());
    }
    words.add((label + " " + first).strip());
    words.addAll(rest);
    each.parts().forEach(part -> written(part, words));
  }

  /// The number as parties use it: `5`, `5(b)`, `Chapter II`.
  private static String number(ProvisionNumber number, @Nullable Point in) {
    return switch (number.unit()) {
      case ARTICLE -> number.label();
      case ITEM ->
          number.isUnnumbered()
              ? (in == null ? "" : in.number()) + ProvisionNumber.PILCROW + number.label()
              : in == null || (in.heading() && !in.number().matches("\\d.*"))
                  ? number.label()
                  : number.numeral() == ProvisionNumber.Numeral.DECIMAL
                      ? number.label()
                      : in.number() + "(" + number.label() + ")";
      case HEADING -> "§" + number.label();
      case ANNEX, PART, TITLE, CHAPTER, SECTION -> number.printed();
    };
  }

  private static String title(TextProvision provision, List<String> words) {
    if (!provision.heading().isEmpty()) {
      return clipped(provision.heading());
    }
    return words.isEmpty()
        ? Objects.requireNonNull(provision.number()).printed()
        // the mark of a note is none of the title, which is no heading of the text
        : clipped(words.getFirst()).replaceFirst("[.;:,]?\\*{1,3}$", "");
  }

  private static String clipped(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_TITLE) {
      return line.replaceFirst("[.;:,]$", "");
    }
    int end = line.lastIndexOf(' ', LONGEST_TITLE);
    int most =
        Character.isHighSurrogate(line.charAt(LONGEST_TITLE - 1))
            ? LONGEST_TITLE - 1
            : LONGEST_TITLE;
    return line.substring(0, end > 0 ? end : most).replaceFirst("[,;:]$", "") + " …";
  }

  private Point point(
      TextProvision provision,
      Instrument instrument,
      @Nullable Point in,
      int order,
      int depth,
      String number,
      String title,
      boolean isHeading,
      boolean isWhole,
      List<String> words) {
    List<DoubtfulLine> found = new ArrayList<>(isWhole ? doubtsIn(provision) : doubtsAt(provision));
    TextVersion text = null;
    if (!words.isEmpty()) {
      SpreadWords spread =
          this.spread.getOrDefault(provision, new SpreadWords(String.join("\n", words), null));
      if (spread.doubt() != null) {
        found.add(new DoubtfulLine(provision.line(), spread.doubt()));
      }
      BracketReader.BracketedWords read = BracketReader.read(spread.words(), parties::find);
      read.doubts().forEach(each -> found.add(new DoubtfulLine(provision.line(), each)));
      text =
          new TextVersion(
              details.version(),
              details.date(),
              details.status(),
              read.segments(),
              details.language(),
              details.sources(),
              context.visibility());
    }
    String free = number;
    PointId inside = in == null ? null : in.id();
    for (int i = 2; !keys.add(key(inside, free, isHeading)); i++) {
      // a number that the text has twice
      free = number + "/" + i;
    }
    Point known = onRecord.remove(key(inside, free, isHeading));
    Point point =
        known == null
            ? fresh(instrument, in, order, free, title, isHeading, text)
            : text == null ? known : with(known, text);
    if (known == null) {
      added.add(point);
    } else if (!point.equals(known)) {
      changed.add(point);
    }
    lines.add(
        new ImportedAgreement.Line(
            depth,
            point,
            text,
            known == null,
            found.stream()
                .map(
                    each ->
                        new ImportedAgreement.DoubtAtLine(each.line(), new Complaint(each.doubt())))
                .toList()));
    return point;
  }

  private List<DoubtfulLine> doubtsIn(TextProvision whole) {
    return whole.all().flatMap(each -> doubtsAt(each).stream()).toList();
  }

  private List<DoubtfulLine> doubtsAt(TextProvision provision) {
    return doubts.getOrDefault(provision.line(), List.of()).stream()
        .map(each -> new DoubtfulLine(provision.line(), each))
        .toList();
  }

  private Point fresh(
      Instrument instrument,
      @Nullable Point in,
      int order,
      String number,
      String title,
      boolean isHeading,
      @Nullable TextVersion text) {
    String slug = ReadableIds.slug(number);
    String stem = instrument.id().value() + "-" + (slug.isEmpty() ? "p" : slug);
    if (in != null && taken.contains(stem)) {
      // articles are numbered anew in an annex
      stem = in.id().value() + "-" + slug;
    }
    return new Point(
        new PointId(ReadableIds.free(stem, taken)),
        number,
        LocalizedText.of(title),
        null,
        instrument.id(),
        in == null ? null : in.id(),
        order,
        isHeading,
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        text == null ? List.of() : List.of(text),
        List.of(),
        List.of(),
        details.sources(),
        context.visibility());
  }

  private Point with(Point point, TextVersion text) {
    for (TextVersion each : point.texts()) {
      if (each.version().equals(text.version())) {
        if (faults.isEmpty()) {
          faults.add(
              new Complaint(
                  new AgreementFault.TextVersionOnRecord(point.number()), text.version()));
        }
        return point;
      }
    }
    return point.withTexts(Stream.concat(point.texts().stream(), Stream.of(text)).toList());
  }
}
