package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.casefile.CaseCheck;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.model.CaseRecord;
import org.parley.model.Id;

/// A case on disk: a folder of YAML files, each a map from plural keys (`parties`, `claims`, ...)
/// to lists of records.
public final class CaseFolder {

  private final Path path;

  private CaseFolder(Path path) {
    this.path = path;
  }

  /// The case in this folder. Nothing is read yet.
  public static CaseFolder of(Path path) {
    return new CaseFolder(path);
  }

  /// Reads the whole case. Cost: linear in the text.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is no such folder
  /// @throws java.nio.file.NotDirectoryException where it is not a folder
  /// @throws IOException where the folder cannot be listed
  public LoadResult load() throws IOException {
    return load(new LoadProgress());
  }

  /// The same.
  ///
  /// @param progress receives the progress
  public LoadResult load(LoadProgress progress) throws IOException {
    return Loader.load(CaseFiles.read(path), progress);
  }

  /// Reads the whole case with possible mistakes in it. Cost: linear in the text.
  ///
  /// @throws IOException as for [#load()]
  public CaseCheck check() throws IOException {
    return Loader.check(CaseFiles.read(path));
  }

  /// Whether the folder holds no file of a case, or is not there yet.
  ///
  /// @throws java.nio.file.NotDirectoryException where it is not a folder
  public boolean isFree() throws IOException {
    return !Files.exists(path) || CaseFiles.isEmpty(path);
  }

  /// Begins a case: writes its first files, into a new folder if need be. Other files stay.
  ///
  /// @param files the names of the files with their texts
  /// @return whether it was begun; not if the folder holds a case by now
  public boolean begin(Map<String, String> files) throws IOException {
    Files.createDirectories(path);
    Path root = path.toRealPath();
    try (FolderLock _ = FolderLock.of(root)) {
      if (!isFree()) {
        return false;
      }
      List<FileSwap.Swap> swaps = new ArrayList<>();
      files.forEach(
          (name, text) ->
              swaps.add(
                  new FileSwap.Swap(
                      root.resolve(name),
                      null,
                      ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))));
      return FileSwap.write(swaps).isEmpty();
    }
  }

  /// Adds a record to the case on disk.
  ///
  /// @param from the case as it was read, or as the last change left it
  public EditResult add(LoadResult.Loaded from, CaseRecord record) throws IOException {
    return edit(from, List.of(new CaseEdit.Add(record, null)));
  }

  /// Replaces the record with the same id.
  ///
  /// @param from the case as it was read, or as the last change left it
  public EditResult change(LoadResult.Loaded from, CaseRecord record) throws IOException {
    return edit(from, List.of(new CaseEdit.Change(record)));
  }

  /// Removes the record with this id.
  ///
  /// @param from the case as it was read, or as the last change left it
  public EditResult remove(LoadResult.Loaded from, Id id) throws IOException {
    return edit(from, List.of(new CaseEdit.Remove(id)));
  }

  /// Makes several changes atomically.
  ///
  /// Only differences are rewritten: comments, order, blank lines, quotation marks and line ends
  /// stay. The new texts are read back in memory and must mean exactly the changed case before a
  /// file is touched. Each file is replaced atomically, so that no reader sees half of it.
  /// Concurrent edits are serialised. A crash between two files leaves the later ones unchanged.
  ///
  /// Cost: that of reading the changed files, and of comparing the others with what was read
  /// before.
  ///
  /// @param from the case as it was read, or as the last change left it. If the files have changed
  ///   since, the change is refused
  /// @throws IOException if the folder cannot be read or written
  public EditResult edit(LoadResult.Loaded from, List<CaseEdit> edits) throws IOException {
    Path root = path.toRealPath();
    try (FolderLock _ = FolderLock.of(root)) {
      return new CaseEditor(root, from).edit(edits);
    }
  }
}
