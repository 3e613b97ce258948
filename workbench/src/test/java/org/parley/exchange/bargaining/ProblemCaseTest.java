package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.position.Worth;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// An imported problem as a case, and that case on disk.
class ProblemCaseTest {

  @TempDir private Path folder;

  private static final String GROUPS =
      """
      {"SumOfGroupsUtilitySpace": {"name": "p", "partUtilities": {
        "sound": {"partsutils": {"issues": ["Hi-Fi", "Lautsprecher: größe"], "utilslist": [
          {"values": ["yes", "§"], "util": 0.7}, {"values": ["yes", "%"], "util": 0.25}]}}},
        "domain": {"name": "d", "issuesValues": {
          "Hi-Fi": {"values": ["yes", "no"]}, "Lautsprecher: größe": {"values": ["§", "%"]}}},
        "reservationBid": {"issuevalues": {"Hi-Fi": "yes", "Lautsprecher: größe": "%"}}}}
      """;

  private static <T> List<T> records(Case contents, Class<T> kind) {
    return contents.records().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void everyNumberOfTheProblemIsInTheCase() throws BadFileException {
    Case made =
        ProblemCase.of(
            BargainingFiles.readTexts(
                Format.GENIUSWEB, List.of(InputFile.of("deal.json", GROUPS)), null),
            "Sound");
    Party party = records(made, Party.class).getFirst();
    // "deal" is the name of the document.
    assertEquals("deal-2", party.id().value());
    assertEquals("deal", party.name().text());
    Point second = records(made, Point.class).get(1);
    assertEquals("Lautsprecher: größe", second.title().text());
    assertEquals(
        List.of("§", "%"), second.options().stream().map(option -> option.title().text()).toList());
    assertEquals(
        List.of(new OptionId("p2-2"), new OptionId("p2-3")),
        second.options().stream().map(Option::id).toList());
    assertEquals(5, records(made, Baseline.class).getFirst().worth().least());
    assertEquals(
        List.of(5L, 14L),
        records(made, Linkage.class).stream()
            .map(each -> ((Linkage.Tie.JointWorth) each.tie()).worth().least())
            .sorted()
            .toList());
    assertTrue(records(made, Position.class).stream().allMatch(Position::illustrative));
  }

  @Test
  void itReadsBackAsItWas() throws IOException {
    Case made =
        ProblemCase.of(
            BargainingFiles.readTexts(
                Format.GENIUSWEB, List.of(InputFile.of("a.json", GROUPS)), null),
            "Sound");
    for (var text : CaseWriter.write(made).entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
    switch (CaseFolder.of(folder).load()) {
      case LoadResult.Loaded loaded -> assertEquals(made, loaded.contents());
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected.problems());
    }
  }

  @Test
  void whatLeavesNoChoiceIsWorthAsMuchInAPointThatDoes() throws BadFileException {
    Case made =
        ProblemCase.of(
            BargainingFiles.readTexts(
                Format.SCORES, List.of(InputFile.of("a.txt", "7\n1, 2\n3\n0, 5\n9")), null),
            "Two choices");
    assertEquals(
        List.of("0", "11 12", "0", "0 5"),
        records(made, Position.class).stream()
            .map(
                each ->
                    each.worths().values().stream()
                        .map(Worth::said)
                        .collect(Collectors.joining(" ")))
            .toList());
  }

  @Test
  void aWorthOfMoreThan18DigitsDoesNotFit() {
    String scores = "0, 1000000000000000000\n0";
    BadFileException problem =
        assertThrows(
            BadFileException.class,
            () ->
                ProblemCase.of(
                    BargainingFiles.readTexts(
                        Format.SCORES, List.of(InputFile.of("a.txt", scores)), null),
                    "Too fine"));
    String said = FileFaultWording.sentence(problem);
    assertTrue(said.contains("18 digits"), said);
  }
}
