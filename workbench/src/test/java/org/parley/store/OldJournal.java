package org.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.NullMarked;

/// A journal of the first schema in a file, for tests outside this package.
@NullMarked
public final class OldJournal {

  private OldJournal() {}

  /// Makes one.
  ///
  /// @param stem its path without the ending
  /// @return its file
  public static Path make(Path stem) throws IOException {
    UpgradeTest.asOf("1", Database.urlOf(stem));
    return DatabaseAddress.h2File(stem);
  }

  /// Changes it behind its back.
  public static void execute(Path stem, String statement) {
    Jdbi.create(Database.urlOf(stem)).useHandle(handle -> handle.execute(statement));
  }
}
