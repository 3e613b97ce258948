package org.parley.exchange.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.exchange.tables.FormulaGuard;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Rule;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Instrument;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.wording.Complaint;

/// Makes claims of the rows of a sheet. Cells name records by id, name, title, number or address;
/// what none is named so is offered to be created.
public final class ClaimSheet {

  private static final Pattern SEVERAL = Pattern.compile("\\s*[;\\n]\\s*");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

  /// The case that claims are read for.
  ///
  /// @param view the case as its writer sees it
  /// @param taken the ids in use
  /// @param idPrefix the beginning of new ids
  /// @param visibility who sees new records, where no cell says so
  /// @param language the language of new sources, a BCP 47 tag
  /// @param forms how days are written
  /// @param mayAdd which kinds of records may be created
  /// @param dates the form of the case for a day as it was said; throws if it is none
  public record SheetContext(
      CaseView view,
      Set<String> taken,
      String idPrefix,
      Visibility visibility,
      String language,
      LocalForms forms,
      Predicate<String> mayAdd,
      Function<String, Edtf> dates) {
    public SheetContext {
      taken = Set.copyOf(taken);
    }
  }

  /// A fault of a cell.
  ///
  /// @param row the row, from 0
  /// @param column the column, from 0; -1 if no column says it
  /// @param key the key of the claim that is wrong; empty for none
  public record CellFault(int row, int column, String key, Complaint complaint) {}

  /// A record that cells name and that does not exist.
  ///
  /// @param key names it in forms
  /// @param kind the kind of record
  /// @param name the name in the cells
  /// @param row the first row that names it
  /// @param isMade whether it is among the records
  public record MissingRecord(String key, NamedKind kind, String name, int row, boolean isMade) {}

  /// The claims of a sheet.
  ///
  /// @param records the records to add: those created first, then the claims
  /// @param claims how many of them are claims
  /// @param faults the faults of cells
  /// @param missing the records that do not exist
  /// @param rows the row of each claim, by its id
  public record ClaimsRead(
      List<CaseRecord> records,
      int claims,
      List<CellFault> faults,
      List<MissingRecord> missing,
      Map<String, Integer> rows) {
    public ClaimsRead {
      records = List.copyOf(records);
      faults = List.copyOf(faults);
      missing = List.copyOf(missing);
      rows = Map.copyOf(rows);
    }
  }

  private final Sheet sheet;
  private final SheetContext context;
  private final Predicate<String> create;
  private final Map<ClaimColumn, Integer> places = new EnumMap<>(ClaimColumn.class);
  private final LocalForms forms;
  private final Set<String> taken;
  private final Map<String, List<CaseRecord>> named = new HashMap<>();
  private final List<CaseRecord> created = new ArrayList<>();
  private final Map<String, MissingRecord> missing = new LinkedHashMap<>();
  private final List<CellFault> faults = new ArrayList<>();
  private int highestNumber;

  private ClaimSheet(
      Sheet sheet, List<ClaimColumn> columns, SheetContext context, Predicate<String> create) {
    this.sheet = sheet;
    this.context = context;
    this.create = create;
    this.taken = new HashSet<>(context.taken());
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i), i);
    }
    this.forms = context.forms().settled(days(), Set.of());
    context.view().records().forEach(this::name);
  }

  /// Reads the claims of a sheet.
  ///
  /// @param columns the meaning of each column
  /// @param create which missing records are created, by [MissingRecord#key]
  public static ClaimsRead read(
      Sheet sheet, List<ClaimColumn> columns, SheetContext context, Predicate<String> create) {
    return new ClaimSheet(sheet, columns, context, create).read();
  }

  private ClaimsRead read() {
    List<CaseRecord> claims = new ArrayList<>();
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      String id = cell(row, ClaimColumn.ID);
      if (!id.isEmpty()) {
        taken.add(id);
      }
    }
    for (int row = 0; row < sheet.rows().size(); row++) {
      Claim claim = new RowReading(row).claim();
      if (claim != null) {
        claims.add(claim);
        rows.put(claim.id().value(), row);
      }
    }
    List<CaseRecord> records = new ArrayList<>(created);
    records.addAll(claims);
    return new ClaimsRead(records, claims.size(), faults, List.copyOf(missing.values()), rows);
  }

  /// The column of a trouble that the whole case finds in a claim; -1 for none.
  public static int column(List<ClaimColumn> columns, List<String> path) {
    for (int i = 0; i < columns.size() && !path.isEmpty(); i++) {
      if (columns.get(i).key().equals(path.getFirst())) {
        return i;
      }
    }
    return -1;
  }

  /// The cells that are days.
  private Set<String> days() {
    Set<String> days = new HashSet<>();
    for (ClaimColumn each : List.of(ClaimColumn.SAID, ClaimColumn.KNOWN, ClaimColumn.PUBLISHED)) {
      for (int row = 0; row < sheet.rows().size(); row++) {
        days.add(cell(row, each));
      }
    }
    return days;
  }

  private String cell(int row, ClaimColumn column) {
    Integer at = places.get(column);
    return at == null ? "" : FormulaGuard.plain(sheet.rows().get(row).get(at));
  }

  /// Remembers the names of a record.
  private void name(CaseRecord record) {
    Set<String> names = new LinkedHashSet<>();
    names.add(record.id().value());
    switch (record) {
      case Party party -> {
        all(party.name(), names);
        all(party.shortName(), names);
      }
      case Point point -> {
        all(point.title(), names);
        names.add(point.number());
        if (point.number().matches("\\d{1,6}")) {
          highestNumber = Math.max(highestNumber, Integer.parseInt(point.number()));
        }
      }
      case Instrument instrument -> {
        all(instrument.title(), names);
        all(instrument.shortName(), names);
      }
      case Source source -> {
        all(source.title(), names);
        names.add(source.publisher() + ": " + source.title().text());
        String address = source.address();
        if (address != null) {
          names.add(address);
        }
      }
      default -> {}
    }
    String kind = RecordForm.of(record).kind();
    names.stream()
        .map(ClaimColumn::folded)
        .filter(each -> !each.isEmpty())
        .distinct()
        .forEach(
            each -> named.computeIfAbsent(kind + " " + each, _ -> new ArrayList<>()).add(record));
  }

  private static void all(@Nullable LocalizedText text, Set<String> names) {
    if (text != null) {
      names.add(text.text());
      names.addAll(text.others().values());
    }
  }

  /// One row.
  private final class RowReading {
    final int row;
    final List<CaseRecord> known = new ArrayList<>();
    final int faultsBefore = faults.size();

    RowReading(int row) {
      this.row = row;
    }

    @Nullable Claim claim() {
      places.keySet().stream()
          .filter(each -> FormulaErrors.isOne(cell(row, each)))
          .forEach(each -> fault(each, SheetFault.Plain.FORMULA_FAILED, cell(row, each)));
      RecordForm form = RecordForm.of("claims");
      Map<String, FormValue> values = new LinkedHashMap<>();
      String party = one(NamedKind.PARTIES, ClaimColumn.PARTY, cell(row, ClaimColumn.PARTY));
      String said = date(ClaimColumn.SAID);
      String speaker = cell(row, ClaimColumn.SPEAKER);
      if (speaker.isEmpty() && !party.isEmpty()) {
        speaker = cell(row, ClaimColumn.PARTY);
      }
      String id = cell(row, ClaimColumn.ID);
      words(values, "id", id.isEmpty() ? claimId(said, speaker) : id);
      words(values, "speaker", speaker);
      words(values, "office", cell(row, ClaimColumn.OFFICE));
      words(values, "party", party);
      list(values, "jointly", names(NamedKind.PARTIES, ClaimColumn.JOINTLY));
      words(values, "said", said);
      words(values, "known", date(ClaimColumn.KNOWN));
      String channel = ClaimColumn.value("channel", cell(row, ClaimColumn.CHANNEL));
      words(values, "channel", channel.isEmpty() ? "public" : channel);
      list(values, "source", sources(said));
      words(
          values, "confidence", ClaimColumn.value("confidence", cell(row, ClaimColumn.CONFIDENCE)));
      words(values, "quote", cell(row, ClaimColumn.QUOTE));
      words(values, "paraphrase", cell(row, ClaimColumn.PARAPHRASE));
      List<String> about = about();
      list(values, "about", about);
      list(values, "between", names(NamedKind.PARTIES, ClaimColumn.BETWEEN));
      FormValue asserts = asserts(form, about);
      if (asserts != null) {
        values.put("asserts", asserts);
      }
      list(values, "supersedes", split(cell(row, ClaimColumn.SUPERSEDES)));
      list(values, "retracts", split(cell(row, ClaimColumn.RETRACTS)));
      list(values, "contradicts", split(cell(row, ClaimColumn.CONTRADICTS)));
      FormValue visibility = visibility();
      if (visibility != null) {
        values.put(FormVisibility.KEY, visibility);
      }
      List<FormValue.Entry> entries = new ArrayList<>();
      values.forEach((key, value) -> entries.add(new FormValue.Entry(key, value)));
      return switch (form.fill(new FormValue.Keys(entries), known)) {
        case FormOutcome.Made(CaseRecord record) -> {
          if (record instanceof Claim claim && claim.words().isBlank()) {
            int at = places.getOrDefault(ClaimColumn.QUOTE, -1);
            faults.add(
                new CellFault(
                    row, at, "quote", new Complaint(Rule.Plain.NEITHER_QUOTE_NOR_PARAPHRASE)));
          }
          yield faults.size() == faultsBefore && record instanceof Claim claim ? claim : null;
        }
        case FormOutcome.Faulty(List<FieldProblem> problems) -> {
          for (FieldProblem each : problems) {
            int at = place(each.path());
            String key = each.path().isEmpty() ? "" : each.path().getFirst();
            if (faults.stream()
                .skip(faultsBefore)
                .noneMatch(
                    other -> (at >= 0 && other.column() == at) || isOf(key, other.column()))) {
              faults.add(new CellFault(row, at, key, each.complaint()));
            }
          }
          yield null;
        }
      };
    }

    /// Whether a column is one of those that a key is written in, such as a source.
    private boolean isOf(String key, int column) {
      return places.entrySet().stream()
          .anyMatch(each -> each.getValue() == column && each.getKey().key().equals(key));
    }

    private int place(List<String> path) {
      for (Map.Entry<ClaimColumn, Integer> each : places.entrySet()) {
        if (!path.isEmpty() && each.getKey().key().equals(path.getFirst())) {
          return each.getValue();
        }
      }
      return -1;
    }

    private void words(Map<String, FormValue> values, String key, String text) {
      if (!text.isEmpty()) {
        values.put(key, new FormValue.Words(text));
      }
    }

    private void list(Map<String, FormValue> values, String key, List<String> items) {
      if (!items.isEmpty()) {
        List<FormValue> rows = new ArrayList<>();
        items.forEach(each -> rows.add(new FormValue.Words(each)));
        values.put(key, new FormValue.Rows(rows));
      }
    }

    private String claimId(String said, String speaker) {
      String day = said.replaceAll("[^0-9]", "");
      String[] names = ReadableIds.slug(speaker).split("-", -1);
      String stem = "c" + (day.isEmpty() ? "" : "-" + day) + "-" + names[names.length - 1];
      return ReadableIds.free(context.idPrefix() + (stem.endsWith("-") ? stem + "x" : stem), taken);
    }

    private List<String> names(NamedKind kind, ClaimColumn column) {
      List<String> ids = new ArrayList<>();
      for (String each : split(cell(row, column))) {
        ids.add(one(kind, column, each));
      }
      return ids;
    }

    /// The id of the record with a name; the name itself if there is none, which is a fault.
    private String one(NamedKind kind, ClaimColumn column, String name) {
      if (name.isEmpty()) {
        return "";
      }
      List<CaseRecord> found = find(kind, name);
      if (found.size() > 1) {
        fault(column, new SheetFault.SeveralRecordsOfName(kind), name);
        return name;
      }
      CaseRecord record =
          found.isEmpty() ? made(kind, column, name).orElse(null) : found.getFirst();
      if (record == null) {
        return name;
      }
      known.add(record);
      return record.id().value();
    }

    private List<CaseRecord> find(NamedKind kind, String name) {
      return named.getOrDefault(kind.key() + " " + ClaimColumn.folded(name), List.of());
    }

    private void fault(ClaimColumn column, SheetFault why, String value) {
      faults.add(
          new CellFault(
              row, places.getOrDefault(column, -1), column.key(), new Complaint(why, value)));
    }

    /// A record that does not exist yet: created if that is wanted, else a fault.
    private Optional<CaseRecord> made(NamedKind kind, ClaimColumn column, String name) {
      return made(kind, column, name, () -> fresh(kind, name));
    }

    private Optional<CaseRecord> made(
        NamedKind kind,
        ClaimColumn column,
        String name,
        Supplier<? extends @Nullable CaseRecord> of) {
      String key = kind.key() + "/" + ClaimColumn.folded(name);
      boolean mayBe =
          context.mayAdd().test(kind.key())
              && (kind != NamedKind.POINTS || !context.view().instruments().isEmpty());
      CaseRecord record = mayBe && create.test(key) ? of.get() : null;
      if (mayBe) {
        missing.putIfAbsent(key, new MissingRecord(key, kind, name, row, record != null));
      }
      if (record == null) {
        fault(column, new SheetFault.NoRecordOfName(kind), name);
        return Optional.empty();
      }
      created.add(record);
      name(record);
      return Optional.of(record);
    }

    private @Nullable CaseRecord fresh(NamedKind kind, String name) {
      return switch (kind) {
        case PARTIES ->
            new Party(
                new PartyId(freeId(name, "party")),
                LocalizedText.of(name),
                null,
                PartyKind.ORGANISATION,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                context.visibility());
        case POINTS -> {
          highestNumber = Math.addExact(highestNumber, 1);
          yield new Point(
              new PointId(freeId("p" + highestNumber, "point")),
              Integer.toString(highestNumber),
              LocalizedText.of(name),
              null,
              context.view().instruments().getFirst().id(),
              Point.Content.REPORTED,
              List.of(),
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              context.visibility());
        }
        case INSTRUMENTS, SOURCES -> null;
      };
    }

    private String freeId(String name, String otherwise) {
      String slug = ReadableIds.slug(name);
      return ReadableIds.free(context.idPrefix() + (slug.isEmpty() ? otherwise : slug), taken);
    }

    private List<String> about() {
      List<String> ids = new ArrayList<>();
      for (String each : split(cell(row, ClaimColumn.ABOUT))) {
        String word = ClaimColumn.value("about", each);
        if (word.equals("whole")) {
          ids.add(word);
          continue;
        }
        CaseRecord owner = context.view().find(each).orElse(null);
        if (owner != null) {
          known.add(owner);
          ids.add(each);
        } else if (find(NamedKind.POINTS, each).isEmpty()
            && find(NamedKind.INSTRUMENTS, each).size() == 1) {
          ids.add(one(NamedKind.INSTRUMENTS, ClaimColumn.ABOUT, each));
        } else {
          ids.add(one(NamedKind.POINTS, ClaimColumn.ABOUT, each));
        }
      }
      return ids;
    }

    private @Nullable FormValue asserts(RecordForm form, List<String> about) {
      String word = ClaimColumn.value("asserts", cell(row, ClaimColumn.ASSERTS));
      String more = cell(row, ClaimColumn.ASSERTS_WHAT);
      if (word.isEmpty()) {
        fault(more, cell(row, ClaimColumn.ASSERTS));
        return null;
      }
      Shape.Key key = form.shape().key("asserts");
      Shape.Member member =
          key != null && key.shape() instanceof Shape.Union union ? union.member(word) : null;
      if (member == null || member.form() == Shape.Form.WORD) {
        fault(more, cell(row, ClaimColumn.ASSERTS));
        return new FormValue.Words(word);
      }
      if (member.form() == Shape.Form.MAP) {
        List<String> parts = split(more);
        List<FormValue.Entry> entries = new ArrayList<>();
        List<Shape.Key> keys = member.structure().keys();
        for (int i = 0; i < Math.min(parts.size(), keys.size()); i++) {
          entries.add(new FormValue.Entry(keys.get(i).name(), new FormValue.Words(parts.get(i))));
        }
        return keyed(word, new FormValue.Keys(entries));
      }
      return keyed(
          word,
          new FormValue.Words(
              word.equals("prefers") || word.equals("refuses") ? option(more, about) : more));
    }

    /// An option or share is lost with a stance that has none.
    private void fault(String more, String stance) {
      if (!more.isEmpty()) {
        fault(ClaimColumn.ASSERTS_WHAT, new SheetFault.AssertionTakesNothing(stance), more);
      }
    }

    private FormValue.Keys keyed(String key, FormValue value) {
      return new FormValue.Keys(List.of(new FormValue.Entry(key, value)));
    }

    /// The id of an option by its title, of the points that the claim is about.
    private String option(String name, List<String> about) {
      String folded = ClaimColumn.folded(name);
      for (CaseRecord each : known) {
        if (each instanceof Point point && about.contains(point.id().value())) {
          for (Option option : point.options()) {
            Set<String> titles = new LinkedHashSet<>();
            all(option.title(), titles);
            if (titles.stream().map(ClaimColumn::folded).anyMatch(folded::equals)) {
              return option.id().value();
            }
          }
        }
      }
      context.view().find(name).ifPresent(known::add);
      return name;
    }

    /// The sources of the row: named in one cell, or described by several.
    private List<String> sources(String said) {
      List<String> ids = new ArrayList<>();
      String named = cell(row, ClaimColumn.SOURCE);
      String title = cell(row, ClaimColumn.SOURCE_TITLE);
      String publisher = cell(row, ClaimColumn.PUBLISHER);
      String address = cell(row, ClaimColumn.ADDRESS);
      List<String> all = new ArrayList<>(split(named));
      if (all.isEmpty()) {
        all.add(!address.isEmpty() ? address : !title.isEmpty() ? title : publisher);
      }
      for (String each : all) {
        if (each.isEmpty()) {
          continue;
        }
        boolean isOnly = all.size() == 1;
        ClaimColumn column =
            !named.isEmpty()
                ? ClaimColumn.SOURCE
                : !address.isEmpty()
                    ? ClaimColumn.ADDRESS
                    : !title.isEmpty() ? ClaimColumn.SOURCE_TITLE : ClaimColumn.PUBLISHER;
        List<CaseRecord> found = find(NamedKind.SOURCES, each);
        if (found.size() > 1) {
          fault(column, new SheetFault.SeveralRecordsOfName(NamedKind.SOURCES), each);
          ids.add(each);
          continue;
        }
        Optional<CaseRecord> record =
            found.isEmpty()
                ? made(
                    NamedKind.SOURCES,
                    column,
                    each,
                    () ->
                        source(
                            each,
                            isOnly ? title : "",
                            isOnly ? publisher : "",
                            isOnly ? address : "",
                            said))
                : Optional.of(found.getFirst());
        record.ifPresent(known::add);
        ids.add(record.map(CaseRecord::id).map(Id::value).orElse(each));
      }
      return ids;
    }

    private @Nullable Source source(
        String name, String title, String publisher, String address, String said) {
      boolean isAddress = ADDRESS.matcher(name).matches();
      int colon = name.indexOf(": ");
      String by =
          !publisher.isEmpty()
              ? publisher
              : isAddress
                  ? name.replaceFirst("(?i)https?://(www\\.)?", "").replaceFirst("[/?#:].*", "")
                  : colon > 0 ? name.substring(0, colon) : name;
      String called =
          !title.isEmpty()
              ? title
              : !isAddress && publisher.isEmpty() && colon > 0 ? name.substring(colon + 2) : name;
      String published = date(ClaimColumn.PUBLISHED);
      Edtf day = find(published.isEmpty() ? said : published);
      if (day == null) {
        return null;
      }
      String year = day.toString().replaceAll("[^0-9]", "");
      return new Source(
          new SourceId(freeId(by + " " + year.substring(0, Math.min(4, year.length())), "source")),
          by,
          LocalizedText.of(called),
          !address.isEmpty() ? address : isAddress ? name : null,
          day,
          context.language(),
          Reliability.F,
          null,
          SourceKind.REPORT,
          null,
          context.visibility());
    }

    /// A day as it was said, in the form of the case; as it stands if it is none.
    private String date(ClaimColumn column) {
      String cell = cell(row, column);
      if (cell.isEmpty()) {
        return "";
      }
      Optional<String> plain = forms.date(cell);
      if (plain.isEmpty()) {
        fault(column, SheetFault.Plain.DAY_OR_MONTH_FIRST, cell);
        return cell;
      }
      try {
        return context.dates().apply(plain.get()).toString();
      } catch (InvalidValueException e) {
        faults.add(
            new CellFault(row, places.getOrDefault(column, -1), column.key(), Complaint.of(e)));
        return cell;
      }
    }

    private @Nullable Edtf find(String date) {
      try {
        return date.isEmpty() ? null : Edtf.of(date);
      } catch (IllegalArgumentException _) {
        return null;
      }
    }

    private @Nullable FormValue visibility() {
      String cell = cell(row, ClaimColumn.VISIBILITY);
      if (cell.isEmpty()) {
        return FormVisibility.of(context.visibility());
      }
      String word = ClaimColumn.value("visibility", cell).toLowerCase(Locale.ROOT);
      return FormVisibility.find(word, "").isPresent()
          ? FormVisibility.of(FormVisibility.find(word, "").orElseThrow())
          : FormVisibility.of(
              Visibility.of(
                  names(NamedKind.PARTIES, ClaimColumn.VISIBILITY).stream()
                      .filter(each -> Id.SYNTAX.matcher(each).matches())
                      .map(PartyId::new)
                      .toList()));
    }
  }

  private static List<String> split(String cell) {
    List<String> parts = new ArrayList<>();
    for (String each : SEVERAL.split(cell, -1)) {
      if (!each.isBlank()) {
        parts.add(each.strip());
      }
    }
    return parts;
  }
}
