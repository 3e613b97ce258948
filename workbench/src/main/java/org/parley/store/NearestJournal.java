package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.model.checks.Spelling;

/// Suggests the nearest journal for a path without one.
final class NearestJournal {

  private static final int DEPTH = 2;
  private static final int MOST = 1000;
  private static final String ENDING = ".mv.db";

  private NearestJournal() {}

  /// The path, without ending, of the journal with the nearest path; else one in the same folder.
  static Optional<String> of(Path missing) {
    Path folder = missing.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return Optional.empty();
    }
    Path base = folder;
    String wanted = base.relativize(missing.toAbsolutePath().normalize()).toString();
    try (Stream<Path> walk = Files.walk(base, DEPTH)) {
      List<String> journals =
          walk.limit(MOST)
              .filter(each -> each.toString().endsWith(ENDING))
              .map(each -> base.relativize(each).toString())
              .map(name -> name.substring(0, name.length() - ENDING.length()))
              .sorted()
              .toList();
      return Spelling.nearest(wanted, journals)
          .or(() -> journals.stream().filter(each -> !each.contains("/")).findFirst())
          .map(near -> asTyped(missing, base.resolve(near)));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /// A path as relative as the one that was typed.
  private static String asTyped(Path typed, Path found) {
    return typed.isAbsolute()
        ? found.toString()
        : Path.of("").toAbsolutePath().relativize(found).toString();
  }
}
