package org.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditRefusal;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.LoadResult;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.wording.Complaint;

/// Records a case folder in a journal by a three-way merge of the base entry, the folder, and the
/// journal head.
///
/// Changes of the folder are recorded. Changes by others are kept, and written into the files, with
/// comments and order preserved. Conflicts are refused, and so is a merge that would be invalid;
/// then neither journal nor files are touched. The journal is written first, the files next, the
/// base last: after a crash between them, recording again completes it.
///
/// Cost: linear in the case; with changes by others, that of parsing the case in the journal.
public final class FolderRecord {

  private final Path folder;
  private final SetAsideFolder setAside;
  private final Journal journal;
  private final String place;
  private final boolean isBeside;
  private @Nullable Long asked;
  private CaseMerge.Choice choice = CaseMerge.Choice.NONE;
  private LoadProgress progress = new LoadProgress();

  private FolderRecord(Path folder, Journal journal, String place, boolean isBeside) {
    this.folder = folder;
    setAside = SetAsideFolder.of(folder);
    this.journal = journal;
    this.place = place;
    this.isBeside = isBeside;
  }

  /// A folder and the journal beside it.
  public static FolderRecord beside(Path folder, Journal journal) {
    return new FolderRecord(folder, journal, FolderBase.BESIDE, true);
  }

  /// A folder and a journal elsewhere.
  ///
  /// @param place the address of the journal, without secrets
  public static FolderRecord elsewhere(Path folder, Journal journal, String place) {
    return new FolderRecord(folder, journal, place, false);
  }

  /// With a given base entry instead of the stored one; 0 for none.
  public FolderRecord basedOn(@Nullable Long number) {
    asked = number;
    return this;
  }

  /// With a resolution of conflicts.
  ///
  /// @param mine ids, or ids with fields as `c17/quote`, resolved as the folder's version
  /// @param theirs those resolved as the journal's version
  public FolderRecord choosing(Collection<String> mine, Collection<String> theirs) {
    choice = new CaseMerge.Choice(Set.copyOf(mine), Set.copyOf(theirs));
    return this;
  }

  /// With a listener to how many entries are written.
  public FolderRecord telling(LoadProgress listener) {
    progress = listener;
    return this;
  }

  /// The result of recording.
  public sealed interface Outcome {

    /// Journal and folder hold the same case.
    ///
    /// @param entries the entries recorded; empty if the folder had no changes
    /// @param taken the records taken over from others
    /// @param files the changed files
    /// @param aside the records that are set aside
    /// @param loaded the folder after recording
    record Done(
        List<Entry> entries,
        List<String> taken,
        List<String> files,
        List<String> aside,
        LoadResult.Loaded loaded)
        implements Outcome {
      public Done {
        entries = List.copyOf(entries);
        taken = List.copyOf(taken);
        files = List.copyOf(files);
        aside = List.copyOf(aside);
      }
    }

    /// The journal holds the folder's changes, but the files lack those of others.
    ///
    /// @param why the reasons why the files could not be changed, as sentences
    record Behind(List<Entry> entries, List<String> why) implements Outcome {
      public Behind {
        entries = List.copyOf(entries);
        why = List.copyOf(why);
      }
    }

    /// Refused: neither journal nor files were changed.
    ///
    /// @param why the reasons, as sentences with advice
    /// @param clashes the conflicts, by name
    record Refused(List<String> why, List<String> clashes) implements Outcome {
      public Refused {
        why = List.copyOf(why);
        clashes = List.copyOf(clashes);
      }

      static Refused because(String why) {
        return new Refused(List.of(why), List.of());
      }
    }
  }

  /// The base of the folder.
  private sealed interface Base {
    record Entry(Snapshot snapshot) implements Base {}

    /// The folder has followed the journal to its head so far.
    record Head() implements Base {}

    record Unknown(String why) implements Base {}
  }

  /// The present contents of the folder, including set-aside records.
  ///
  /// @param whole the case
  /// @param aside the records set aside
  /// @param texts all texts
  private record Mine(Case whole, SetAsideFolder.Read aside, Contents texts) {

    List<CaseRecord> records() {
      List<CaseRecord> all = new ArrayList<>(whole.records());
      all.addAll(aside.records());
      return all;
    }
  }

  private Mine mine(Case whole, Contents texts) throws IOException {
    SetAsideFolder.Read aside = setAside.read(whole);
    return new Mine(whole, aside, aside.records().isEmpty() ? texts : texts.with(aside.records()));
  }

  /// Records the changes of the folder.
  ///
  /// @param loaded the folder as loaded
  public Outcome record(LoadResult.Loaded loaded, String who, String why, Instant at)
      throws IOException {
    Mine mine = mine(loaded.contents(), Contents.of(loaded.contents()));
    if (!mine.aside.problems().isEmpty()) {
      return new Outcome.Refused(
          mine.aside.problems().stream().map(CaseProblem::toString).toList(), List.of());
    }
    return switch (base(mine.texts)) {
      case Base.Unknown(String reason) -> Outcome.Refused.because(reason);
      case Base.Head() -> record(loaded, mine, null, who, why, at);
      case Base.Entry(Snapshot base) -> record(loaded, mine, base, who, why, at);
    };
  }

  /// Records an earlier state of the folder, without changing its files.
  ///
  /// @param texts the texts of `folderCase`
  /// @return the journal afterwards; empty if it differs from the folder, or cannot be merged
  Optional<Snapshot> recordOnly(Case folderCase, Contents texts, String who, String why, Instant at)
      throws IOException {
    Mine mine = mine(folderCase, texts);
    if (!mine.aside.problems().isEmpty()) {
      return Optional.empty();
    }
    return switch (base(mine.texts)) {
      case Base.Unknown _ -> Optional.empty();
      case Base.Head() -> same(mine, append(mine, null, who, why, at));
      case Base.Entry(Snapshot base) -> same(mine, append(mine, base, who, why, at));
    };
  }

  private static Optional<Snapshot> same(Mine mine, AppendResult<CaseMerge> appended) {
    return appended instanceof AppendResult.Done<CaseMerge>(_, Snapshot after)
            && merge(after, mine, after, CaseMerge.Choice.NONE).changes().isEmpty()
        ? Optional.of(after)
        : Optional.empty();
  }

  private AppendResult<CaseMerge> append(
      Mine mine, @Nullable Snapshot base, String who, String why, Instant at) {
    Judge<CaseMerge> judge = now -> merge(base == null ? now : base, mine, now).ruling();
    return mine.aside.records().isEmpty()
        ? journal.append(judge, mine.whole, mine.texts, who, why, at, progress)
        : journal.append(judge, who, why, at);
  }

  private Outcome record(
      LoadResult.Loaded loaded,
      Mine mine,
      @Nullable Snapshot base,
      String who,
      String why,
      Instant at)
      throws IOException {
    return switch (append(mine, base, who, why, at)) {
      case AppendResult.Done<CaseMerge>(List<Entry> entries, Snapshot after) ->
          bring(loaded, mine.aside, entries, after);
      case AppendResult.Refused<CaseMerge>(CaseMerge merge, Snapshot now) ->
          refused(merge, base == null ? now.number() : base.number());
      case AppendResult.Conflict<CaseMerge> _ ->
          Outcome.Refused.because("Others are changing the same records. Maybe run it again.");
      case AppendResult.Unsound<CaseMerge>(List<Violation> violations) -> {
        List<String> sentences = new ArrayList<>();
        sentences.add(
            "Together with what others changed, this would be no case. Nothing was recorded.");
        violations.forEach(each -> sentences.add(each.sentence()));
        yield new Outcome.Refused(sentences, List.of());
      }
    };
  }

  private CaseMerge merge(Snapshot base, Mine mine, Snapshot now) {
    return merge(base, mine, now, choice);
  }

  private static CaseMerge merge(Snapshot base, Mine mine, Snapshot now, CaseMerge.Choice choice) {
    List<CaseRecord> known = mine.records();
    if (base.number() != now.number()) {
      now.findCase().ifPresent(each -> known.addAll(each.records()));
    }
    return CaseMerge.of(base.contents().changesTo(mine.texts), now.contents(), choice, known);
  }

  /// Updates the files to the state of the journal. A record moved to or from the set-aside folder
  /// exists twice for a moment, so that a crash loses none.
  private Outcome bring(
      LoadResult.Loaded loaded, SetAsideFolder.Read aside, List<Entry> entries, Snapshot after)
      throws IOException {
    Optional<Case> merged = after.findCase();
    if (merged.isEmpty()) {
      return Outcome.Refused.because(
          "The journal does not hold a case. Maybe see parley verify, and restore an earlier entry.");
    }
    List<CaseEdit> edits = CaseMerge.edits(loaded.contents(), merged.get());
    LoadResult.Loaded then = loaded;
    List<String> files = List.of();
    Contents wanted = Contents.ofSetAside(merged.get());
    boolean moves = !wanted.isSame(Contents.NONE.with(aside.written()));
    if (moves && !wanted.isEmpty()) {
      // Records that stay set aside keep their present text.
      Optional<Path> changed = setAside.write(wanted.with(notIn(wanted, aside.written())).files());
      if (changed.isPresent()) {
        return behind(entries, changed.get());
      }
    }
    if (!edits.isEmpty()) {
      switch (CaseFolder.of(folder).edit(loaded, edits)) {
        case EditResult.Refused(List<CaseProblem> problems) -> {
          return new Outcome.Behind(entries, problems.stream().map(CaseProblem::sentence).toList());
        }
        case EditResult.Saved(LoadResult.Loaded saved, List<String> changed) -> {
          then = saved;
          files = changed;
        }
      }
    }
    if (moves) {
      Optional<Path> changed = setAside.write(wanted.files());
      if (changed.isPresent()) {
        return behind(entries, changed.get());
      }
    }
    try {
      remember(after);
    } catch (JournalAwayException e) {
      return new Outcome.Behind(entries, List.of(String.valueOf(e.getMessage())));
    }
    return new Outcome.Done(entries, names(edits), files, wanted.ids(), then);
  }

  private Outcome behind(List<Entry> entries, Path changed) {
    String name = folder.relativize(changed).toString().replace('\\', '/');
    CaseProblem problem =
        new CaseProblem(
            SourceLocation.file(name),
            "",
            0,
            new Complaint(EditRefusal.Plain.FILE_CHANGED, ""),
            null);
    return new Outcome.Behind(entries, List.of(problem.toString()));
  }

  private static List<CaseRecord> notIn(Contents texts, List<CaseRecord> records) {
    return records.stream().filter(each -> !texts.ids().contains(each.id().value())).toList();
  }

  /// Stores this snapshot as the base of the folder.
  public void remember(Snapshot after) throws IOException {
    Optional<Entry> first = journal.find(1);
    if (first.isPresent()) {
      new FolderBase(first.get().hash(), after.number(), after.hash(), place).write(folder);
    }
  }

  private static List<String> names(List<CaseEdit> edits) {
    Set<String> names = new LinkedHashSet<>();
    for (CaseEdit edit : edits) {
      names.add(
          switch (edit) {
            case CaseEdit.Add(CaseRecord record, _) -> record.id().value();
            case CaseEdit.Change(CaseRecord record) -> record.id().value();
            case CaseEdit.Remove(var id) -> id.value();
            case CaseEdit.Describe _ -> Contents.HEADER;
          });
    }
    return List.copyOf(names);
  }

  private Outcome refused(CaseMerge merge, long base) {
    List<String> sentences = new ArrayList<>(merge.problems());
    Map<String, Optional<Entry>> latest = new LinkedHashMap<>();
    for (CaseMerge.Clash clash : merge.clashes()) {
      Optional<Entry> by =
          latest.computeIfAbsent(
              clash.id(),
              id ->
                  journal.listOf(id).stream()
                      .filter(
                          each -> each.number() > base && each.change().kind().equals(clash.kind()))
                      .reduce((_, last) -> last));
      sentences.add(sentence(clash, by));
    }
    return new Outcome.Refused(
        sentences, merge.clashes().stream().map(CaseMerge.Clash::name).toList());
  }

  private static String sentence(CaseMerge.Clash clash, Optional<Entry> by) {
    String who =
        by.map(
                each ->
                    each.who()
                        + " (entry "
                        + each.number()
                        + ", "
                        + each.at()
                        + (each.why().isBlank() ? "" : ", \"" + each.why() + "\"")
                        + ")")
            .orElse("the journal");
    boolean whole = clash.path().isEmpty();
    return clash.name()
        + ": the folder "
        + did(clash.base(), clash.mine(), whole)
        + ", "
        + who
        + " "
        + did(clash.base(), clash.theirs(), whole)
        + ". Maybe --theirs "
        + clash.name()
        + " takes theirs, or --mine "
        + clash.name()
        + " keeps yours.";
  }

  private static String did(@Nullable String before, @Nullable String after, boolean whole) {
    if (after == null) {
      return "removed it";
    }
    String verb = before == null ? "added" : "changed";
    return whole
        ? verb + " it"
        : (before == null ? "wrote" : "changed it to") + " \"" + after + "\"";
  }

  // Determination of the base entry.

  private Base base(Contents folderTexts) throws IOException {
    List<FolderBase> known = FolderBase.list(folder);
    List<FolderBase> others = known.stream().filter(each -> !each.isBeside()).toList();
    Long number = asked;
    long last = journal.last();
    if (number != null) {
      return number >= 0 && number <= last
          ? new Base.Entry(journal.snapshotAfter(number))
          : new Base.Unknown(
              "The journal has no entry " + number + ". Maybe one from 1 to " + last + ".");
    }
    Optional<Entry> first = journal.find(1);
    if (first.isEmpty()) {
      return others.isEmpty() || isBeside
          ? new Base.Head()
          : new Base.Unknown(
              "This folder belongs to the journal at \""
                  + others.getLast().place()
                  + "\", and the one at \""
                  + place
                  + "\" is empty. Maybe check --database; --base 0 begins a new journal.");
    }
    String journalId = first.get().hash();
    Optional<FolderBase> own =
        known.stream().filter(each -> each.journal().equals(journalId)).findFirst();
    if (own.isPresent()) {
      return remembered(own.get());
    }
    if (isBeside) {
      return new Base.Head();
    }
    if (!others.isEmpty()) {
      return new Base.Unknown(
          "This folder belongs to another journal, at \""
              + others.getLast().place()
              + "\"; that at \""
              + place
              + "\" has another history. Maybe check --database; --base N says that the folder was"
              + " made from its entry N.");
    }
    OptionalLong equal = journal.findEqual(folderTexts);
    return equal.isPresent()
        ? new Base.Entry(journal.snapshotAfter(equal.getAsLong()))
        : new Base.Unknown(
            "It is not known which entry of the journal this folder was made from, so what is missing"
                + " in it may be what others added since. Nothing was recorded. Maybe --base N names"
                + " the entry; else restore the journal to a new folder, and make the changes there.");
  }

  private Base remembered(FolderBase own) {
    boolean there =
        journal.find(own.number()).filter(each -> each.hash().equals(own.hash())).isPresent();
    return there
        ? new Base.Entry(journal.snapshotAfter(own.number()))
        : new Base.Unknown(
            "The journal no longer has entry "
                + own.number()
                + " as this folder knows it: the journal was set back, or it is a copy that went its"
                + " own way. Nothing was recorded. Maybe see parley verify --noted "
                + own.hash()
                + "; --base N says which entry the folder was made from.");
  }
}
