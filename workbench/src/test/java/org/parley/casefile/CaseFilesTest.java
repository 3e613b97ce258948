package org.parley.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes to texts.
class CaseFilesTest {

  @TempDir private Path folder;

  @Test
  void theReplacementCharacterMayBeWritten() throws IOException {
    String text = "case: {title: a \uFFFD b}\n";
    Files.write(folder.resolve("a.yaml"), text.getBytes(UTF_8));
    CaseFiles.FolderTexts read = CaseFiles.read(folder);
    assertEquals(List.of(), read.problems());
    assertEquals(text, read.texts().getFirst().text());
  }
}
