package org.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.store.FolderBase;
import org.parley.wording.Language;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// The case folder a command is about.
public final class CaseArgument {

  @Parameters(index = "0", paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  /// Reads the folder.
  LoadResult load() throws IOException {
    return files().load();
  }

  /// The folder, to be edited.
  public CaseFolder files() {
    return CaseFolder.of(Objects.requireNonNull(folder, "the command has no case"));
  }

  /// The folder itself.
  public Path folder() {
    return Objects.requireNonNull(folder, "the command has no case");
  }

  /// The file, if one is named instead of a folder.
  public Optional<Path> findFile() {
    return Optional.ofNullable(folder).filter(Files::isRegularFile);
  }

  /// The set-aside records of the folder.
  SetAsideFolder.Read setAside(Loaded loaded) throws IOException {
    return SetAsideFolder.of(Objects.requireNonNull(folder, "the command has no case"))
        .read(loaded.contents());
  }

  /// The journals the files were recorded to or restored from, each by the hash of its first entry:
  /// those that others share first.
  public List<String> journals() throws IOException {
    return folder == null ? List.of() : journals(folder);
  }

  /// The same of a folder.
  public static List<String> journals(Path folder) throws IOException {
    List<FolderBase> bases = Files.isDirectory(folder) ? FolderBase.list(folder) : List.of();
    return bases.stream()
        .sorted(Comparator.comparing(FolderBase::isBeside).thenComparing(FolderBase::journal))
        .map(FolderBase::journal)
        .toList();
  }

  /// The mediator's view of the case; if the folder is invalid, prints its faults to the standard
  /// error and returns empty.
  public Optional<CaseView> view(CommandLine line) throws IOException {
    return folder == null ? Optional.empty() : view(folder, line);
  }

  /// A viewer's view of the case; the viewer is chosen once the case is loaded.
  public Optional<CaseView> view(CommandLine line, Function<CaseView, Viewer> whose)
      throws IOException {
    return switch (load()) {
      case Loaded loaded -> {
        Viewer viewer = whose.apply(loaded.contents().viewFor(new Viewer.Mediator()));
        yield Optional.of(said(loaded.contents().viewFor(viewer)));
      }
      case Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield Optional.empty();
      }
    };
  }

  /// The same of a folder.
  public static Optional<CaseView> view(Path folder, CommandLine line) throws IOException {
    return switch (CaseFolder.of(folder).load()) {
      case Loaded loaded -> Optional.of(said(loaded.contents().viewFor(new Viewer.Mediator())));
      case Rejected rejected -> {
        new ProblemPrinter(line).print(rejected, line.getErr());
        yield Optional.empty();
      }
    };
  }

  /// The case with its names in the language of the answer.
  private static CaseView said(CaseView view) {
    return view.in(Language.current().tag());
  }
}
