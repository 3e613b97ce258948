package org.parley.store.notices;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Database;

@NullMarked
class OutboxTest extends OutboxContract {

  @TempDir Path folder;

  @Override
  Database open() throws Exception {
    return Database.inFile(folder.resolve("journal"));
  }
}
