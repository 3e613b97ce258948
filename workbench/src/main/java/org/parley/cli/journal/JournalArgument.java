package org.parley.cli.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The case a command is about, and where its journal lies.
final class JournalArgument {

  @Parameters(paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Option(
      names = "--database",
      paramLabel = "ADDRESS",
      description =
          "Keep the journal in PostgreSQL, postgresql://host:port/name?user=...&password=..., or in a file. "
              + "Where left out, it lies in the folder, in .parley.")
  private @Nullable String database;

  /// The folder of the case.
  Path folder() {
    return Objects.requireNonNull(folder, "the command has no case");
  }

  LoadResult load() throws IOException {
    return CaseFolder.of(folder()).load();
  }

  /// The journal; one that is not there yet is begun.
  Journal open() throws IOException, JournalUnavailableException {
    String address = database;
    if (address != null) {
      return Journal.at(address);
    }
    if (!Files.isDirectory(folder())) {
      throw new NoSuchFileException(folder().toString());
    }
    return Journal.inFile(Journal.besideFolder(folder()));
  }

  /// The journal that is there.
  ///
  /// @throws JournalUnavailableException where there is none
  Journal openExisting() throws IOException, JournalUnavailableException {
    if (database == null && Files.isDirectory(folder()) && !Journal.isBesideFolder(folder())) {
      throw JournalUnavailableException.none(folder());
    }
    return open();
  }
}
