package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.cli.DatabasePassword;
import org.parley.store.DatabaseAddress;
import org.parley.store.FolderRecord;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A case argument and the address of its journal.
final class JournalArgument {

  @Parameters(paramLabel = "CASE", description = "The case folder.")
  private @Nullable Path folder;

  @Option(
      names = "--database",
      paramLabel = "ADDRESS",
      description =
          "The journal is in PostgreSQL, postgresql://host:port/name?user=ann, or in this file. "
              + "Default: in the folder, in .parley.")
  private @Nullable String database;

  @Mixin private final DatabasePassword password;

  /// @param environment the environment, which may hold the password of a database
  JournalArgument(Map<String, String> environment) {
    this.password = new DatabasePassword(environment);
  }

  /// The folder of the case.
  Path folder() {
    return Objects.requireNonNull(folder, "the command has no case");
  }

  LoadResult load() throws IOException {
    return CaseFolder.of(folder()).load();
  }

  /// Whether the journal is the one beside the folder.
  boolean isBesideFolder() {
    return database == null;
  }

  /// Where the journal lies.
  DatabaseAddress address(PrintWriter err) throws JournalUnavailableException {
    String typed = database;
    return typed == null
        ? password.key().on(DatabaseAddress.ofFile(Journal.besideFolder(folder())))
        : password.address(typed, err);
  }

  /// The journal; one that is not there yet is begun.
  Journal open(PrintWriter err) throws IOException, JournalUnavailableException {
    checkFolder();
    return noted(Journal.at(address(err)), err);
  }

  /// Opens an existing journal.
  ///
  /// @throws JournalUnavailableException if there is none
  Journal openExisting(PrintWriter err) throws IOException, JournalUnavailableException {
    checkFolder();
    if (isBesideFolder() && !Journal.isBesideFolder(folder())) {
      throw JournalUnavailableException.none(folder());
    }
    return noted(Journal.existing(address(err)), err);
  }

  /// Where the journal lies, without secrets.
  String place() throws JournalUnavailableException {
    String typed = database;
    return typed == null
        ? Journal.besideFolder(folder()).toString()
        : DatabaseAddress.of(typed).toString();
  }

  /// Records the folder in its journal.
  FolderRecord recordIn(Journal journal) throws JournalUnavailableException {
    return isBesideFolder()
        ? FolderRecord.beside(folder(), journal)
        : FolderRecord.elsewhere(folder(), journal, place());
  }

  private void checkFolder() throws NoSuchFileException {
    if (isBesideFolder() && !Files.isDirectory(folder())) {
      throw new NoSuchFileException(folder().toString());
    }
  }

  private static Journal noted(Journal journal, PrintWriter err) {
    journal.notes().forEach(err::println);
    return journal;
  }
}
