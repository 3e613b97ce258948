package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.model.cases.Case;

/// Files of set-aside records are replaced as they were read; an edit made since survives.
class SetAsideFolderTest {

  private static final String READ = "parties: [{id: BB, name: Beland, kind: state}]\n";
  private static final String EDITED = "parties: [{id: BB, name: Beeland, kind: state}]\n";
  private static final String WRITTEN = "parties: [{id: BB, name: Biland, kind: state}]\n";

  @TempDir private Path folder;
  private Path file;
  private Case whole;

  @BeforeEach
  void begin() throws Exception {
    Files.writeString(
        folder.resolve("a.yaml"),
        "case: {title: The bridge}\nparties: [{id: AA, name: Aland, kind: state}]\n");
    file = Files.createDirectories(folder.resolve("set-aside")).resolve("parties.yaml");
    Files.writeString(file, READ);
    whole = ((LoadResult.Loaded) CaseFolder.of(folder).load()).contents();
  }

  private SetAsideFolder read() throws Exception {
    SetAsideFolder aside = SetAsideFolder.of(folder);
    assertEquals(1, aside.read(whole).records().size());
    return aside;
  }

  @Test
  void unchangedFilesAreReplacedAndTheOthersRemoved() throws Exception {
    Path other = file.resolveSibling("other.yaml");
    Files.writeString(other, "parties: [{id: CC, name: Celand, kind: state}]\n");
    SetAsideFolder aside = SetAsideFolder.of(folder);
    aside.read(whole);
    assertEquals(Optional.empty(), aside.write(Map.of("parties.yaml", WRITTEN)));
    assertEquals(WRITTEN, Files.readString(file));
    assertFalse(Files.exists(other));
    assertEquals(Optional.empty(), aside.write(Map.of()));
    assertFalse(Files.exists(file.getParent()));
  }

  @Test
  void anEditMadeSinceSurvives() throws Exception {
    SetAsideFolder aside = read();
    Files.writeString(file, EDITED);
    assertEquals(Optional.of(file), aside.write(Map.of("parties.yaml", WRITTEN)));
    assertEquals(Optional.of(file), aside.write(Map.of()));
    assertEquals(EDITED, Files.readString(file));
  }

  @Test
  void aFileAddedSinceSurvives() throws Exception {
    SetAsideFolder aside = read();
    Path added = file.resolveSibling("added.yaml");
    Files.writeString(added, EDITED);
    assertEquals(Optional.of(added), aside.write(Map.of("added.yaml", WRITTEN)));
    assertEquals(Optional.empty(), aside.write(Map.of()));
    assertFalse(Files.exists(file));
    assertTrue(Files.exists(added));
  }
}
