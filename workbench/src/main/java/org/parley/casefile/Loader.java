package org.parley.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.FileRecords.Parsed;
import org.parley.casefile.shape.Binder;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Locator;
import org.parley.casefile.yaml.FileFault;
import org.parley.casefile.yaml.ListedText;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextFault;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.checks.CaseChecks;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.LooseWords.LooseWord;
import org.parley.model.checks.RecordPart;
import org.parley.model.checks.Rule;
import org.parley.model.text.Point;
import org.parley.sense.Doubt;
import org.parley.sense.SenseChecks;
import org.parley.wording.Complaint;

/// Builds a case from texts, or finds every fault.
///
/// Three passes: texts are parsed to nodes; every id is registered with its kind; nodes are bound
/// to records, which the model then checks. Consequential faults are not reported as such, but
/// summarised in a sentence.
public final class Loader {

  private static final Pattern ID_IN_TEXT =
      Pattern.compile("\\bid\\s*:\\s*[\"']?([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

  private static final int MOST_NAMED = 3;

  /// So many characters of written files are kept, beside those of the last edit.
  private static final int MOST_TEXT = 1 << 24;

  /// A node that is, or should be, a record.
  private record Standing(SourceText source, Node node) {}

  private final List<CaseProblem> problems;
  private final Set<String> unreadable;
  private final boolean textsMissing;
  private final Map<String, Class<?>> declared = new HashMap<>();

  /// The kind of each id.
  private Function<String, @Nullable Class<?>> kinds = declared::get;

  private final Map<String, SourceLocation> places = new HashMap<>();

  /// Ids of records that exist but are faulty.
  private final Set<String> hidden = new HashSet<>();

  /// The number of faulty records; their references are not checked.
  private int unmade;

  private final List<CaseRecord> records = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();

  /// The index of the first point of each id.
  private final Map<Id, Integer> points = new HashMap<>();

  private BiFunction<CaseInfo, List<CaseRecord>, Case> maker = Case::of;

  /// Whether points are joined with their parts that are set aside.
  private boolean joins;

  private @Nullable CaseInfo info;
  private @Nullable Standing header;

  private Loader(CaseFiles.FolderTexts texts) {
    this.problems = new ArrayList<>(texts.problems());
    this.unreadable = new TreeSet<>(texts.unreadable());
    this.textsMissing = !texts.unreadable().isEmpty();
  }

  /// The case of these texts.
  public static LoadResult load(CaseFiles.FolderTexts texts) {
    return load(texts, new LoadProgress());
  }

  /// The same.
  ///
  /// @param progress receives the progress
  public static LoadResult load(CaseFiles.FolderTexts texts, LoadProgress progress) {
    progress.begin(texts);
    List<Parsed> parsed = parse(texts.texts(), progress);
    progress.become(LoadProgress.LoadStage.CHECKING, parsed.size());
    return new Loader(texts).load(parsed, progress);
  }

  /// The case of these texts with possible mistakes in it.
  public static CaseCheck check(CaseFiles.FolderTexts texts) {
    Loader loader = new Loader(texts);
    LoadProgress progress = new LoadProgress();
    LoadResult result = loader.load(parse(texts.texts(), progress), progress);
    return new CaseCheck(
        result,
        result instanceof LoadResult.Loaded loaded
            ? loader.warnings(loaded.contents())
            : List.of());
  }

  /// A file after an edit.
  ///
  /// @param source its text
  /// @param listed the same with the items of its lists; null if that is not known
  public record ChangedFile(SourceText source, @Nullable ListedText listed) {}

  /// A changed file, as far as it differs from the one before.
  ///
  /// @param parsed what differs, or all of it
  /// @param gone the ids that were declared where it differs
  /// @param file the file as it is now
  private record Reread(Parsed parsed, Set<String> gone, CaseFile file) {}

  /// The same case after an edit, read from the files that the edit changed. The others have the
  /// same records, as long as no id is declared as another kind. So do the items of a list whose
  /// text is the same.
  ///
  /// @param before the case before
  /// @param wanted the case that the edit makes
  /// @param changed the changed and new files
  /// @return what [#load] returns for all texts; empty if they do not mean the wanted case, or if
  ///   only all files can tell
  public static Optional<LoadResult.Loaded> changed(
      LoadResult.Loaded before, Case wanted, List<ChangedFile> changed) {
    List<Reread> files =
        changed.parallelStream()
            .map(each -> reread(before.files().get(each.source.name()), each))
            .toList();
    Map<String, Class<?>> fresh = new HashMap<>();
    Function<String, @Nullable Class<?>> kinds = id -> kind(before, fresh, id);
    for (Reread file : files) {
      Parsed parsed = file.parsed;
      if (!parsed.yaml().readable() || !parsed.yaml().faults().isEmpty()) {
        return Optional.empty();
      }
      for (FileRecords.Declared each : parsed.declared()) {
        Class<?> known = kinds.apply(each.id());
        if (known != null && known != each.type()) {
          return Optional.empty();
        }
        fresh.put(each.id(), each.type());
      }
    }
    Loader loader =
        new Loader(
            new CaseFiles.FolderTexts(
                changed.stream().map(ChangedFile::source).toList(), List.of(), List.of()));
    loader.kinds = kinds;
    files.parallelStream()
        .map(file -> FileRecords.of(file.parsed, kinds))
        .toList()
        .forEach(loader::add);
    Set<String> gone = new HashSet<>();
    files.forEach(file -> gone.addAll(file.gone));
    Map<String, CaseFile> all = withTexts(before.files(), files);
    boolean isWanted =
        loader.problems.isEmpty()
            && all.values().stream().filter(CaseFile::hasHeader).count() == 1
            && wanted
                .info()
                .equals(Objects.requireNonNullElse(loader.info, before.contents().info()))
            && isWanted(before, wanted, gone, loader.records);
    return isWanted ? Optional.of(new LoadResult.Loaded(wanted, all)) : Optional.empty();
  }

  /// The kind of an id that the changed files declare, or the case before.
  private static @Nullable Class<?> kind(
      LoadResult.Loaded before, Map<String, Class<?>> fresh, String id) {
    Class<?> known = fresh.get(id);
    if (known != null) {
      return known;
    }
    for (CaseFile each : before.files().values()) {
      CaseFile.DeclaredId at = each.declared().get(id);
      if (at != null) {
        return at.kind();
      }
    }
    return null;
  }

  /// The files with those that changed. The texts of earlier edits stay while they are short.
  private static Map<String, CaseFile> withTexts(
      Map<String, CaseFile> before, List<Reread> changed) {
    Map<String, CaseFile> all = new LinkedHashMap<>(before);
    changed.forEach(each -> all.put(each.parsed.source().name(), each.file));
    long length = 0;
    for (CaseFile each : all.values()) {
      ListedText text = each.text();
      length += text == null ? 0 : text.text().length();
    }
    if (length > MOST_TEXT) {
      all.replaceAll((_, each) -> each.withoutText());
      changed.forEach(each -> all.put(each.parsed.source().name(), each.file));
    }
    return all;
  }

  private static Reread reread(@Nullable CaseFile before, ChangedFile changed) {
    ListedText known = before == null ? null : before.text();
    ListedText now =
        changed.listed != null || known == null
            ? changed.listed
            : known.changed(changed.source.text()).orElse(null);
    List<ListedText.ListDifference> differences =
        known == null || now == null ? null : now.differencesFrom(known).orElse(null);
    if (before == null || known == null || now == null || differences == null) {
      Parsed parsed = Parsed.of(changed.source);
      Map<String, CaseFile.DeclaredId> ids = CaseFile.ids(parsed.declared());
      return new Reread(
          parsed,
          before == null ? Set.of() : before.declared().keySet(),
          now != null ? CaseFile.of(now, ids) : caseFile(parsed));
    }
    List<Entry> entries = new ArrayList<>();
    for (ListedText.ListDifference each : differences) {
      entries.add(
          new Entry(each.key(), new Sequence(each.from(), each.until(), false, each.items())));
    }
    Parsed parsed =
        Parsed.of(
            changed.source,
            new YamlReader.Result(
                new Mapping(0, now.text().length(), false, entries), List.of(), true));
    Set<String> gone = new HashSet<>();
    Map<String, CaseFile.DeclaredId> ids = HashMap.newHashMap(before.declared().size());
    List<ShiftedLines> lines = ShiftedLines.of(known.text(), now.text(), differences);
    before
        .declared()
        .forEach(
            (id, at) -> {
              int by = 0;
              for (ShiftedLines each : lines) {
                if (at.line() >= each.from && at.line() < each.until) {
                  gone.add(id);
                  return;
                }
                by += at.line() >= each.until ? each.by : 0;
              }
              ids.put(id, at.below(by));
            });
    CaseFile.ids(parsed.declared()).forEach(ids::put);
    return new Reread(parsed, gone, CaseFile.of(now, ids));
  }

  /// Lines that are gone, and by how many those after them moved.
  private record ShiftedLines(int from, int until, int by) {

    static List<ShiftedLines> of(
        String before, String now, List<ListedText.ListDifference> differences) {
      List<ShiftedLines> all = new ArrayList<>();
      int line = 1;
      int at = 0;
      for (ListedText.ListDifference each : differences) {
        line += lines(before, at, each.beforeFrom());
        int count = lines(before, each.beforeFrom(), each.beforeUntil());
        boolean isLast = each.beforeUntil() == before.length();
        all.add(
            new ShiftedLines(
                line,
                isLast ? Integer.MAX_VALUE : line + count,
                lines(now, each.from(), each.until()) - count));
        line += count;
        at = each.beforeUntil();
      }
      return all;
    }

    private static int lines(String text, int from, int until) {
      int count = 0;
      for (int at = text.indexOf('\n', from); at >= 0 && at < until; ) {
        count++;
        at = text.indexOf('\n', at + 1);
      }
      return count;
    }
  }

  /// Whether the records read from the changed files, and those of the others, are the wanted ones.
  ///
  /// @param replaced the ids that were declared where the files changed
  private static boolean isWanted(
      LoadResult.Loaded before, Case wanted, Set<String> replaced, List<CaseRecord> read) {
    Set<String> ids = new HashSet<>();
    for (CaseRecord each : read) {
      String id = each.id().value();
      if (!ids.add(id) || !each.equals(wanted.find(id).orElse(null))) {
        return false;
      }
    }
    replaced.removeIf(id -> before.contents().find(id).isEmpty());
    boolean isElsewhere =
        ids.stream()
            .anyMatch(id -> !replaced.contains(id) && before.contents().find(id).isPresent());
    int others = before.contents().records().size() - replaced.size();
    return !isElsewhere
        && ids.size() + others == wanted.records().size()
        && wanted.setAside().isEmpty()
        && before.contents().differencesTo(wanted).stream()
            .allMatch(each -> isIn(each.before(), replaced) && isIn(each.after(), ids));
  }

  private static boolean isIn(@Nullable CaseRecord record, Set<String> ids) {
    return record == null || ids.contains(record.id().value());
  }

  private static CaseFile caseFile(Parsed file) {
    return CaseFile.of(file.source().text(), file.yaml().root(), file.declared());
  }

  /// The same, with non-fitting hidden records set aside.
  public static LoadResult settle(CaseFiles.FolderTexts texts) {
    Loader loader = new Loader(texts);
    loader.maker = Case::settling;
    loader.joins = true;
    LoadProgress progress = new LoadProgress();
    return loader.load(parse(texts.texts(), progress), progress);
  }

  private static List<Parsed> parse(List<SourceText> texts, LoadProgress progress) {
    return texts.parallelStream()
        .map(
            text -> {
              Parsed parsed = Parsed.of(text);
              progress.read(text);
              return parsed;
            })
        .toList();
  }

  private LoadResult load(List<Parsed> files, LoadProgress progress) {
    for (Parsed file : files) {
      if (file.yaml().root() instanceof Mapping top
          && top.get(Kinds.HEADER) instanceof Mapping later
          && CaseFormat.isLater(later)) {
        return ofLaterVersion(file.source(), later);
      }
    }
    for (Parsed file : files) {
      file.yaml().faults().forEach(fault -> report(file.source(), fault));
      if (file.yaml().readable()) {
        for (FileRecords.Declared each : file.declared()) {
          declared.putIfAbsent(each.id(), each.type());
          places.putIfAbsent(each.id(), each.place());
        }
      } else {
        unreadable.add(file.source().name());
        Matcher ids = ID_IN_TEXT.matcher(file.source().text());
        while (ids.find()) {
          hidden.add(ids.group(1));
        }
      }
    }
    files.parallelStream()
        .map(
            file -> {
              FileRecords bound = FileRecords.of(file, declared::get);
              progress.add(1);
              return bound;
            })
        .toList()
        .forEach(this::add);
    if (header == null && unreadable.isEmpty() && !files.isEmpty()) {
      problems.add(CaseProblem.of(".", new Complaint(FileFault.Plain.NO_HEADER)));
    }
    CaseInfo own = info;
    if (problems.isEmpty() && own != null) {
      try {
        Case contents = maker.apply(own, records);
        Map<String, CaseFile> known = new LinkedHashMap<>();
        files.parallelStream()
            .map(file -> Map.entry(file.source().name(), caseFile(file)))
            .toList()
            .forEach(each -> known.put(each.getKey(), each.getValue()));
        return new LoadResult.Loaded(contents, known);
      } catch (InvalidCaseException e) {
        return rejected(CaseChecks.problems(own, records));
      }
    }
    CaseInfo stand = own != null ? own : new CaseInfo("without a title", null, List.of());
    return rejected(CaseChecks.problems(stand, records));
  }

  /// Loose words and doubts of records that are not set aside.
  private List<CaseProblem> warnings(Case contents) {
    List<LooseWord> loose = LooseWords.of(contents.records());
    List<Doubt> doubts = SenseChecks.of(contents.viewFor(new Viewer.Mediator()));
    if (loose.isEmpty() && doubts.isEmpty()) {
      return List.of();
    }
    Map<Id, Standing> standing = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      standing.put(records.get(i).id(), standings.get(i));
    }
    List<CaseProblem> warnings = new ArrayList<>();
    loose.forEach(
        each ->
            warnings.add(
                warning(
                    standing.get(each.record()), each.path(), each.word(), Complaint.of(each))));
    doubts.forEach(
        each ->
            warnings.add(
                warning(
                    standing.get(each.record()), each.path(), each.value(), Complaint.of(each))));
    warnings.sort(Comparator.comparing(CaseProblem::place));
    return warnings;
  }

  private static CaseProblem warning(
      @Nullable Standing standing, List<String> path, String value, Complaint complaint) {
    Standing at = Objects.requireNonNull(standing);
    Node node = Locator.find(at.node, path, value);
    return problem(at.source, new TextFault(node.start(), node.end(), complaint), null);
  }

  /// The rest of such a case may have another meaning for this version, so only this fault is
  /// reported.
  private LoadResult ofLaterVersion(SourceText source, Mapping later) {
    problems.clear();
    TextFault fault = CaseFormat.fault(later);
    if (fault != null) {
      report(source, fault);
    }
    return new LoadResult.Rejected(
        problems, List.of("Nothing else was checked, because of the format."));
  }

  /// The SHA-256 of a text in UTF-8.
  public static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private LoadResult.Rejected rejected(List<CaseViolation> found) {
    List<String> unchecked = new ArrayList<>();
    int skipped = 0;
    for (CaseViolation problem : found) {
      if (restsOnWhatIsMissing(problem)) {
        skipped++;
      } else {
        report(problem);
      }
    }
    if (!unreadable.isEmpty()) {
      unchecked.add(
          "What " + names(unreadable) + " would hold was not checked, because it cannot be read.");
    }
    if (skipped > 0) {
      unchecked.add(
          (skipped == 1 ? "One reference" : skipped + " references")
              + " to records with problems of their own could not be checked.");
    }
    if (unmade > 0) {
      unchecked.add(
          "What "
              + (unmade == 1 ? "one record" : unmade + " records")
              + " with problems "
              + (unmade == 1 ? "refers" : "refer")
              + " to was not checked.");
    }
    problems.sort(Comparator.comparing(CaseProblem::place));
    return new LoadResult.Rejected(problems, unchecked);
  }

  private static String names(Set<String> files) {
    String first = String.join(", ", files.stream().limit(MOST_NAMED).toList());
    return files.size() <= MOST_NAMED
        ? first
        : first + " and " + (files.size() - MOST_NAMED) + " more";
  }

  private boolean restsOnWhatIsMissing(CaseViolation problem) {
    return hidden.contains(problem.value())
        || (textsMissing && problem.rule() instanceof Rule.NoSuchId);
  }

  // binding

  private void add(FileRecords file) {
    file.faults().forEach(fault -> report(file.source(), fault));
    for (int i = 0; i < file.records().size(); i++) {
      add(file.records().get(i), new Standing(file.source(), file.nodes().get(i)));
    }
    hidden.addAll(file.hidden());
    unmade += file.unmade();
    file.headers().forEach(each -> header(file.source(), each));
  }

  /// A point that counts without some parts has these in a file of the folder of what is set aside.
  private void add(CaseRecord record, Standing standing) {
    Integer before = joins && record instanceof Point ? points.get(record.id()) : null;
    if (before != null
        && record instanceof Point point
        && records.get(before) instanceof Point other
        && isSetAside(standing) != isSetAside(standings.get(before))) {
      boolean counts = !isSetAside(standing);
      records.set(
          before, counts ? RecordPart.joined(point, other) : RecordPart.joined(other, point));
      standings.set(before, counts ? standing : standings.get(before));
      return;
    }
    if (joins && record instanceof Point) {
      points.putIfAbsent(record.id(), records.size());
    }
    records.add(record);
    standings.add(standing);
  }

  private static boolean isSetAside(Standing standing) {
    return standing.source.name().startsWith(CaseFiles.SET_ASIDE + "/");
  }

  private void header(SourceText source, Entry entry) {
    List<TextFault> faults = new ArrayList<>();
    if (header != null) {
      faults.add(
          new TextFault(
              entry.key().start(),
              entry.key().end(),
              new Complaint(new FileFault.SecondHeader(header.source.name()))));
    } else {
      header = new Standing(source, entry.value());
      TextFault fault = CaseFormat.fault(entry.value());
      if (fault != null) {
        faults.add(fault);
      }
      info =
          (CaseInfo)
              new Binder(kinds, faults).bind(Kinds.header(), CaseFormat.without(entry.value()));
    }
    faults.forEach(fault -> report(source, fault));
  }

  // reporting

  private void report(CaseViolation problem) {
    Standing standing =
        problem.record() == CaseViolation.CASE_INFO ? header : standings.get(problem.record());
    if (standing == null) {
      return;
    }
    Node at = Locator.find(standing.node, problem.path(), problem.value());
    SourceLocation first = places.get(problem.value());
    boolean second =
        problem.rule() instanceof Rule.IdTaken
            && first != null
            && !first.equals(SourceLocation.of(standing.source, at.start()));
    problems.add(
        problem(
            standing.source,
            new TextFault(at.start(), at.end(), Complaint.of(problem)),
            second ? first : null));
  }

  private void report(SourceText source, TextFault fault) {
    problems.add(problem(source, fault, null));
  }

  private static CaseProblem problem(
      SourceText source, TextFault fault, @Nullable SourceLocation first) {
    int line = source.line(fault.start());
    String words = source.lineAt(line);
    int from = fault.start() - source.lineStart(line);
    int until = Math.min(fault.end() - source.lineStart(line), words.length());
    int length = until <= from ? 1 : words.codePointCount(from, until);
    return new CaseProblem(
        SourceLocation.of(source, fault.start()), words, length, fault.complaint(), first);
  }
}
