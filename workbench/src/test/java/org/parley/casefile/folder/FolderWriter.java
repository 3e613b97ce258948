package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;

/// A program that adds parties to a case folder, while others do.
public final class FolderWriter {

  private FolderWriter() {}

  /// Usage: `FolderWriter FOLDER PREFIX COUNT`.
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
  }

  /// Adds parties, reading the case again as often as others changed it meanwhile.
  static void write(Path path, String prefix, int count) throws IOException {
    CaseFolder folder = CaseFolder.of(path);
    for (int i = 0; i < count; i++) {
      CaseRecord party =
          Objects.requireNonNull(
              new RecordReader(List.of())
                  .read(
                      "parties",
                      String.format(Locale.ROOT, "{id: %s%d, name: x, kind: state}", prefix, i))
                  .record());
      EditResult result;
      do {
        if (!(folder.load() instanceof LoadResult.Loaded loaded)) {
          throw new IllegalStateException("no case");
        }
        result = folder.add(loaded, party);
      } while (result instanceof EditResult.Refused);
    }
  }
}
