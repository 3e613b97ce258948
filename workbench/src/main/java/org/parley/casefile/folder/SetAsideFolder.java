package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.yaml.FileFault;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.checks.RecordPart;
import org.parley.model.checks.References;
import org.parley.model.checks.SetAside;
import org.parley.wording.Complaint;

/// The set-aside records of a case folder: files in `set-aside/`, without effect on the case. A
/// record that is corrected there, or moved to the other files, becomes part of the case. A point
/// that counts without some parts stands there with these parts alone.
///
/// Writing replaces files as they were last read or written here, and no edit made since.
public final class SetAsideFolder {

  private final Path folder;

  /// The files as last read or written, by name.
  private final Map<String, ByteBuffer> known = new TreeMap<>();

  private SetAsideFolder(Path folder) {
    this.folder = folder;
  }

  /// The set-aside records of a case folder, not read yet.
  public static SetAsideFolder of(Path folder) {
    return new SetAsideFolder(folder);
  }

  /// The result of reading.
  ///
  /// @param all the records, each with its violations; none if it fits by now
  /// @param places the location of each declaration
  /// @param problems the faults that prevent reading
  public record Read(
      List<SetAside> all, Map<String, SourceLocation> places, List<CaseProblem> problems) {

    /// The result if there are none.
    public static final Read NOTHING = new Read(List.of(), Map.of(), List.of());

    public Read {
      all = List.copyOf(all);
      places = Map.copyOf(places);
      problems = List.copyOf(problems);
    }

    /// The records alone.
    public List<CaseRecord> records() {
      return all.stream().map(SetAside::record).toList();
    }

    /// The records as they stand in the files: points that count, with their parts set aside.
    public List<CaseRecord> written() {
      return SetAside.alone(all);
    }

    /// Where a record or part stands.
    public SourceLocation placeOf(SetAside aside) {
      String id = aside.record().id().value();
      return References.declared(SetAside.alone(List.of(aside))).stream()
          .filter(each -> aside.part() == null || !each.equals(id))
          .flatMap(each -> Optional.ofNullable(places.get(each)).stream())
          .findFirst()
          .orElse(SourceLocation.file(CaseFiles.SET_ASIDE));
    }
  }

  /// Reads them, with the case they are set aside from. Cost: that of reading the case, if there
  /// are any.
  ///
  /// @param whole the case without them
  public Read read(Case whole) throws IOException {
    known.clear();
    if (!Files.isDirectory(directory())) {
      return Read.NOTHING;
    }
    known.putAll(present());
    return switch (Loader.settle(CaseFiles.readAll(folder))) {
      case LoadResult.Rejected(List<CaseProblem> problems, _) ->
          new Read(List.of(), Map.of(), problems);
      case LoadResult.Loaded loaded -> read(whole, loaded);
    };
  }

  private static Read read(Case whole, LoadResult.Loaded loaded) {
    List<SetAside> aside = new ArrayList<>();
    List<CaseProblem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<SetAside> all = new ArrayList<>();
    loaded.contents().records().forEach(each -> all.add(new SetAside(each, List.of())));
    all.addAll(loaded.contents().setAside());
    Map<String, CaseRecord> inCase = new HashMap<>();
    whole.records().forEach(each -> inCase.put(each.id().value(), each));
    for (SetAside each : all) {
      String id = each.record().id().value();
      CaseRecord other = inCase.get(id);
      if (each.part() != null) {
        aside.add(each);
        continue;
      }
      if (each.record().equals(other)) {
        continue;
      }
      List<SetAside> fitting = other == null ? List.of() : fitting(other, each, loaded.contents());
      if (!fitting.isEmpty()) {
        aside.addAll(fitting);
        continue;
      }
      if (other != null || !ids.add(id)) {
        problems.add(twice(each.record(), loaded));
      }
      aside.add(each);
    }
    return new Read(aside, loaded.places(), problems);
  }

  /// The parts set aside that fit by now.
  ///
  /// @param counting the record without them
  /// @param settled the contents of all files
  private static List<SetAside> fitting(CaseRecord counting, SetAside with, Case settled) {
    CaseRecord record = with.record();
    CaseRecord whole = settled.findWhole(record.id().value()).orElse(record);
    return RecordPart.added(counting, record).stream()
        .flatMap(part -> part.in(whole, part.value(record)).stream())
        .map(part -> new SetAside(whole, part, List.of()))
        .toList();
  }

  private static CaseProblem twice(CaseRecord record, LoadResult.Loaded loaded) {
    return new CaseProblem(
        loaded.placeOf(record.id()).orElse(SourceLocation.file(CaseFiles.SET_ASIDE)),
        "",
        0,
        new Complaint(FileFault.Plain.SET_ASIDE_ID_TAKEN, record.id().value()),
        null);
  }

  /// Replaces the set-aside records by these files, each atomically; none if one was changed since
  /// it was last read or written here.
  ///
  /// @param files texts by file name in `set-aside/`
  /// @return the changed file, if there is one
  public Optional<Path> write(Map<String, String> files) throws IOException {
    Map<String, ByteBuffer> present = present();
    Set<String> touched = new TreeSet<>(known.keySet());
    touched.addAll(files.keySet());
    List<FileSwap.Swap> swaps = new ArrayList<>();
    for (String each : touched) {
      ByteBuffer before = known.get(each);
      if (!Objects.equals(before, present.get(each))) {
        return Optional.of(directory().resolve(each));
      }
      String text = files.get(each);
      if (text != null) {
        ByteBuffer after = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        if (!after.equals(before)) {
          swaps.add(new FileSwap.Swap(directory().resolve(each), before, after));
        }
      }
    }
    Optional<Path> changed = FileSwap.write(swaps);
    if (changed.isPresent()) {
      return changed;
    }
    for (String each : touched) {
      if (!files.containsKey(each)) {
        Files.delete(directory().resolve(each));
      }
    }
    removeIfEmpty();
    known.clear();
    known.putAll(present());
    return Optional.empty();
  }

  private void removeIfEmpty() throws IOException {
    if (Files.isDirectory(directory())) {
      boolean empty;
      try (Stream<Path> all = Files.list(directory())) {
        empty = all.findAny().isEmpty();
      }
      if (empty) {
        Files.delete(directory());
      }
    }
  }

  /// The case files in the folder by name.
  private Map<String, ByteBuffer> present() throws IOException {
    Map<String, ByteBuffer> present = new TreeMap<>();
    if (!Files.isDirectory(directory())) {
      return present;
    }
    List<Path> all;
    try (Stream<Path> list = Files.list(directory())) {
      all = list.filter(Files::isRegularFile).toList();
    }
    for (Path each : all) {
      String name = each.getFileName().toString();
      if (!name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        present.put(name, ByteBuffer.wrap(Files.readAllBytes(each)));
      }
    }
    return present;
  }

  private Path directory() {
    return folder.resolve(CaseFiles.SET_ASIDE);
  }
}
