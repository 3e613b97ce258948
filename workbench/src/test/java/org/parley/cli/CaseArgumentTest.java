package org.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.FolderBase;

/// What a command knows of a case folder beside its files.
class CaseArgumentTest {

  private static final String OWN = "0".repeat(64);
  private static final String OTHERS = "1".repeat(64);

  @TempDir private Path folder = Path.of("");

  @Test
  void aJournalThatOthersShareComesFirstWhateverWasRecordedLast() throws IOException {
    assertEquals(List.of(), CaseArgument.journals(folder));
    new FolderBase(OWN, 1, OWN, ".parley/journal").write(folder);
    new FolderBase(OTHERS, 1, OTHERS, "elsewhere").write(folder);
    new FolderBase(OWN, 2, OTHERS, ".parley/journal").write(folder);
    assertEquals(List.of(OTHERS, OWN), CaseArgument.journals(folder));
    Path file = Files.createFile(folder.resolve("case.yaml"));
    assertEquals(List.of(), CaseArgument.journals(file));
  }
}
