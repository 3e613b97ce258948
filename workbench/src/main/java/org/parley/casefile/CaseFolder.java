package org.parley.casefile;

import java.io.IOException;
import java.nio.file.Path;

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

  /// Where the folder is.
  public Path path() {
    return path;
  }

  /// Reads the whole case. Cost: linear in the text.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is no such folder
  /// @throws java.nio.file.NotDirectoryException where it is not a folder
  /// @throws IOException where the folder cannot be listed
  public LoadResult load() throws IOException {
    return Loader.load(CaseFiles.read(path));
  }
}
