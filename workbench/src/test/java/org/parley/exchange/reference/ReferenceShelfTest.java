package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.reference.Edition;
import org.parley.reference.PrecedentList;
import org.parley.reference.PrecedentQuery;

/// A user's own copies: recognised, kept, read, and refused once they changed.
@NullMarked
class ReferenceShelfTest {

  private static Path shared(String name) {
    return SharedData.folder("reference").resolve(name);
  }

  @Test
  void anUnknownFileIsRefusedWithWhatWasFoundAndExpected(@TempDir Path folder) {
    BadReferenceException refused =
        assertThrows(
            BadReferenceException.class,
            () -> ReferenceShelf.at(folder).add(InputFile.of("my.csv", "Con,Contp\na,b\n")));
    assertEquals("unknown-edition", refused.why().code());
    assertEquals(
        "my.csv: the file has 14 bytes with the SHA-256"
            + " 5c7d8a5c15e5c8b8f4c8b7a1d9bd0dbf3a2a2a7d7a3fb6ad7f3d0d5a7f1a9c11, which is no known"
            + " edition; known are pax-9, pax-10, pam-1.5, ceasefires-2020, ucdp-agreements-22.1,"
            + " ucdp-termination-3-2021. Maybe download the file again, and add it without opening it"
            + " in a spreadsheet.",
        String.valueOf(refused.getMessage())
            .replaceFirst(
                "[0-9a-f]{64}",
                "5c7d8a5c15e5c8b8f4c8b7a1d9bd0dbf3a2a2a7d7a3fb6ad7f3d0d5a7f1a9c11"));
    assertEquals(List.of(), ReferenceShelf.at(folder).list());
  }

  @Test
  void aCopyIsReadWhenItCameWhateverItsNameWas(@TempDir Path folder) throws IOException {
    ReferenceShelf shelf = ReferenceShelf.at(folder.resolve("new"));
    assertTrue(shelf.contents().precedents().isEmpty());
    Path renamed = Files.copy(shared("pax-v9-2144.csv"), folder.resolve("download (3).csv"));
    assertEquals(Edition.PAX_9, shelf.add(InputFile.of(renamed)));
    assertEquals(List.of(Edition.PAX_9), shelf.list());
    assertTrue(!shelf.contents().precedents().isEmpty());
    assertEquals(0, shelf.contents().newer());
    shelf.add(InputFile.of(shared("pax-v10-2257.csv")));
    assertEquals(113, shelf.contents().newer());
  }

  @Test
  void aCopyThatChangedIsRefusedAndNotRead(@TempDir Path folder) throws IOException {
    ReferenceShelf shelf = ReferenceShelf.at(folder);
    shelf.add(InputFile.of(shared("pam-1.5.csv")));
    Path copy = folder.resolve("pam-1.5.csv");
    Files.writeString(copy, Files.readString(copy).replaceFirst("Angola", "Angora"));
    Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
    assertEquals(List.of(), shelf.contents().editions());
    assertEquals(
        List.of(
            copy
                + ": the copy is no longer the file that was added: \"pam-1.5\". Maybe add it"
                + " again."),
        shelf.contents().problems());
  }

  /// A number that PA-X names is found in UCDP, with how it ended.
  @Test
  void agreementsAreJoinedWithTheirFate(@TempDir Path folder) throws IOException {
    ReferenceShelf shelf = ReferenceShelf.at(folder);
    shelf.add(InputFile.of(shared("pax-v9-2144.csv")));
    shelf.add(InputFile.of(SharedData.folder("ucdp").resolve("peace-agreements-22.1.csv")));
    PrecedentList found = shelf.contents().precedents().find(PrecedentQuery.of(List.of("SsrGua")));
    long known = found.precedents().stream().filter(each -> each.fate() != null).count();
    long named =
        found.precedents().stream()
            .filter(each -> each.agreement().ucdpAgreement() != null)
            .count();
    assertTrue(known > 50 && known <= named, known + " of " + named);
  }

  @Test
  void theFolderIsThatOfTheUser() {
    assertEquals(
        Path.of("/r"),
        ReferenceShelf.of(Map.of("PARLEY_REFERENCE", "/r", "HOME", "/h")).folder().orElseThrow());
    assertEquals(
        Path.of("/d/parley/reference"),
        ReferenceShelf.of(Map.of("XDG_DATA_HOME", "/d", "HOME", "/h")).folder().orElseThrow());
    assertEquals(
        Path.of("/h/.local/share/parley/reference"),
        ReferenceShelf.of(Map.of("HOME", "/h")).folder().orElseThrow());
    assertTrue(ReferenceShelf.of(Map.of()).folder().isEmpty());
  }
}
