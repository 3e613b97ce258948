package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.yaml.FileFault;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;
import org.parley.model.checks.SetAside;
import org.parley.wording.Complaint;

/// The set-aside records of a case folder: files in `set-aside/`, without effect on the case. A
/// record that is corrected there, or moved to the other files, becomes part of the case.
public final class SetAsideFolder {

  private final Path folder;

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

    /// Where a record stands.
    public SourceLocation placeOf(CaseRecord record) {
      return places.getOrDefault(record.id().value(), SourceLocation.file(CaseFiles.SET_ASIDE));
    }
  }

  /// Reads them, with the case they are set aside from. Cost: that of reading the case, if there
  /// are any.
  ///
  /// @param whole the case without them
  public Read read(Case whole) throws IOException {
    if (!Files.isDirectory(directory())) {
      return Read.NOTHING;
    }
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
      if (each.record().equals(other)) {
        continue;
      }
      if (other != null || !ids.add(id)) {
        problems.add(twice(each.record(), loaded));
      }
      aside.add(each);
    }
    return new Read(aside, loaded.places(), problems);
  }

  private static CaseProblem twice(CaseRecord record, LoadResult.Loaded loaded) {
    return new CaseProblem(
        loaded.placeOf(record.id()).orElse(SourceLocation.file(CaseFiles.SET_ASIDE)),
        "",
        0,
        new Complaint(FileFault.Plain.SET_ASIDE_ID_TAKEN, record.id().value()),
        null);
  }

  /// Replaces the set-aside records by these files, each atomically.
  ///
  /// @param files texts by file name in `set-aside/`
  public void write(Map<String, String> files) throws IOException {
    List<FileSwap.Swap> swaps = new ArrayList<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = directory().resolve(each.getKey());
      ByteBuffer before = Files.exists(file) ? ByteBuffer.wrap(Files.readAllBytes(file)) : null;
      ByteBuffer after = ByteBuffer.wrap(each.getValue().getBytes(StandardCharsets.UTF_8));
      if (!after.equals(before)) {
        swaps.add(new FileSwap.Swap(file, before, after));
      }
    }
    FileSwap.write(swaps);
    if (Files.isDirectory(directory())) {
      removeOthers(files.keySet());
    }
  }

  private void removeOthers(Collection<String> names) throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(directory())) {
      left = all.filter(each -> !names.contains(each.getFileName().toString())).toList();
    }
    for (Path each : left) {
      String name = each.getFileName().toString();
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        Files.delete(each);
      }
    }
    if (names.isEmpty() && left.stream().noneMatch(Files::exists)) {
      Files.delete(directory());
    }
  }

  private Path directory() {
    return folder.resolve(CaseFiles.SET_ASIDE);
  }
}
