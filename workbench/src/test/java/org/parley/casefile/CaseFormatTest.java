package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseInfo;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

class CaseFormatTest {

  @TempDir Path folder;

  private static LoadResult read(String header) {
    return CaseReader.read(
        Map.of("a.yaml", header + "parties: [{id: AA, name: Aland, kind: state}]\n"));
  }

  private static Case loaded(String header) {
    return assertInstanceOf(LoadResult.Loaded.class, read(header), header).contents();
  }

  @Test
  void aHeaderWithoutFormatMeansTheFirst() {
    Case without = loaded("case: {title: The bridge}\n");
    assertEquals(without, loaded("case: {format: 1, title: The bridge}\n"));
    assertEquals(without, loaded("case:\n  title: The bridge\n  format: \"1\"\n"));
  }

  /// Whatever else stands there is not looked at: it may mean something else by then.
  @Test
  void aLaterFormatIsTheOnlyProblem() {
    LoadResult.Rejected rejected =
        assertInstanceOf(
            LoadResult.Rejected.class,
            read(
                "case:\n  title: The bridge\n  format: 2\n  mood: good\nclaims: {}\nfuture: []\n"));
    CaseProblem problem = rejected.problems().getFirst();
    assertEquals(1, rejected.problems().size(), rejected.problems().toString());
    assertEquals("a.yaml:3:11", problem.place().toString());
    assertEquals("2", problem.value());
    assertTrue(problem.sentence().contains("up to format 1"), problem.sentence());
    assertTrue(problem.advice().startsWith("Maybe use a version that reads"), problem.advice());
  }

  @Test
  void whatIsNoFormatIsSaidAtItsPlace() {
    for (String format : List.of("0", "-1", "one", "1.5", "[1]", "")) {
      LoadResult.Rejected rejected =
          assertInstanceOf(
              LoadResult.Rejected.class,
              read("case:\n  format: " + format + "\n  title: The bridge\n"),
              format);
      assertEquals(1, rejected.problems().size(), format);
      assertEquals(2, rejected.problems().getFirst().place().line(), format);
    }
  }

  @Test
  void aRecordOnItsOwnIsReadByTheSameRule() {
    RecordReader reader = new RecordReader(List.of());
    assertEquals("x", String.valueOf(info(reader.readHeader("{title: x, format: 1}")).title()));
    RecordReader.Read<CaseInfo> later = reader.readHeader("{\"title\": \"x\", \"format\": 2}");
    assertNull(later.record());
    assertEquals(List.of("format"), later.problems().getFirst().path());
  }

  private static CaseInfo info(RecordReader.Read<CaseInfo> read) {
    CaseInfo info = read.record();
    if (info == null) {
      throw new AssertionError(read.problems());
    }
    return info;
  }

  @Test
  void whatIsWrittenAnewSaysItsFormat() {
    assertTrue(
        CaseWriter.write(Cases.of(1))
            .getOrDefault("case.yaml", "")
            .startsWith("case:\n  format: 1\n"));
    assertEquals(1, CaseFormat.inHeader("  title: x\n"));
    assertEquals(3, CaseFormat.inHeader("  format: 3\n  title: x\n"));
    assertEquals(1, CaseFormat.inHeader("  summary: |-\n    format: 3\n"), "words in a text");
  }

  @Test
  void editingTheHeaderKeepsItsFormat() throws Exception {
    Path file = folder.resolve("case.yaml");
    Files.writeString(file, "case:\n  format: 1 # the first\n  title: The bridge\n");
    LoadResult.Loaded from =
        assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load());
    CaseInfo info = new CaseInfo("The new bridge", null, List.of());
    assertInstanceOf(
        EditResult.Saved.class,
        CaseFolder.of(folder).edit(from, List.of(new CaseEdit.Describe(info))));
    assertEquals(
        "case:\n  format: 1 # the first\n  title: The new bridge\n", Files.readString(file));
  }
}
