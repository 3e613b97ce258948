package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseEdit.Add;
import org.parley.casefile.CaseEdit.Describe;
import org.parley.casefile.EditResult;
import org.parley.casefile.EditResult.Refused;
import org.parley.casefile.EditResult.Saved;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.model.CaseInfo;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.party.PartyRole;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

class EditTest {

  private static final String CASE =
      """
      # The bridge, as told.
      case: {title: 'The bridge'}   # working title

      parties:
        # who builds
        - id: AA
          name: "Aland"   # quoted for no reason
          kind: state

        - {id: BB, name: Beland, kind: state}   # in braces

        # who watches
        - id: CC
          shortName: C
          name: Celand
          kind: state
          roles:
            # since 1990
            - monitor
            - witness # twice
      """;

  @TempDir private Path folder;

  private static Party party(
      String id, String name, @Nullable String shortName, List<PartyRole> roles) {
    return new Party(
        new PartyId(id),
        LocalizedText.of(name),
        shortName == null ? null : LocalizedText.of(shortName),
        PartyKind.STATE,
        List.of(),
        null,
        roles,
        new Visibility.Public());
  }

  private CaseFolder folder() throws IOException {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    return CaseFolder.of(folder);
  }

  private static Loaded loaded(CaseFolder folder) throws IOException {
    return assertInstanceOf(Loaded.class, folder.load());
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("case.yaml"));
  }

  private void change(Party party, String from, String to) throws IOException {
    CaseFolder folder = folder();
    assertInstanceOf(Saved.class, folder.change(loaded(folder), party));
    assertEquals(CASE.replace(from, to), text());
  }

  @Test
  void aChangedWordLeavesItsCommentAndItsNeighbours() throws IOException {
    change(party("AA", "Alland", null, List.of()), "\"Aland\"", "Alland");
  }

  @Test
  void aWordInBracesIsChangedInBraces() throws IOException {
    change(party("BB", "Be, land", null, List.of()), "Beland", "\"Be, land\"");
  }

  @Test
  void aNewKeyStandsInItsPlace() throws IOException {
    change(
        party("AA", "Aland", "A", List.of()),
        "# quoted for no reason\n",
        "# quoted for no reason\n    shortName: A\n");
    change(party("BB", "Beland", "B", List.of()), "Beland,", "Beland, shortName: B,");
  }

  @Test
  void aKeyThatMeansNothingAnyMoreGoes() throws IOException {
    List<PartyRole> roles = List.of(PartyRole.MONITOR, PartyRole.WITNESS);
    change(party("CC", "Celand", null, roles), "    shortName: C\n", "");
  }

  @Test
  void anItemOfAListComesAndGoes() throws IOException {
    change(
        party("CC", "Celand", "C", List.of(PartyRole.MONITOR)),
        "      - witness # twice\n",
        "      # twice\n");
    change(
        party(
            "CC", "Celand", "C", List.of(PartyRole.MONITOR, PartyRole.WITNESS, PartyRole.MEDIATOR)),
        "# twice\n",
        "# twice\n      - mediator\n");
    change(
        party("CC", "Celand", "C", List.of()),
        "    roles:\n      # since 1990\n      - monitor\n      - witness # twice\n",
        "    # since 1990\n    # twice\n");
  }

  @Test
  void aRecordGoesAndTheCommentsAroundItStay() throws IOException {
    remove(
        "AA",
        "  - id: AA\n    name: \"Aland\"   # quoted for no reason\n    kind: state\n",
        "  # quoted for no reason\n");
    remove("BB", "  - {id: BB, name: Beland, kind: state}   # in braces\n", "  # in braces\n");
    remove("CC", CASE.substring(CASE.indexOf("  - id: CC")), "  # since 1990\n  # twice\n");
  }

  private void remove(String id, String from, String to) throws IOException {
    CaseFolder folder = folder();
    assertInstanceOf(Saved.class, folder.remove(loaded(folder), new PartyId(id)));
    assertEquals(CASE.replace(from, to), text());
  }

  @Test
  void theOnlyRecordOfAKindTakesItsKeyAlong() throws IOException {
    CaseFolder folder = folder();
    Loaded first = loaded(folder);
    Saved added = assertInstanceOf(Saved.class, folder.add(first, meeting()));
    assertEquals(List.of("case.yaml"), added.files());
    assertEquals(
        CASE
            + """

            meetings:
              - id: m1
                title: On the bridge
                date: 2025-12
                format: call
            """,
        text());
    assertInstanceOf(Saved.class, folder.remove(added.loaded(), new MeetingId("m1")));
    assertEquals(CASE, text().stripTrailing() + "\n");
  }

  private static Meeting meeting() {
    return new Meeting(
        new MeetingId("m1"),
        LocalizedText.of("On the bridge"),
        Edtf.of("2025-12"),
        null,
        MeetingFormat.CALL,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        new Visibility.Public());
  }

  @Test
  void aNewRecordStandsAtTheEndOfItsList() throws IOException {
    CaseFolder folder = folder();
    folder.add(loaded(folder), party("DD", "Deland", null, List.of()));
    assertEquals(CASE + "\n  - id: DD\n    name: Deland\n    kind: state\n", text());
  }

  @Test
  void aFileOfCommentsTakesRecords() throws IOException {
    CaseFolder folder = folder();
    Files.writeString(this.folder.resolve("talks.yaml"), "# Talks\r\n\r\n");
    Loaded first = loaded(folder);
    assertInstanceOf(Saved.class, folder.edit(first, List.of(new Add(meeting(), "talks.yaml"))));
    assertEquals(
        """
        # Talks

        meetings:
          - id: m1
            title: On the bridge
            date: 2025-12
            format: call
        """
            .replace("\n", "\r\n"),
        Files.readString(this.folder.resolve("talks.yaml")));
    assertEquals(CASE, text());
  }

  @Test
  void aNewFileIsMadeWhereNoFileHoldsSuchRecords() throws IOException {
    CaseFolder folder = folder();
    Files.writeString(this.folder.resolve("notes.yaml"), "# nothing yet\n");
    Saved saved = assertInstanceOf(Saved.class, folder.add(loaded(folder), meeting()));
    assertEquals(List.of("meetings.yaml"), saved.files());
    assertTrue(Files.readString(this.folder.resolve("meetings.yaml")).startsWith("meetings:\n"));
  }

  @Test
  void theHeaderChangesToo() throws IOException {
    CaseFolder folder = folder();
    CaseInfo info = new CaseInfo("The new bridge", null, List.of(new PartyId("AA")));
    folder.edit(loaded(folder), List.of(new Describe(info)));
    assertEquals(
        CASE.replace("{title: 'The bridge'}", "{title: The new bridge, columns: AA}"), text());
  }

  @Test
  void severalChangesAreOne() throws IOException {
    CaseFolder folder = folder();
    Loaded first = loaded(folder);
    PartyId id = new PartyId("CC");
    EditResult result =
        folder.edit(
            first,
            List.of(
                new Add(meeting(), null),
                new CaseEdit.Remove(id),
                new CaseEdit.Change(party("AA", "Alland", null, List.of()))));
    Saved saved = assertInstanceOf(Saved.class, result);
    assertEquals(3, saved.loaded().contents().records().size());
    assertEquals(saved.loaded().contents(), loaded(folder).contents());
  }

  @Test
  void manyNewRecordsAreWrittenAsOneAfterAnother() throws IOException {
    for (String contents :
        List.of(CASE, "{case: {title: T}, parties: [{id: AA, name: A, kind: state}]}\n")) {
      List<CaseEdit> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(new Add(party("N" + i, "Name " + i, null, List.of()), null));
      }
      Files.writeString(folder.resolve("case.yaml"), contents);
      for (CaseEdit each : all) {
        CaseFolder one = CaseFolder.of(folder);
        assertInstanceOf(EditResult.Saved.class, one.edit(loaded(one), List.of(each)));
      }
      String singly = text();
      Files.writeString(folder.resolve("case.yaml"), contents);
      CaseFolder many = CaseFolder.of(folder);
      assertInstanceOf(EditResult.Saved.class, many.edit(loaded(many), all));
      assertEquals(singly, text());
    }
  }

  @Test
  void aFileThatChangedSinceIsLeftAlone() throws IOException {
    CaseFolder folder = folder();
    Loaded first = loaded(folder);
    Files.writeString(this.folder.resolve("case.yaml"), CASE + "# one more word\n");
    Refused refused =
        assertInstanceOf(Refused.class, folder.add(first, party("DD", "D", null, List.of())));
    assertEquals(
        "case.yaml: this file has changed since the case was read, so nothing was written."
            + " Maybe read the case again and repeat the change.",
        refused.problems().getFirst().toString());
    assertEquals(CASE + "# one more word\n", text());
  }

  @Test
  void whatWouldNotBeACaseIsNotWritten() throws IOException {
    CaseFolder folder = folder();
    Loaded first = loaded(folder);
    Position position =
        new Position(
            new PositionId("q1"),
            new PartyId("AA"),
            new PointId("p1"),
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(new OptionId("o1"), Grade.PREFERRED),
            Map.of(),
            null,
            List.of(),
            List.of(),
            true,
            List.of(),
            new Visibility.Public());
    Refused refused = assertInstanceOf(Refused.class, folder.add(first, position));
    assertTrue(refused.problems().getFirst().message().startsWith("there is no point"));
    for (CaseEdit edit :
        List.of(
            new Add(party("AA", "A", null, List.of()), null),
            new Add(party("DD", "D", null, List.of()), "../outside.yaml"),
            new Add(party("DD", "D", null, List.of()), ".hidden.yaml"),
            new CaseEdit.Remove(new PartyId("ZZ")),
            new CaseEdit.Change(party("ZZ", "Z", null, List.of())))) {
      assertInstanceOf(Refused.class, folder.edit(first, List.of(edit)), edit.toString());
    }
    assertEquals(CASE, text());
    try (var files = Files.list(this.folder)) {
      assertEquals(1, files.filter(each -> !each.endsWith(".parley")).count());
    }
  }
}
